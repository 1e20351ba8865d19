import { Temporal } from 'temporal-polyfill';

/** Days of the history: the last is the day before the demo is looked at. */
export const length = 548;

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The days of one history, counted from its first, 0. */
export interface Calendar {
  /** The day, whatever it is. */
  readonly day: (at: number) => string;
  /** The day, or the Friday before a weekend: when people work. */
  readonly workday: (at: number) => string;
  /** So many days after a date. */
  readonly after: (date: string, days: number) => string;
}

/** The calendar of a history that is over on the day given, local date. */
export function calendarUpTo(asOf: string): Calendar {
  const first = Temporal.PlainDate.from(asOf).subtract({ days: length });
  const at = (days: number) => first.add({ days: Math.max(0, Math.min(Math.round(days), length - 1)) });
  return {
    day: (days) => at(days).toString(),
    workday: (days) => {
      const date = at(days);
      const back = Math.max(0, date.dayOfWeek - 5);
      return (
        Temporal.PlainDate.compare(date.subtract({ days: back }), first) < 0
          ? date
          : date.subtract({ days: back })
      ).toString();
    },
    after: (date, days) => Temporal.PlainDate.from(date).add({ days }).toString(),
  };
}

/** How people name the time that something is about. */
export function periodName(date: string, frequency: string): string {
  const { year, month, weekOfYear, day } = Temporal.PlainDate.from(date);
  const named = `${months[month - 1]} ${year}`;
  if (['continuous', 'daily', 'weekly'].includes(frequency)) return `week ${weekOfYear} of ${year}`;
  if (frequency === 'quarterly') return `Q${Math.ceil(month / 3)} ${year}`;
  if (frequency === 'half-yearly') return `${month < 7 ? 'first' : 'second'} half of ${year}`;
  if (frequency === 'annual') return String(year);
  return frequency === 'event-driven' ? `${day} ${named}` : named;
}
