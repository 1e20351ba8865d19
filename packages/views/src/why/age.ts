import { Temporal } from 'temporal-polyfill';
import type { Say } from '../language/say.ts';

/** Whole days from one local day to another. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/** An age in words: of today, one day old, so many days old. */
export function ageWords(days: number, say: Say): string {
  if (days === 0) return say('why.age-today');
  return days === 1 ? say('why.age-day') : say('why.age', { days });
}
