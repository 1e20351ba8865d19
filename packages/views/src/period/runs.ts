import { dayNamed, dayNumber } from '../days/calendar.ts';
import { type AuditPeriod, type DayState, type Days, dayStates } from './control-days.ts';

/** Days that follow one another and stand alike, counted from the first of the period. */
export interface Run {
  readonly state: number;
  readonly from: number;
  readonly to: number;
}

/** A span of days as it is shown. */
export interface Span extends AuditPeriod {
  readonly state: DayState;
  readonly days: number;
}

/** The days from first to last, as runs of what a rule makes of each. */
export function runsOf(days: Days, read: (state: number) => number = (state) => state): Run[] {
  const runs: { state: number; from: number; to: number }[] = [];
  let last: (typeof runs)[number] | undefined;
  for (let at = 0; at < days.length; at += 1) {
    const state = read(days[at] ?? 0);
    if (last?.state === state) last.to = at;
    else {
      last = { state, from: at, to: at };
      runs.push(last);
    }
  }
  return runs;
}

export function lengthOf({ from, to }: Pick<Run, 'from' | 'to'>): number {
  return to - from + 1;
}

/** A run with the days of the calendar that it stands for. */
export function spanOf({ state, from, to }: Run, period: AuditPeriod): Span {
  const first = dayNumber(period.from);
  return {
    state: dayStates[state] ?? 'uncovered',
    from: dayNamed(first + from),
    to: dayNamed(first + to),
    days: lengthOf({ from, to }),
  };
}

/** The longest run of a state; of several the first. */
export function longestOf(runs: readonly Run[], state: number): Run | undefined {
  let longest: Run | undefined;
  for (const run of runs) {
    if (run.state === state && !(longest && lengthOf(longest) >= lengthOf(run))) longest = run;
  }
  return longest;
}
