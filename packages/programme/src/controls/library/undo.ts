import { z } from 'zod';
import {
  type Circumstances,
  count,
  type Decision,
  type Evolver,
  type Fact,
  factType,
  on,
  type RecordedFact,
  type RecordName,
  type Refusal,
  record,
  recordKey,
  refuse,
  text,
} from '../../foundation/index.ts';
import { type Back, permissions, type Undoing, type WayBack } from '../../governance/index.ts';
import { claimWithdrawn } from '../claim.ts';
import { type Control, type ControlChangeData, controlChanged, implementationOn } from '../control.ts';
import { controlRemoved, reinstateRetired } from '../retirement.ts';
import type { Controls, WithControls } from '../state.ts';
import { refuseControlNamed, refuseNamedSince } from './named.ts';

const batchUndone = factType<{ first: number; last: number; operation: string; reason?: string | undefined }>(
  'BatchUndone',
  1,
  ['reason'],
);

export const undoInput = z.strictObject({
  entry: count.pipe(z.number().min(1)).describe('Position of any entry that the command wrote'),
  reason: text(1000).optional().describe('Why it is undone'),
});

/** The entries of the batch that holds `entry`, and the programme as it was before them: looked up by the server. */
export interface UndoTakenIn {
  readonly entry: number;
  readonly reason?: string | undefined;
  readonly facts: readonly RecordedFact[];
  readonly before: WithControls;
  /** Position at which they were looked up: what was erased later may be in them. */
  readonly asOf: number;
}

/** The way back of each type of fact that has one. What is not among them decided or submitted something, and stays. */
export type WaysBack = ReadonlyMap<string, WayBack<WithControls>['back']>;

export function waysByType(ways: readonly WayBack<WithControls>[]): WaysBack {
  return new Map(ways.flatMap(({ types, back }) => types.map((type) => [type, back] as const)));
}

/**
 * Whether a command that wrote these facts can be taken back, by those who may, until something is changed or built upon
 * it: all of it can, or none of it.
 */
export function hasWayBack(wayOf: WaysBack, facts: readonly Pick<Fact, 'type'>[]): boolean {
  return facts.every(({ type }) => wayOf.has(type));
}

/** What the rule does not know itself: how each room takes back what it recorded, and what facts do to the programme. */
export interface UndoMeans {
  readonly wayOf: WaysBack;
  readonly fold: (state: WithControls, facts: readonly RecordedFact[]) => WithControls;
  /** What a command asks of who gives it; undefined for one that there is no more. */
  readonly permissionOf: (operation: string) => string | undefined;
}

/**
 * Whoever takes a command back has to be somebody who may give it. Somebody else's is taken back only by who sees all of
 * the programme: a refusal tells what it is.
 */
export function rightsToUndo(
  first: RecordedFact | undefined,
  actor: string,
  { permissionOf }: Pick<UndoMeans, 'permissionOf'>,
): readonly string[] {
  if (first === undefined) return [];
  const asked = permissionOf(first.operation);
  // What founded the organisation asked for a right that is none within it.
  const right = permissions.find((each) => each === asked) ?? 'governance.write';
  return first.actor === actor ? [right] : ['programme.read', right];
}

/**
 * Takes back what one command did: fields go back to what they were, what was added is as if it had never been, what was
 * proposed is withdrawn. All of it or nothing: refused when any of it was changed or built upon since. What decides (a
 * confirmation, an approval, an applicability, a judgement) is superseded by a new decision and never undone.
 */
export function undoBatch({ wayOf, fold }: UndoMeans) {
  return (state: WithControls, input: UndoTakenIn, { today }: Circumstances): Decision => {
    const [first] = input.facts;
    if (!first) return refuse('missing', 'entry.unknown', { entry: input.entry, at: 'entry' });
    const refusal = refuseUndoing(state, input, first);
    if (refusal) return { refusal };
    const { before, facts } = input;
    const undoing = { state, before, after: fold(before, facts), own: ownRecords(facts), today };
    const undone: Fact[] = [];
    // Backwards, so that a code that was handed on is free again before it goes back.
    for (const fact of facts.toReversed()) {
      const back = wayOf.get(fact.type)?.(undoing, fact) ?? refuseDecided(fact, input.entry);
      if ('refusal' in back) return back;
      const refused = isNew(undoing, fact) && refuseNamedSince(state, undoing.own, fact.record);
      if (refused) return { refusal: refused };
      undone.push(...back.facts);
    }
    const { batch, operation, seq } = first;
    const data = { first: seq, last: seq + facts.length - 1, operation, reason: input.reason };
    return record(batchUndone.of({ kind: 'batch', id: batch }, data), ...undone);
  };
}

function refuseUndoing(
  state: WithControls,
  { asOf, facts }: UndoTakenIn,
  { batch, operation, seq }: RecordedFact,
): Refusal | undefined {
  if (isErasedSince(state, asOf)) return refuse('unavailable', 'undo.erased-meanwhile').refusal;
  if (!state.revisions.has(recordKey({ kind: 'batch', id: batch }))) return undefined;
  return refuse('conflict', 'undo.done', { operation, first: seq, last: seq + facts.length - 1 }).refusal;
}

