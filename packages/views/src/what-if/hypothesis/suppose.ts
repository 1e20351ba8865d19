import { say } from '@concord/catalog';
import {
  type Circumstances,
  commands,
  type Decision,
  evolve,
  type Fact,
  implementationOn,
  type Programme,
  periodOn,
  type RecordedFact,
} from '@concord/programme';
import { Temporal } from 'temporal-polyfill';
import type { Change, Refused, SupposedState } from './change.ts';

/** On which day it is supposed, and by whom. */
interface Supposing {
  /** Local date: the day asked about is today here. */
  readonly on: string;
  readonly person: string;
}

/** One command as it would be carried out. */
type Step = readonly [command: string, input: object];

/** The programme as it would be, and what of the changes is so already. */
export interface Hypothesis {
  readonly programme: Programme;
  readonly unchanged: readonly Change[];
}

/**
 * The programme as it would be: the very rules of the commands decide, and their facts are folded after the last real
 * one. Nothing is recorded, and `programme` is not changed. A rule that refuses refuses here too.
 */
export function suppose(
  programme: Programme,
  changes: readonly Change[],
  supposing: Supposing,
): Hypothesis | Refused {
  const circumstances = circumstancesOf(programme, supposing);
  const unchanged: Change[] = [];
  let state = programme;
  for (const change of changes) {
    const next = changed(state, change, circumstances);
    if ('refusal' in next) return next;
    if (next.position === state.position) unchanged.push(change);
    state = next;
  }
  return { programme: state, unchanged };
}

function changed(state: Programme, change: Change, circumstances: Circumstances): Programme | Refused {
  const { today } = circumstances;
  if (change.kind === 'lapse') return withLapsed(state, change.evidence.id, today);
  let next = state;
  for (const step of stepsOf(state, change, today)) {
    const decision = decide(next, step, circumstances);
    if ('refusal' in decision) return decision;
    next = foldFacts(next, decision.facts, circumstances);
  }
  return next;
}

/** The commands that somebody would give to bring a change about on a day. */
function stepsOf(
  programme: Programme,
  change: Exclude<Change, { kind: 'lapse' }>,
  on: string,
): readonly Step[] {
  if (change.kind === 'exclude') {
    const { framework, requirement } = change;
    const exclusionReason = say('en', 'what-if.supposed');
    return [['applicability decide', { framework, requirement, applicable: false, exclusionReason }]];
  }
  const { control, state } = change;
  return stepsTo[state](programme, control.id, on);
}

type StepsTo = (programme: Programme, control: string, on: string) => readonly Step[];

const stepsTo: Readonly<Record<SupposedState, StepsTo>> = {
  planned: (...about) => [inPractice('planned', ...about)],
  partly: (...about) => [inPractice('partly', ...about)],
  operating: (...about) => [inPractice('operating', ...about)],
  works: (...about) => [...acceptedInPractice(...about), result('works', ...about)],
  fails: (...about) => [result('fails', ...about)],
  retired: (_, control) => [['controls retire', { control, reason: say('en', 'what-if.supposed') }]],
};

function inPractice(implementation: string, ...[, control]: Parameters<StepsTo>): Step {
  return ['controls set', { control, implementation }];
}

/** What is in operation already with its design accepted is left as it is. */
function acceptedInPractice(...[programme, id, on]: Parameters<StepsTo>): readonly Step[] {
  const control = programme.controls.controls.get(id);
  if (control?.design === 'accepted' && implementationOn(control, on) === 'operating') return [];
  return [['controls set', { control: id, implementation: 'operating', design: 'accepted' }]];
}

/** A result of the day, kept in the ledger itself. Where no frequency says how long it counts, it counts that day. */
function result(outcome: 'works' | 'fails', ...[programme, id, on]: Parameters<StepsTo>): Step {
  const frequency = programme.controls.controls.get(id)?.frequency;
  const period = periodOn(programme.controls, frequency, on);
  const piece = { controls: [id], outcome, title: say('en', 'what-if.result'), record: `control/${id}` };
  return ['evidence add', period === undefined ? { ...piece, validUntil: on } : piece];
}

/** Ids that no ledger gives out, alike whenever the same is asked. */
function circumstancesOf({ position }: Programme, { on, person }: Supposing): Circumstances {
  let count = 0;
  const newId = () => {
    count += 1;
    return `supposed-${position}-${count}`;
  };
  return { now: `${on}T12:00:00.000Z`, today: on, actor: person, newId };
}

function decide(state: Programme, [name, said]: Step, circumstances: Circumstances): Decision {
  const row = commands.find((each) => each.name === name);
  if (!row) throw new Error(`there is no command ${name}`);
  return row.rule(state, row.input.parse(said), circumstances);
}

function foldFacts(state: Programme, facts: readonly Fact[], { now, actor }: Circumstances): Programme {
  const place = { at: now, actor, via: 'what-if', batch: '', operation: 'what-if', redacted: [] };
  let folded = state;
  for (const { type, version, record, data } of facts) {
    const fact: RecordedFact = { type, version, record, data, ...place, seq: folded.position + 1 };
    folded = evolve(folded, fact);
  }
  return folded;
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
