import { describe, expect, test } from 'vitest';
import { weeksOf } from './weeks.ts';

describe('the weeks in which evidence falls due', () => {
  test('given days of three weeks, then each is counted in its own, an empty one with nought, the past nowhere', () => {
    const rows = ['2026-11-20', '2026-11-23', '2026-11-24', '2026-11-29', '2026-12-08'].map((due) => ({
      due,
    }));
    expect(weeksOf(rows, '2026-11-24', '2026-12-13')).toEqual([
      { monday: '2026-11-23', count: 2 },
      { monday: '2026-11-30', count: 0 },
      { monday: '2026-12-07', count: 1 },
    ]);
  });

  test('given a last week that is known in part, then it is left out', () => {
    expect(weeksOf([], '2026-11-24', '2026-12-05').map(({ monday }) => monday)).toEqual(['2026-11-23']);
  });
});
