import { expect, it } from 'vitest';
import { loadedIn, partOf } from './loaded.ts';

const rows = (from: number, to: number) => (index: number) =>
  index >= from && index <= to ? { index } : undefined;

it('given a list of which all rows are here, then paper gets them all and nothing is told', () => {
  expect(partOf(loadedIn(3, rows(0, 2)), 3)).toBeUndefined();
});

it('given the first rows of more, or some of the middle, then which of how many is told', () => {
  expect(partOf(loadedIn(770, rows(0, 99)), 770)).toEqual({ from: 1, to: 100, total: 770 });
  expect(partOf(loadedIn(770, rows(300, 499)), 770)).toEqual({ from: 301, to: 500, total: 770 });
});

it('given that none is here yet, then none is told to be printed', () => {
  expect(partOf([], 12)).toEqual({ from: 0, to: 0, total: 12 });
});
