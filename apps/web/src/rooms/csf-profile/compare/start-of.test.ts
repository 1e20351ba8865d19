import { expect, it } from 'vitest';
import { startOf } from './start-of.ts';

it.each([
  ['2026-11-22', '2025-05-23', '2026-08-22'],
  ['2026-05-31', '2025-05-23', '2026-02-28'],
  ['2026-02-10', '2025-05-23', '2025-11-10'],
  ['2026-11-22', '2026-10-01', '2026-10-01'],
  ['2026-11-22', '2026-11-22', '2026-11-22'],
  ['2026-11-22', '2026-12-01', '2026-11-22'],
])('given %s and a ledger that begins on %s, then it is compared with %s', (day, begins, start) => {
  expect(startOf(day, begins)).toBe(start);
});
