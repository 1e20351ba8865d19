import type { Figures } from './draft.ts';

const million = 1_000_000;

/** More than any enterprise has: an amount in euros where millions are asked for is noticed. */
export const most = { people: 10_000_000, millions: 1_000_000 };

/** A figure as its field shows it: persons as they are, money in millions of euros, as the set-up asks for it. */
export function shownAs(name: keyof Figures, figure: number | undefined): number | undefined {
  return name === 'persons' || figure === undefined ? figure : figure / million;
}

/** What was entered as it is kept: money in euros. */
export function keptAs(name: keyof Figures, entered: number | undefined): number | undefined {
  return name === 'persons' || entered === undefined ? entered : Math.round(entered * million);
}
