import shipped from '../../data/frequencies.json' with { type: 'json' };

/**
 * How many of a year's results are customarily looked at: `year` scales with the results that a period asks for;
 * `share` is a percentage of what is recorded, `least` to `most`; `configuration` is one for each, and every exception.
 */
export type SampleSize =
  | {
      readonly basis: 'year';
      /** Results that a year asks for. */
      readonly population: number;
      readonly least: number;
      readonly most: number;
      /** Where more is customary in doubt. */
      readonly upTo?: number;
    }
  | { readonly basis: 'share'; readonly share: number; readonly least: number; readonly most: number }
  | { readonly basis: 'configuration'; readonly least: number; readonly most: number }
  | { readonly basis: 'all' };

/** How often something runs, and so how long its evidence counts. Practice, not a rule of any framework. */
export interface Frequency {
  readonly id: string;
  readonly label: string;
  /** ISO 8601 duration: evidence is fresh this long after it was collected. */
  readonly period: string;
  /** Days after the period in which evidence is due but still counts. */
  readonly graceDays: number;
  readonly basis: 'practice';
  readonly sample: SampleSize;
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