/** Named by the type of the fact, in words: `EvidenceRecorded` as “evidence recorded”. Any entry of its command may be asked for. */
function refuseDecided({ type, seq, operation }: RecordedFact, asked: number): { refusal: Refusal } {
  const deed = type.replace(/\B[A-Z]/g, ' $&').toLowerCase();
  return refuse('conflict', 'undo.decided', { asked, deed, entry: seq, operation });
}

/** What is erased stays gone: it is not brought back by whoever read it a moment before. */
function isErasedSince({ revisions }: WithControls, position: number): boolean {
  return revisions.some((revision, key) => revision > position && key.startsWith('entry/'));
}

function isNew({ before }: Undoing<WithControls>, { record }: RecordedFact): boolean {
  return !before.revisions.has(recordKey(record));
}

function ownRecords(facts: readonly RecordedFact[]): Set<string> {
  return new Set(facts.map((fact) => recordKey(fact.record)));
}

/** Where the content of a record comes from: what was done and undone since does not count. */
function contentRevision({ controls, revisions }: WithControls, fact: RecordedFact): number {
  const control = fact.record.kind === 'control' ? controls.controls.get(fact.record.id) : undefined;
  return control?.restores ?? revisions.get(recordKey(fact.record)) ?? 0;
}

/** Refuses where the record was changed after the command; else goes back as `back` says. */
function unlessChanged(back: WayBack<WithControls>['back']): WayBack<WithControls>['back'] {
  return (undoing, fact) => {
    const revision = contentRevision(undoing.state, fact);
    const left = undoing.after.revisions.get(recordKey(fact.record)) ?? 0;
    if (revision <= left) return back(undoing, fact);
    return refuse('conflict', 'undo.changed-since', { record: called(undoing.state, fact.record), revision });
  };
}

/** A control by its code and name; a claim by its controls and what they are claimed for. */
function called({ controls }: WithControls, named: RecordName): string {
  const spoken = (id: string) => controls.controls.get(id)?.code ?? id;
  const control = controls.controls.get(named.id);
  if (named.kind === 'control' && control) return [control.code, control.name].filter(Boolean).join(' ');
  const claim = controls.claims.get(named.id);
  return claim ? `${claim.controls.map(spoken).join(', ')} → ${claim.requirement}` : recordKey(named);
}

export const libraryWaysBack: readonly WayBack<WithControls>[] = [
  { types: ['ControlAdded'], back: unlessChanged(removeAdded) },
  { types: ['ControlChanged'], back: unlessChanged(restoreChanged) },
  { types: ['ControlRetired'], back: unlessChanged(reinstateRetired) },
  {
    types: ['ClaimStated'],
    back: unlessChanged((_undoing, { record: claim, seq }) => ({
      facts: [claimWithdrawn.of(claim, { reason: `undone: entry ${seq}`, undone: true })],
    })),
  },
];

/** A control that something leans on by now stays: it has to be retired. */
function removeAdded({ state, own }: Undoing<WithControls>, { record: control }: RecordedFact): Back {
  const { claims, claimsBy, evidenceFor, controls } = state.controls;
  const { code = control.id } = controls.get(control.id) ?? {};
  if (evidenceFor.has(control.id)) return refuse('conflict', 'undo.has-evidence', { control: code });
  const other = claimsBy
    .get(control.id)
    ?.map((id) => claims.get(id))
    .find((claim) => claim !== undefined && claim.state !== 'withdrawn' && !own.has(`claim/${claim.id}`));
  if (other) return refuse('conflict', 'undo.has-claims', { control: code, claim: other.requirement });
  const refusal = refuseControlNamed(state, own, { id: control.id, code });
  return refusal ? { refusal } : { facts: [controlRemoved.of(control, {})] };
}

function restoreChanged({ before, own, state }: Undoing<WithControls>, fact: RecordedFact): Back {
  const earlier = before.controls.controls.get(fact.record.id);
  // Added by the same batch: it goes altogether.
  if (!earlier) return { facts: [] };
  const { implementation, effective, ...data } = fact.data as ControlChangeData;
  const members = [...Object.keys(data), ...fact.redacted].filter((member) => member !== 'restores');
  const back: ControlChangeData = Object.fromEntries(
    members.map((member) => [member, valueOrNone(earlier[member as keyof Control])]),
  );
  const taken =
    typeof back.code === 'string' ? state.controls.byCode.get(back.code.toUpperCase()) : undefined;
  if (taken !== undefined && taken !== earlier.id && !own.has(recordKey({ kind: 'control', id: taken }))) {
    return refuse('conflict', 'control.code-taken', { code: String(back.code) });
  }
  if (implementation !== undefined && effective !== undefined) {
    Object.assign(back, { implementation: implementationOn(earlier, effective), effective });
  }
  back.restores = earlier.restores ?? earlier.seq;
  return { facts: [controlChanged.of(fact.record, back)] };
}

/** A change takes a member away by null. */
function valueOrNone<T>(value: T): T | null {
  return value === undefined || value === '' ? null : value;
}

/** That a batch was undone is known by the revision of its record. */
export const undoEvolvers: readonly Evolver<Controls>[] = [on(batchUndone, (state: Controls) => state)];
