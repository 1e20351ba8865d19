import { List } from 'immutable';
import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import {
  type Circumstances,
  type Decision,
  type Evolver,
  type Fact,
  factType,
  type Notice,
  on,
  type RecordedFact,
  type Refusal,
  refuse,
} from '../foundation/index.ts';
import { hasScope, type StoredFile } from '../governance/index.ts';
import { type Control, controlNamed, controlsServed } from './control.ts';
import {
  isCovered,
  isLongAgo,
  isSameResult,
  longAgoYears,
  periodOn,
  piecesInPractice,
  validityOf,
} from './freshness.ts';
import type { outcomes, recordEvidenceInput } from './inputs/evidence-input.ts';
import { type Controls, touch, type WithControls } from './state.ts';

/** A file, an address, or a record of this ledger. */
export const evidenceKinds = ['upload', 'link', 'record'] as const;

export interface Evidence {
  readonly id: string;
  readonly controls: readonly string[];
  readonly kind: (typeof evidenceKinds)[number];
  /** Whether it shows that the control works, that it fails, or neither. */
  readonly outcome: (typeof outcomes)[number];
  readonly title: string;
  readonly collectedOn: string;
  readonly coversFrom?: string | undefined;
  readonly coversTo?: string | undefined;
  readonly validUntil?: string | undefined;
  readonly scope?: string | undefined;
  readonly link?: string | undefined;
  readonly file?: StoredFile | undefined;
  /** A record of this ledger, `kind/id`, that is the evidence. */
  readonly record?: string | undefined;
  /** The piece that this one is a newer version of. */
  readonly versionOf?: string | undefined;
  readonly by: string;
  readonly seq: number;
}

type EvidenceData = Omit<Evidence, 'id' | 'by' | 'seq' | 'title'> & { title?: string };

const evidenceRecorded = factType<EvidenceData>('EvidenceRecorded', 1, ['title', 'link', 'file']);

export type EvidenceTakenIn = Omit<z.infer<typeof recordEvidenceInput>, 'file'> & {
  file?: StoredFile | undefined;
};

/** Methods 6.4: the validity comes from the control's frequency or the piece itself; one of them must be stated. */
export function recordEvidence(
  state: WithControls,
  input: EvidenceTakenIn,
  circumstances: Circumstances,
): Decision {
  const collector = refuseCollector(state.controls, input, circumstances);
  if (collector) return { refusal: collector };
  const controls = controlsServed(state.controls, input.controls);
  if ('refusal' in controls) return controls;
  const collectedOn = input.collectedOn ?? circumstances.today;
  const dated = { ...input, collectedOn };
  const refusal =
    refuseSource(input) ??
    refuseDates(dated, circumstances.today) ??
    refuseTies(state, dated) ??
    refuseValidity(state.controls, dated, { controls, today: circumstances.today });
  if (refusal) return { refusal };
  const kind = input.file ? 'upload' : input.link ? 'link' : 'record';
  const data = { ...dated, kind, controls: controls.map((control) => control.id) } as const;
  const standing = sameRecorded(state.controls, data, { controls, today: circumstances.today });
  if (standing) return told([], tellStanding(state.controls, standing, circumstances.actor));
  const fact = evidenceRecorded.of({ kind: 'evidence', id: circumstances.newId() }, data);
  const isEarly = isLongAgo(collectedOn, circumstances.today);
  const params = { day: collectedOn, years: longAgoYears };
  return told([fact], isEarly ? [{ code: 'evidence.long-ago', params }] : []);
}

const refused = (code: string, params: Parameters<typeof refuse>[2]): Refusal =>
  refuse('refused', code, params).refusal;

function told(facts: readonly Fact[], notices: readonly Notice[]): Decision {
  return notices.length === 0 ? { facts } : { facts, notices };
}

/** Which piece stands already, under its own title; a collector does not learn what others recorded. */
function tellStanding({ collectors }: Controls, piece: Evidence, actor: string): Notice[] {
  const { id, title, collectedOn: day } = piece;
  return collectors.has(actor) ? [] : [{ code: 'evidence.recorded-already', params: { id, title, day } }];
}

/** A collector shows only what it was given; in the same words for a control that is not there, or it could ask around. */
function refuseCollector(
  state: Controls,
  input: EvidenceTakenIn,
  { actor, today }: Circumstances,
): Refusal | undefined {
  const collector = state.collectors.get(actor);
  if (!collector) return undefined;
  // A key that got into other hands must not make a control look well for good.
  const latest = Temporal.PlainDate.from(today).add({ years: 1 }).toString();
  if (input.validUntil !== undefined && input.validUntil > latest)
    return refuse('denied', 'collector.validity-long', { latest, at: 'validUntil' }).refusal;
  if (input.record !== undefined) return refuse('denied', 'collector.no-record', { at: 'record' }).refusal;
  const other = input.controls.find((named) => {
    const control = controlNamed(state, named);
    return collector.controls.length > 0 && !('id' in control && collector.controls.includes(control.id));
  });
  return other === undefined
    ? undefined
    : refuse('denied', 'collector.other-control', { control: other, at: 'controls' }).refusal;
}

