import { say } from '@concord/catalog';
import { implementationOn, type Programme, periodOn } from '@concord/programme';
import { Temporal } from 'temporal-polyfill';
import type { InParts } from '../../pauses/in-parts.ts';
import { carryOut, type Deed, type DoneBy } from '../../supposed/carry-out.ts';
import type { Change, Refused, SupposedState } from './change.ts';

/** The programme as it would be, and what of the changes is so already. */
export interface Hypothesis {
  readonly programme: Programme;
  readonly unchanged: readonly Change[];
}

/**
 * The programme as it would be: the very rules of the commands decide, and their facts are folded after the last real
 * one. Nothing is recorded, and `programme` is not changed. A rule that refuses refuses here too.
 */
export function* suppose(
  programme: Programme,
  changes: readonly Change[],
  by: DoneBy,
): InParts<Hypothesis | Refused> {
  const unchanged: Change[] = [];
  let state = programme;
  for (const change of changes) {
    const next = changed(state, change, by);
    if ('refusal' in next) return next;
    if (next.position === state.position) unchanged.push(change);
    state = next;
    yield;
  }
  return { programme: state, unchanged };
}

function changed(state: Programme, change: Change, by: DoneBy): Programme | Refused {
  if (change.kind === 'lapse') return withLapsed(state, change.evidence.id, by.on);
  return carryOut(state, deedsFor(state, change, by.on), by);
}

/** The commands that somebody would give to bring a change about on a day. */
function deedsFor(
  programme: Programme,
  change: Exclude<Change, { kind: 'lapse' }>,
  on: string,
): readonly Deed[] {
  if (change.kind === 'exclude') {
    const { framework, requirement } = change;
    const exclusionReason = say('en', 'what-if.supposed');
    return [deed('applicability decide', { framework, requirement, applicable: false, exclusionReason })];
  }
  const { control, state } = change;
  return deedsTo[state](programme, control.id, on);
}

function deed(command: string, said: object): Deed {
  return { command, input: () => said };
}

type DeedsTo = (programme: Programme, control: string, on: string) => readonly Deed[];

const deedsTo: Readonly<Record<SupposedState, DeedsTo>> = {
  planned: (...about) => [inPractice('planned', ...about)],
  partly: (...about) => [inPractice('partly', ...about)],
  operating: (...about) => [inPractice('operating', ...about)],
  works: (...about) => [...acceptedInPractice(...about), result('works', ...about)],
  fails: (...about) => [result('fails', ...about)],
  retired: (_, control) => [deed('controls retire', { control, reason: say('en', 'what-if.supposed') })],
};

function inPractice(implementation: string, ...[, control]: Parameters<DeedsTo>): Deed {
  return deed('controls set', { control, implementation });
}

/** What is in operation already with its design accepted is left as it is. */
function acceptedInPractice(...[programme, id, on]: Parameters<DeedsTo>): readonly Deed[] {
  const control = programme.controls.controls.get(id);
  if (control?.design === 'accepted' && implementationOn(control, on) === 'operating') return [];
  return [deed('controls set', { control: id, implementation: 'operating', design: 'accepted' })];
}

/** A result of the day, kept in the ledger itself. Where no frequency says how long it counts, it counts that day. */
function result(outcome: 'works' | 'fails', ...[programme, id, on]: Parameters<DeedsTo>): Deed {
  const frequency = programme.controls.controls.get(id)?.frequency;
  const period = periodOn(programme.controls, frequency, on);
  const piece = { controls: [id], outcome, title: say('en', 'what-if.result'), record: `control/${id}` };
  return deed('evidence add', period === undefined ? { ...piece, validUntil: on } : piece);
}

/**
 * The piece as if its own validity, which has no grace, had ended the day before. No command does this: evidence is
 * never changed. It takes a place like a fact, so that what was remembered is brought up to date from it.
 */
function withLapsed(programme: Programme, id: string, on: string): Programme {
  const { controls } = programme;
  const piece = controls.evidence.get(id);
  if (!piece) return programme;
  const validUntil = Temporal.PlainDate.from(on).subtract({ days: 1 }).toString();
  const seq = programme.position + 1;
  const evidence = controls.evidence.set(id, { ...piece, validUntil });
  const list = controls.touches.list.concat(piece.controls.map((control) => ({ seq, control })));
  return {
    ...programme,
    position: seq,
    controls: { ...controls, evidence, touches: { ...controls.touches, list } },
  };
}
