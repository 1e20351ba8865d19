import shipped from '../../data/frequencies.json' with { type: 'json' };

/** How often something runs, and so how long its evidence counts. Practice, not a rule of any framework. */
export interface Frequency {
  readonly id: string;
  readonly label: string;
  /** ISO 8601 duration: evidence is fresh this long after it was collected. */
  readonly period: string;
  /** Days after the period in which evidence is due but still counts. */
  readonly graceDays: number;
  readonly basis: 'practice';
  readonly note?: string;
}

// The compiler widens "practice" to string; frequency.test.ts checks the shape.
const FREQUENCIES = shipped.frequencies as unknown as readonly Frequency[];

/** Every frequency, the most frequent first. */
export function frequencies(): readonly Frequency[] {
  return FREQUENCIES;
}

/** The frequency with this id, or undefined. */
export function frequency(id: string): Frequency | undefined {
  return FREQUENCIES.find((known) => known.id === id);
}
