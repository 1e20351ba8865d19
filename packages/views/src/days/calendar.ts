import { Temporal } from 'temporal-polyfill';

/** Days from 1970-01-01 to a local date: sums over thousands of days need no calendar. */
export function dayNumber(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  // Years that begin in March end with the day that comes and goes.
  const since = month > 2 ? year : year - 1;
  const inYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const leaps = Math.floor(since / 4) - Math.floor(since / 100) + Math.floor(since / 400);
  return since * 365 + leaps + inYear - 719_468;
}

const epoch = Temporal.PlainDate.from('1970-01-01');

/** The local date of a day number. */
export function dayNamed(number: number): string {
  return epoch.add({ days: number }).toString();
}
