import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lapsesIn, lastDayOf, monthAfter, monthIn, weeksOf } from './month.ts';

describe('a month of the calendar', () => {
  it('given an address, then its month, or that of the day where it says none that there is', () => {
    expect(monthIn('2026-02', '2026-11-22')).toBe('2026-02');
    expect(monthIn('2026-13', '2026-11-22')).toBe('2026-11');
    expect(monthIn(undefined, '2026-11-22')).toBe('2026-11');
  });

  it('given months later or earlier, then years turn', () => {
    expect(monthAfter('2026-11', 2)).toBe('2027-01');
    expect(monthAfter('2026-01', -1)).toBe('2025-12');
    expect(lastDayOf('2028-02')).toBe('2028-02-29');
  });

  it('given November 2026, then it begins on a Sunday and has six weeks', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks).toHaveLength(6);
    expect(weeks[0]).toEqual([...Array(6).fill(undefined), '2026-11-01']);
    expect(weeks.at(-1)?.[0]).toBe('2026-11-30');
  });

  it('given any month, then each of its days stands there once, in order', () => {
    const months = fc.tuple(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(months, ([year, month]) => {
        const named = `${year}-${String(month).padStart(2, '0')}`;
        const days = weeksOf(named)
          .flat()
          .filter((day) => day !== undefined);
        const count = Number(lastDayOf(named).slice(8));
        expect(days).toEqual(
          Array.from({ length: count }, (_, at) => `${named}-${String(at + 1).padStart(2, '0')}`),
        );
      }),
    );
  });
});

describe('what lapses in a month', () => {
  const grace = { id: 'a', until: '2026-11-28', graceUntil: '2026-12-01' };
  const none = { id: 'b', until: '2026-11-29', graceUntil: '2026-11-29' };

  it('given evidence with days of grace, then both its days are there, each in its month', () => {
    expect([...lapsesIn('2026-11', [grace]).values()].flat().map(({ on, kind }) => [on, kind])).toEqual([
      ['2026-11-28', 'until'],
    ]);
    expect([...lapsesIn('2026-12', [grace]).values()].flat().map(({ on, kind }) => [on, kind])).toEqual([
      ['2026-12-01', 'grace'],
    ]);
  });

  it('given evidence without grace, then its last day is there once', () => {
    expect(lapsesIn('2026-11', [none]).get('2026-11-29')).toEqual([
      { on: '2026-11-29', kind: 'grace', row: none },
    ]);
  });

  it('given evidence that never was, then no day is its own', () => {
    expect(lapsesIn('2026-11', [{}]).size).toBe(0);
  });
});
