import { type EnterpriseCeilings, entityClassLaw } from '@concord/catalog';
import type { SizeFigures } from '@concord/programme';

/** Smallest first. What the Recommendation calls micro is small here: no class depends on it. */
export const sizes = ['small', 'medium', 'large'] as const;
export type Size = (typeof sizes)[number];

/** The three figures that a size is worked out from, in the order in which they are asked for. */
export const figures = ['persons', 'turnover', 'balance'] as const;
export type Figure = (typeof figures)[number];

export interface SizeClass {
  /** Absent while the figures leave more than one open. */
  readonly size?: Size;
  /** Every size that the figures leave possible, smallest first. */
  readonly possible: readonly Size[];
  /** What each figure says by itself; absent where it is not known. */
  readonly by: Readonly<Partial<Record<Figure, Size>>>;
}

/**
 * Recommendation 2003/361/EC, Annex, Article 2: by persons, and by the smaller of what turnover and balance sheet say;
 * the greater of the two is the size. A figure that is not known may be anything, so what comes out are all the sizes
 * that are left: with 250 persons it is large whatever the accounts say. `least` bounds
 * from below the persons that are not known.
 */
export function sizeClass(known: SizeFigures, least = 0): SizeClass {
  const { ceilings } = entityClassLaw();
  const floor = bandOfPersons(least, ceilings);
  const persons = possibleBands(known.persons, (value) => bandOfPersons(value, ceilings), floor);
  const turnover = possibleBands(known.turnover, (value) => bandOfSum(value, ceilings.turnover));
  const balance = possibleBands(known.balance, (value) => bandOfSum(value, ceilings.balance));
  const found = new Set<number>();
  for (const staff of persons)
    for (const turned of turnover)
      for (const total of balance) found.add(Math.max(staff, Math.min(turned, total)));
  const possible = sizes.filter((_, band) => found.has(band));
  const [only] = possible;
  return {
    ...(possible.length === 1 && only ? { size: only } : {}),
    possible,
    by: { ...said('persons', persons), ...said('turnover', turnover), ...said('balance', balance) },
  };
}

const bands = [0, 1, 2];

function possibleBands(
  value: number | undefined,
  bandOf: (value: number) => number,
  floor = 0,
): readonly number[] {
  return value === undefined ? bands.filter((band) => band >= floor) : [bandOf(value)];
}

/** Fewer than the ceiling. */
function bandOfPersons(value: number, { persons }: EnterpriseCeilings): number {
  return persons.filter((ceiling) => value >= ceiling).length;
}

/** Up to the ceiling, which still belongs to the smaller size. */
function bandOfSum(value: number, ceilings: readonly number[]): number {
  return ceilings.filter((ceiling) => value > ceiling).length;
}

function said(figure: Figure, possible: readonly number[]): Partial<Record<Figure, Size>> {
  const [only] = possible;
  return possible.length === 1 && only !== undefined ? { [figure]: sizes[only] } : {};
}

/** One value of each size, for a figure that is not known: enough to try all it could do. */
export function triedValues(figure: Figure): Readonly<Record<Size, number>> {
  const [medium, large] = entityClassLaw().ceilings[figure];
  const above = figure === 'persons' ? 0 : 1;
  return { small: 0, medium: medium + above, large: large + above };
}
