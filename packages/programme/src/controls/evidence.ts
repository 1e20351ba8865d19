import { List } from 'immutable';
import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import {
  type Circumstances,
  type Decision,
  type Evolver,
  factType,
  on,
  type RecordedFact,
  type Refusal,
  record,
  refuse,
} from '../foundation/index.ts';
import { hasScope, type StoredFile } from '../governance/index.ts';
import { type Control, controlNamed } from './control.ts';
import { isCovered, isSameResult, periodOn, piecesInPractice, validityOf } from './freshness.ts';
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
  if (addsNothing(state.controls, data, { controls, today: circumstances.today })) return record();
  return record(evidenceRecorded.of({ kind: 'evidence', id: circumstances.newId() }, data));
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

/** The controls that a piece is to serve, each once; none that is retired. */
export function controlsServed(
  state: Controls,
  named: readonly string[],
): readonly Control[] | { refusal: Refusal } {
  const controls: Control[] = [];
  for (const each of named) {
    const control = controlNamed(state, each);
    if ('refusal' in control) return refuse('refused', 'control.unknown', { control: each, at: 'controls' });
    if (control.retiredOn !== undefined) {
      return refuse('conflict', 'control.retired', { control: control.code, at: 'controls' });
    }
    if (!controls.includes(control)) controls.push(control);
  }
  return controls;
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
  return refuse('refused', 'evidence.no-validity', { control: unsure.code, at: 'validUntil' }).refusal;
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
    if (date !== undefined && date > today)
      return refuse('refused', 'date.future', { date, at: member }).refusal;
  }
  const { coversFrom, coversTo, validUntil, collectedOn } = input;
  if (coversFrom !== undefined && coversTo !== undefined && coversFrom > coversTo) {
    return refuse('refused', 'evidence.period-reversed', { from: coversFrom, to: coversTo, at: 'coversTo' })
      .refusal;
  }
  if (validUntil !== undefined && validUntil < collectedOn) {
    return refuse('refused', 'evidence.validity-before', { until: validUntil, collectedOn, at: 'validUntil' })
      .refusal;
  }
  return undefined;
}

/** What a piece points at must exist, and a newer version cannot be older than what it replaces. */
function refuseTies(
  state: WithControls,
  input: EvidenceTakenIn & { collectedOn: string },
): Refusal | undefined {
  if (input.scope !== undefined && !hasScope(state.governance, input.scope)) {
    return refuse('refused', 'scope.unknown', { scope: input.scope, at: 'scope' }).refusal;
  }
  if (input.record !== undefined && !state.revisions.has(input.record)) {
    return refuse('refused', 'evidence.record-unknown', { record: input.record, at: 'record' }).refusal;
  }
  return input.versionOf === undefined ? undefined : refuseVersion(state.controls, input);
}

/** A newer version serves a control of what it replaces, and is not older. */
function refuseVersion(
  state: Controls,
  { versionOf = '', collectedOn, controls }: EvidenceTakenIn & { collectedOn: string },
): Refusal | undefined {
  const earlier = state.evidence.get(versionOf);
  if (!earlier)
    return refuse('refused', 'evidence.unknown', { evidence: versionOf, at: 'versionOf' }).refusal;
  const served = controlsServed(state, controls);
  if (!('refusal' in served) && !served.some((control) => earlier.controls.includes(control.id))) {
    return refuse('refused', 'evidence.version-of-other', { at: 'versionOf' }).refusal;
  }
  if (earlier.collectedOn <= collectedOn) return undefined;
  const params = { collectedOn, earlier: earlier.collectedOn, at: 'collectedOn' };
  return refuse('refused', 'evidence.version-before', params).refusal;
}

/**
 * A passing result that extends no coverage adds no fact (a collector may report every hour); a failing one always
 * does. A document is not a bare result: only the same file or address for the same day adds nothing.
 */
function addsNothing(
  state: Controls,
  data: EvidenceData & { collectedOn: string },
  { controls, today }: Served,
): boolean {
  if (data.outcome !== 'works' || data.versionOf !== undefined) return false;
  return controls.every((control) => {
    // A failure of another scope may have ended the freshness of this one.
    const pieces = piecesInPractice(evidenceOf(state, control.id), control, today).filter(
      (piece) => piece.scope === data.scope || piece.outcome === 'fails',
    );
    const covered = isCovered(pieces, data, periodOn(state, control.frequency, today));
    return covered && pieces.some((piece) => isSameResult(piece, data));
  });
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
