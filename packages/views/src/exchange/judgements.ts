import { requirementOf } from '@concord/catalog';
import { adoptedEdition, type Evidence, type Judgement, type Refusal } from '@concord/programme';
import { listOf } from '../made-lists/index.ts';
import type { InParts } from '../pauses/in-parts.ts';
import { foundInParts, sortedInParts } from '../pauses/lists.ts';
import { visibleEvidence } from '../reader.ts';
import { adoptedOr } from './framework.ts';
import {
  type ExchangeAsked,
  type ExchangeHead,
  type FrameworkNamed,
  frameworkNamed,
  headOf,
  type ScopeNamed,
  scopeNamed,
} from './head.ts';
import { type ControlExchanged, controlsExchanged } from './library.ts';

export interface JudgementExchanged extends Omit<Judgement, 'seq'> {
  readonly requirement: string;
  readonly title: string;
  /** Whether it is the one that counts on the day. */
  readonly latest: boolean;
}

/** What assessors judged of one framework in one scope, in the order of the requirements. */
export interface AssessmentExchanged {
  readonly framework: FrameworkNamed;
  readonly scope: ScopeNamed;
  readonly judgements: readonly JudgementExchanged[];
}

export interface EvidenceExchanged
  extends Pick<Evidence, 'id' | 'title' | 'outcome' | 'collectedOn' | 'validUntil' | 'kind' | 'link' | 'by'> {
  readonly controls: readonly string[];
  /** Sent by a program rather than by a person. */
  readonly collected: boolean;
  readonly file?: { readonly name: string; readonly hash: string } | undefined;
}

export interface JudgementsExchange extends ExchangeHead {
  readonly model: 'assessment-results';
  /** Id of the scope that was asked about; absent where all of them were. */
  readonly scope?: string;
  readonly assessments: readonly AssessmentExchanged[];
  /** What was collected by the day, the earliest first. */
  readonly evidence: readonly EvidenceExchanged[];
  readonly controls: readonly ControlExchanged[];
}

/** Assessors' judgements up to the day, of one framework or of all, and what evidence showed of the controls. */
export function* judgementsExchange(
  asked: ExchangeAsked,
  { framework }: { framework?: string | undefined },
): InParts<JudgementsExchange | { refusal: Refusal }> {
  const adopted = framework === undefined ? undefined : adoptedOr(asked, framework);
  if (adopted && 'refusal' in adopted) return adopted;
  const assessments = assessmentsOf(asked).filter(
    (each) => framework === undefined || each.framework.id === framework,
  );
  const { evidence, ids, people } = yield* evidenceOf(asked);
  const controls = yield* controlsExchanged(asked);
  const shown = controls.filter(({ id }) => ids.has(id));
  const judges = assessments.flatMap(({ judgements }) => judgements.map(({ by }) => by));
  return {
    model: 'assessment-results',
    ...(asked.scope === undefined ? {} : { scope: asked.scope }),
    ...headOf(asked, [...judges, ...people, ...shown.map(({ owner }) => owner)]),
    assessments,
    evidence,
    controls: shown,
  };
}

/** Keys are `scope:framework/requirement`. */
function assessmentsOf({ programme, on, scope, reader }: ExchangeAsked): AssessmentExchanged[] {
  const { controls, governance } = programme;
  const groups = new Map<string, AssessmentExchanged & { judgements: JudgementExchanged[] }>();
  for (const [key, list] of [...controls.judgements].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const found = /^([^:]*):([^/]*)\/(.*)$/su.exec(key);
    if (!found) continue;
    const [, inScope = '', framework = '', requirement = ''] = found;
    if (scope !== undefined && inScope !== scope) continue;
    const known = list.toArray().filter(({ assessedOn }) => assessedOn <= on);
    const edition = adoptedEdition(governance, framework);
    const title = (edition && requirementOf(edition, requirement)?.title) ?? requirement;
    const group = groups.get(`${inScope}:${framework}`) ?? {
      framework: frameworkNamed(programme, framework),
      scope: scopeNamed(programme, inScope),
      judgements: [],
    };
    // Free text may name anybody's controls: it is shown to who may see them all.
    const shown = reader.sees === 'all' ? {} : { reasons: '' };
    group.judgements.push(...inOrder(known).map((each) => ({ ...each, ...shown, requirement, title })));
    if (group.judgements.length > 0) groups.set(`${inScope}:${framework}`, group);
  }
  return [...groups.values()];
}

/** The earliest first; of equal dates the one recorded later counts. */
function inOrder(judgements: readonly Judgement[]): (Omit<Judgement, 'seq'> & { latest: boolean })[] {
  const sorted = [...judgements].sort((one, other) =>
    one.assessedOn === other.assessedOn ? one.seq - other.seq : one.assessedOn < other.assessedOn ? -1 : 1,
  );
  return sorted.map(({ seq: _seq, ...each }, at) => ({ ...each, latest: at === sorted.length - 1 }));
}

interface EvidenceFound {
  readonly evidence: readonly EvidenceExchanged[];
  /** Of the controls that it serves, as far as the reader may see them. */
  readonly ids: ReadonlySet<string>;
  /** Who collected it, programs apart. */
  readonly people: ReadonlySet<string>;
}

/** There may be very many of them: each is made when it is read. */
function* evidenceOf(asked: ExchangeAsked): InParts<EvidenceFound> {
  const { programme, on, scope } = asked;
  const ids = new Set<string>();
  const people = new Set<string>();
  const isMeant = (piece: Evidence) => {
    if (piece.collectedOn > on || (scope !== undefined && (piece.scope ?? scope) !== scope)) return false;
    const shown = evidenceExchanged(asked, piece);
    for (const control of shown.controls) ids.add(control);
    if (shown.controls.length > 0 && !shown.collected) people.add(shown.by);
    return shown.controls.length > 0;
  };
  const all = programme.controls.evidence.values();
  const pieces = yield* foundInParts(all, (piece) => (isMeant(piece) ? piece : undefined));
  const sorted = yield* sortedInParts(pieces, byDay);
  const evidence = listOf(sorted.length, (nth) => evidenceExchanged(asked, sorted[nth] as Evidence));
  return { evidence, ids, people };
}

function byDay(one: Evidence, other: Evidence): number {
  if (one.collectedOn === other.collectedOn) return one.seq - other.seq;
  return one.collectedOn < other.collectedOn ? -1 : 1;
}

function evidenceExchanged({ programme, reader }: ExchangeAsked, piece: Evidence): EvidenceExchanged {
  const { id, title, outcome, collectedOn, validUntil, kind, link, by, controls, file } = visibleEvidence(
    programme,
    reader,
    piece,
  );
  return {
    id,
    title,
    outcome,
    collectedOn,
    validUntil,
    kind,
    link,
    by,
    controls,
    collected: programme.controls.collectors.has(by),
    file: file && { name: file.name, hash: file.hash },
  };
}
