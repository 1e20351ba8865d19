import { expect, test } from 'vitest';
import { mondayOf, nextMonday, sundayOf } from './week.ts';

test.each([
  ['2026-11-22', '2026-11-16'],
  ['2026-11-23', '2026-11-23'],
  ['2027-01-01', '2026-12-28'],
])('given %s, then its Monday is %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday);
});

test('given a Monday at the end of a year, then its week ends on Sunday and the next begins after it', () => {
  expect([sundayOf('2026-12-28'), nextMonday('2026-12-28')]).toEqual(['2027-01-03', '2027-01-04']);
});
