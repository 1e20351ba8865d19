import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import {
  type Circumstances,
  type Decision,
  type Evolver,
  factType,
  localDate,
  on,
  type RecordedFact,
  record,
  refuse,
} from '../../foundation/index.ts';
import type { Governance, WithGovernance } from '../governance.ts';

const calendarShared = factType<{ from: string; until: string }>('CalendarShared', 1, []);
const calendarUnshared = factType<{ endedOn: string }>('CalendarUnshared', 1, []);

export const shareCalendarInput = z.strictObject({
  until: localDate.optional().describe('Last day of its key; in a year when left out, in two at most'),
});
export const unshareCalendarInput = z.strictObject({});

/** Each time with a new key: the one before opens nothing from here on. Nobody shares the calendar of somebody else. */
export function shareCalendar(
  _state: WithGovernance,
  { until: asked }: z.infer<typeof shareCalendarInput>,
  { today, actor }: Circumstances,
): Decision {
  const day = Temporal.PlainDate.from(today);
  const until = asked ?? day.add({ years: 1 }).toString();
  const latest = day.add({ years: 2 }).toString();
  if (until < today || until > latest)
    return refuse('refused', 'calendar.until', { until, from: today, latest, at: 'until' });
  return record(calendarShared.of({ kind: 'calendar', id: actor }, { from: today, until }));
}

export function unshareCalendar(
  state: WithGovernance,
  _input: object,
  { today, actor }: Circumstances,
): Decision {
  const shared = state.governance.calendars.get(actor);
  if (!shared || shared.endedOn !== undefined) return refuse('conflict', 'calendar.not-shared');
  return record(calendarUnshared.of({ kind: 'calendar', id: actor }, { endedOn: today }));
}

/** Whether the key of somebody's calendar opens it on a day. */
export function isCalendarOpen({ calendars }: Governance, person: string, day: string): boolean {
  const shared = calendars.get(person);
  return shared !== undefined && shared.endedOn === undefined && day >= shared.from && day <= shared.until;
}

export const calendarEvolvers: readonly Evolver<Governance>[] = [
  on(calendarShared, (state: Governance, fact: RecordedFact<{ from: string; until: string }>) => {
    const { from, until } = fact.data;
    return { ...state, calendars: state.calendars.set(fact.record.id, { from, until }) };
  }),
  on(calendarUnshared, (state: Governance, { record: { id }, data }: RecordedFact<{ endedOn: string }>) => {
    const shared = state.calendars.get(id);
    const { endedOn } = data;
    return shared ? { ...state, calendars: state.calendars.set(id, { ...shared, endedOn }) } : state;
  }),
];
