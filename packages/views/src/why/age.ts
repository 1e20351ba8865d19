import { say } from '@concord/catalog';
import { Temporal } from 'temporal-polyfill';

/** Whole days from one local day to another. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/** An age in words: of today, one day old, so many days old. */
export function ageWords(days: number): string {
  if (days === 0) return say('en', 'why.age-today');
  return days === 1 ? say('en', 'why.age-day') : say('en', 'why.age', { days });
}
