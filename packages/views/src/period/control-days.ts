import {
  type Control,
  type Held,
  heldBy,
  implementationOn,
  type Programme,
  periodOn,
  piecesInPractice,
} from '@concord/programme';
import { evidenceIn } from '../coverage/feed.ts';
import { dayNumber } from '../days/calendar.ts';

/** First and last day of a time that somebody looks back on, local dates. */
export interface AuditPeriod {
  readonly from: string;
  readonly to: string;
}

/** A period as it stands at the head of an answer. */
export interface PeriodShown extends AuditPeriod {
  readonly days: number;
}

export function periodShown({ from, to }: AuditPeriod): PeriodShown {
  return { from, to, days: dayNumber(to) - dayNumber(from) + 1 };
}

/** How a control stood on a day: not in place (planned, retired, of no use), or in place and what its evidence said. */
export const dayStates = ['not-in-place', 'uncovered', 'grace', 'covered'] as const;
export type DayState = (typeof dayStates)[number];

/** For each day of a period a place in `dayStates`: the higher, the better shown. */
export type Days = Uint8Array;

const [notInPlace, uncovered, grace, covered] = [0, 1, 2, 3] as const;

/** Whether results stood behind a control in place; in grace too, as they count for the calculus. */
export function isCovered(state: number | undefined): boolean {
  return state === grace || state === covered;
}

export function isInPlace(state: number | undefined): boolean {
  return state !== undefined && state !== notInPlace;
}

/** Where and when something is looked at. */
export interface Look {
  readonly scope: string;
  readonly period: AuditPeriod;
}

/**
 * How a control stood on every day of a period in one scope. The same as to ask `freshnessOn` day by day, worked out
 * piece by piece: a year of a library is asked for at once.
 */
export function daysOf(programme: Programme, control: Control, { scope, period }: Look): Days {
  const first = dayNumber(period.from);
  const days = new Uint8Array(dayNumber(period.to) - first + 1);
  const known = evidenceIn(programme, control, scope);
  for (const { day, from, to } of stretches(programme, control, period)) {
    if (!isInPlaceOn(control, day)) continue;
    days.fill(uncovered, from, to + 1);
    const lasts = periodOn(programme.controls, control.frequency, day);
    const pieces = heldBy(piecesInPractice(known, control, day), lasts);
    const ranges = pieces.map((held) => rangeOf(held, { first, from, to }));
    for (const range of ranges) days.fill(grace, range.from, Math.max(range.from, range.end));
    for (const range of ranges) days.fill(covered, range.from, Math.max(range.from, range.until));
  }
  return days;
}

function isInPlaceOn(control: Control, day: string): boolean {
  const retired = control.retiredOn !== undefined && control.retiredOn <= day;
  return !retired && control.conditionHolds && implementationOn(control, day) !== 'planned';
}

interface Stretch {
  /** Its first day. */
  readonly day: string;
  /** Its first and last day, counted from the first of the period. */
  readonly from: number;
  readonly to: number;
}

/** Parts of the period within which neither how far a control is in practice nor how long a result counts changes. */
function stretches(programme: Programme, control: Control, { from, to }: AuditPeriod): Stretch[] {
  const set = programme.controls.frequencies.get(control.frequency ?? '') ?? [];
  const dates = [...control.implementation, ...set].map((each) => each.from);
  const changes = [...dates, control.retiredOn ?? ''].filter((day) => day > from && day <= to);
  const starts = [from, ...new Set(changes.sort())];
  const first = dayNumber(from);
  const numbers = [...starts.map(dayNumber), dayNumber(to) + 1].map((number) => number - first);
  return starts.map((day, at) => ({ day, from: numbers[at] ?? 0, to: (numbers[at + 1] ?? 0) - 1 }));
}

/** The days of a stretch that a piece holds up: from the first to the one after the last fresh one, and the last of all. */
function rangeOf(held: Held, { first, from, to }: Omit<Stretch, 'day'> & { readonly first: number }) {
  const after = (day: string) => dayNumber(day) - first + 1;
  const last = held.endedOn === undefined ? to + 1 : Math.min(to + 1, after(held.endedOn) - 1);
  return {
    from: Math.max(from, dayNumber(held.from) - first),
    until: Math.min(last, after(held.until)),
    end: Math.min(last, after(held.graceUntil)),
  };
}