interface Served {
  readonly controls: readonly Control[];
  readonly today: string;
}

/** What passes must say how long it counts, or serve controls that do. */
export function refuseValidity(
  state: Controls,
  piece: Pick<Evidence, 'outcome' | 'collectedOn' | 'coversTo' | 'validUntil'>,
  { controls, today }: Served,
): Refusal | undefined {
  const unsure = controls.find(({ frequency }) => !validityOf(piece, periodOn(state, frequency, today)));
  if (piece.outcome !== 'works' || !unsure) return undefined;
  return refused('evidence.no-validity', { control: unsure.code, at: 'validUntil' });
}

function refuseSource(input: EvidenceTakenIn): Refusal | undefined {
  const sources = [input.file, input.link, input.record].filter((source) => source !== undefined);
  return sources.length === 1
    ? undefined
    : refuse('invalid', 'evidence.one-source', { found: sources.length }).refusal;
}

function refuseDates(input: EvidenceTakenIn & { collectedOn: string }, today: string): Refusal | undefined {
  for (const member of ['collectedOn', 'coversFrom', 'coversTo'] as const) {
    const date = input[member];
    if (date !== undefined && date > today) return refused('date.future', { date, at: member });
  }
  const { coversFrom, coversTo, validUntil, collectedOn } = input;
  if (coversFrom !== undefined && coversTo !== undefined && coversFrom > coversTo) {
    return refused('evidence.period-reversed', { from: coversFrom, to: coversTo, at: 'coversTo' });
  }
  if (validUntil !== undefined && validUntil < collectedOn) {
    return refused('evidence.validity-before', { until: validUntil, collectedOn, at: 'validUntil' });
  }
  return undefined;
}

/** What a piece points at must exist, and a newer version cannot be older than what it replaces. */
function refuseTies(
  state: WithControls,
  input: EvidenceTakenIn & { collectedOn: string },
): Refusal | undefined {
  if (input.scope !== undefined && !hasScope(state.governance, input.scope)) {
    return refused('scope.unknown', { scope: input.scope, at: 'scope' });
  }
  if (input.record !== undefined && !state.revisions.has(input.record)) {
    return refused('evidence.record-unknown', { record: input.record, at: 'record' });
  }
  return input.versionOf === undefined ? undefined : refuseVersion(state.controls, input);
}

/** A newer version serves a control of what it replaces, and is not older. */
function refuseVersion(
  state: Controls,
  { versionOf = '', collectedOn, controls }: EvidenceTakenIn & { collectedOn: string },
): Refusal | undefined {
  const earlier = state.evidence.get(versionOf);
  if (!earlier) return refused('evidence.unknown', { evidence: versionOf, at: 'versionOf' });
  const served = controlsServed(state, controls);
  if (!('refusal' in served) && !served.some((control) => earlier.controls.includes(control.id))) {
    return refused('evidence.version-of-other', { at: 'versionOf' });
  }
  if (earlier.collectedOn <= collectedOn) return undefined;
  const params = { collectedOn, earlier: earlier.collectedOn, at: 'collectedOn' };
  return refused('evidence.version-before', params);
}

/**
 * The piece that says all of it already. A passing result that extends no coverage adds no fact (a collector may report
 * every hour); a failing one always does. A document is not a bare result: only the same file or address for the same
 * day adds nothing.
 */
function sameRecorded(
  state: Controls,
  data: EvidenceData & { collectedOn: string },
  { controls, today }: Served,
): Evidence | undefined {
  if (data.outcome !== 'works' || data.versionOf !== undefined) return undefined;
  const same = controls.map((control) => {
    // A failure of another scope may have ended the freshness of this one.
    const pieces = piecesInPractice(evidenceOf(state, control.id), control, today).filter(
      (piece) => piece.scope === data.scope || piece.outcome === 'fails',
    );
    const covered = isCovered(pieces, data, periodOn(state, control.frequency, today));
    return covered ? pieces.find((piece) => isSameResult(piece, data)) : undefined;
  });
  return same.every((piece) => piece !== undefined) ? same[0] : undefined;
}

/** All pieces ever recorded for a control, superseded ones too, in the order recorded. */
export function evidenceOf(state: Controls, control: string): Evidence[] {
  const ids = state.evidenceFor.get(control);
  return ids ? ids.toArray().map((each) => state.evidence.get(each) as Evidence) : [];
}

export const evidenceEvolvers: readonly Evolver<Controls>[] = [
  on(
    evidenceRecorded,
    (state: Controls, { record: { id }, data, actor, seq }: RecordedFact<EvidenceData>) => {
      const evidence: Evidence = { ...data, id, title: data.title ?? '', by: actor, seq };
      const added = (ids: List<string> | undefined) => (ids ?? List<string>()).push(id);
      return touch(
        {
          ...state,
          evidence: state.evidence.set(id, evidence),
          evidenceFor: state.evidenceFor.withMutations((by) => {
            for (const control of data.controls) by.update(control, added);
          }),
        },
        ...data.controls.map((control) => ({ seq, control })),
      );
    },
  ),
];
