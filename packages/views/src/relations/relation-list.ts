import { editionIn, requirementOf } from '@concord/catalog';
import {
  adoptedEdition,
  type Programme,
  type Refusal,
  type RequirementEnd,
  refuse,
  relationSays,
  requirementKey,
  type StatedRelation,
} from '@concord/programme';
import type { Cap, State } from '../calculus/index.ts';
import { coverageOf, type ViewMemory } from '../coverage/memory.ts';
import { spoken } from '../coverage/row.ts';
import { type InLanguage, languageOf } from '../language/say.ts';
import { requirementAsked } from '../registers/index.ts';

export interface RelationsAsked extends InLanguage {
  readonly programme: Programme;
  /** Local date on which it is asked what enters a result. */
  readonly on: string;
  readonly memory: ViewMemory;
}

export interface RelationFilter {
  /** Of either end. */
  readonly framework?: string | undefined;
  /** Of either end: `framework/requirement`. */
  readonly requirement?: string | undefined;
  readonly status?: StatedRelation['status'] | undefined;
  readonly offset: number;
  readonly limit: number;
}

/**
 * Whether a relation enters the result at one end, in the scope that the end's framework is adopted for: it counts, a
 * gate keeps it a hint, or it is out of play because an end is excluded or no longer asked.
 */
export type RelationStanding = 'counts' | Cap | 'out of play' | 'withdrawn';

/** A relation, its ends written as they are taken in: `framework/requirement`. */
export interface RelationRow extends Omit<StatedRelation, 'from' | 'to' | 'seq'> {
  readonly from: readonly string[];
  readonly to: string;
  /** What it says, as a sentence: which way round it is meant. */
  readonly statement: string;
  /** At `to`. */
  readonly standing: RelationStanding;
  readonly revision: number;
}

export interface RelationList {
  readonly rows: readonly RelationRow[];
  readonly total: number;
  /** Over how many relations in a row a requirement may count as met. */
  readonly hops: number;
}

/** One end of a relation as it stands on the day in the scope of its framework's adoption. */
export interface RelationEnd extends RequirementEnd {
  readonly title: string;
  readonly scope: string;
  readonly state: readonly State[];
  readonly word: string;
  readonly standing: RelationStanding;
}

export interface RelationSheet extends RelationRow {
  readonly ends: readonly RelationEnd[];
}

/** The organisation's own relations, in the order of their ends. */
export function relationList(asked: RelationsAsked, filter: RelationFilter): RelationList {
  const { relations, relationHops } = asked.programme.controls;
  const wanted = [...relations.values()].filter((each) => isWanted(each, filter));
  wanted.sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
  const shown = wanted.slice(filter.offset, filter.offset + filter.limit);
  return { rows: shown.map((each) => rowOf(asked, each)), total: wanted.length, hops: relationHops };
}

/** One relation with both its ends as they stand. */
export function relationSheet(asked: RelationsAsked, id: string): RelationSheet | { refusal: Refusal } {
  const relation = asked.programme.controls.relations.get(id);
  if (!relation) return refuse('missing', 'relation.unknown', { relation: id, at: 'relationId' });
  return { ...rowOf(asked, relation), ends: endsOf(relation).flatMap((end) => endOf(asked, relation, end)) };
}

function endsOf({ from, to }: StatedRelation): RequirementEnd[] {
  return [...from, to];
}

function keyOf({ framework, requirement }: RequirementEnd): string {
  return requirementKey(framework, requirement);
}

function orderOf(relation: StatedRelation): string {
  return [...endsOf(relation).map(keyOf), relation.id].join('\n');
}

function isWanted(relation: StatedRelation, { framework, requirement, status }: RelationFilter): boolean {
  const ends = endsOf(relation);
  return (
    (status === undefined || relation.status === status) &&
    (framework === undefined || ends.some((end) => end.framework === framework)) &&
    (requirement === undefined || ends.some((end) => keyOf(end) === requirementAsked(requirement)))
  );
}

function rowOf(asked: RelationsAsked, relation: StatedRelation): RelationRow {
  const { from, to, seq, ...rest } = relation;
  return {
    ...rest,
    from: from.map(keyOf),
    to: keyOf(to),
    statement: relationSays(relation, languageOf(asked)),
    standing: standingAt(asked, relation, to),
    revision: seq,
  };
}

/** The coverage that an end is read in. */
function coverageAt({ programme, on, memory }: RelationsAsked, { framework: id }: RequirementEnd) {
  const framework = adoptedEdition(programme.governance, id);
  const scope = programme.governance.adoptions.get(id)?.scope;
  if (!framework || scope === undefined) return undefined;
  return coverageOf(programme, { framework, scope, on }, memory);
}

function standingAt(asked: RelationsAsked, relation: StatedRelation, end: RequirementEnd): RelationStanding {
  if (relation.status === 'withdrawn') return 'withdrawn';
  const coverage = coverageAt(asked, end)?.coverage;
  const read = coverage?.joined.relations.find(({ id }) => id === relation.id);
  if (!coverage || !read) return 'out of play';
  const { results } = coverage.solution;
  const inPlay = [...read.from, read.to].every((id) => (results.get(id)?.kind ?? 'excluded') !== 'excluded');
  return inPlay ? (read.capped ?? 'counts') : 'out of play';
}

function endOf(asked: RelationsAsked, relation: StatedRelation, end: RequirementEnd): RelationEnd[] {
  const worked = coverageAt(asked, end);
  const { framework, scope } = worked?.coverage.aspect ?? {};
  const row = worked?.rows.get(end.requirement);
  if (!framework || scope === undefined) return [];
  const language = languageOf(asked);
  const title = requirementOf(editionIn(language, framework), end.requirement)?.title ?? '';
  const word = row ? spoken(row, language).word : '';
  const standing = standingAt(asked, relation, end);
  return [{ ...end, title, scope, state: row?.state ?? [], word, standing }];
}
