import {
  type RequirementEnd,
  relationGate,
  relationSays,
  relationsOnRequirement,
  requirementKey,
  type StatedRelation,
} from '@concord/programme';
import type { Result, State } from '../calculus/index.ts';
import { type Elsewhere, workedElsewhere } from '../coverage/hints.ts';
import { spoken } from '../coverage/row.ts';
import type { Opened, ViewAsked } from '../envelope.ts';
import { languageOf, sayIn } from '../language/say.ts';

/** A requirement at the other end of a relation, as it stands in the scope of its own adoption. */
export interface EndShown extends RequirementEnd {
  readonly title: string;
  readonly state: readonly State[];
  readonly word: string;
}

/** A relation that the organisation stated, and what it did to the result. */
export interface RelationShown
  extends Pick<StatedRelation, 'id' | 'relation' | 'confidence' | 'rationaleKind' | 'rationale' | 'status'> {
  /** Which way round it is meant, in words. */
  readonly says: string;
  readonly by: string;
  readonly statedOn: string;
  /** The others it relates this requirement to. */
  readonly ends: readonly EndShown[];
  /** What keeps it a hint; absent where it may enter a result. */
  readonly gate?: string;
  /** It narrowed the result: this follows over it. */
  readonly informs: boolean;
}

/** Relations with the requirement at either end that still stand, in the order stated. */
export function relationsShown(asked: ViewAsked, { framework }: Opened, result: Result): RelationShown[] {
  const key = requirementKey(framework.id, result.id);
  const standing = relationsOnRequirement(asked.programme.controls, key).filter(
    ({ status }) => status !== 'withdrawn',
  );
  if (standing.length === 0) return [];
  const elsewhere = workedElsewhere(asked);
  return standing.map((relation) => showRelation(relation, { asked, key, result, elsewhere }));
}

interface Shown {
  readonly asked: ViewAsked;
  readonly key: string;
  readonly result: Result;
  readonly elsewhere: Elsewhere;
}

function showRelation(stated: StatedRelation, { asked, key, result, elsewhere }: Shown): RelationShown {
  const { id, relation, confidence, rationaleKind, rationale, status, by, statedOn, from, to } = stated;
  const gate = relationGate(stated);
  const language = languageOf(asked);
  const ends = [...from, to].filter((end) => requirementKey(end.framework, end.requirement) !== key);
  return {
    id,
    relation,
    confidence,
    rationaleKind,
    rationale: asked.reader.sees === 'all' ? rationale : sayIn(asked)('why.reasons-hidden'),
    status,
    says: relationSays(stated, language),
    by,
    statedOn,
    ends: ends.flatMap((end) => showEnd(end, elsewhere, language)),
    ...(gate ? { gate } : {}),
    informs: result.inferences.some((inference) => inference.by === 'relation' && inference.id === id),
  };
}

function showEnd(end: RequirementEnd, elsewhere: Elsewhere, language: string): EndShown[] {
  const row = elsewhere.get(end.framework)?.rows.get(end.requirement);
  if (!row) return [];
  const { title, word } = spoken(row, language);
  return [{ ...end, title, state: row.state, word }];
}

/** What the relations join to a requirement of a framework, named as its question names them. */
export function joinedIds(framework: string, relations: readonly RelationShown[]): string[] {
  const ends = relations.flatMap((relation) => relation.ends);
  return ends.map((end) =>
    end.framework === framework ? end.requirement : requirementKey(end.framework, end.requirement),
  );
}
