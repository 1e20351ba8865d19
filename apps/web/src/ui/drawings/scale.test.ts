import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysScale, monthsBetween, stack, stepsOf } from './scale.ts';

describe('days on an axis', () => {
  test('given a day between, it stands in proportion; given one outside, at the end', () => {
    const place = daysScale('2026-01-01', '2026-01-11');
    expect([place('2026-01-06'), place('2025-12-01'), place('2026-03-01')]).toEqual([50, 0, 100]);
  });

  test('given a winter, the months are named and the year stands with the first and with January', () => {
    const months = monthsBetween('2026-11-10', '2027-02-03', { language: 'en-GB' });
    expect(months).toEqual([
      { on: '2026-11-10', label: 'Nov 2026' },
      { on: '2026-12-01', label: 'Dec' },
      { on: '2027-01-01', label: 'Jan 2027' },
      { on: '2027-02-01', label: 'Feb' },
    ]);
  });

  test('given a language that shortens a month otherwise beside a year, it is called alike in both', () => {
    const months = monthsBetween('2025-02-01', '2026-03-01', { language: 'de' });
    const february = months
      .filter(({ on }) => on.slice(5, 7) === '02')
      .map(({ label }) => label.split(' ')[0]);
    const between = monthsBetween('2026-01-01', '2026-03-01', { language: 'de' })[1]?.label;
    expect(february).toEqual([between, between]);
  });

  test('given five years, no more months are named than asked for', () => {
    expect(monthsBetween('2022-01-01', '2026-12-31', { language: 'de', most: 10 })).toHaveLength(10);
  });
});

describe('parts of a whole', () => {
  test('given an empty part, it is not drawn', () => {
    expect(stack([{ count: 3 }, { count: 0 }, { count: 1 }], 0).map(({ size }) => size)).toEqual([75, 25]);
  });

  test('given any parts, they fill the whole and no more', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 8 }), (counts) => {
        const last = stack(counts.map((count) => ({ count }))).at(-1);
        expect((last?.from ?? 0) + (last?.size ?? 0)).toBeCloseTo(100, 6);
      }),
    );
  });
});

describe('the history of an interval', () => {
  test('given two points, each holds until the next, the last until the end', () => {
    const points = [
      { on: '2026-01-01', met: 1 },
      { on: '2026-03-01', met: 4 },
    ];
    expect(stepsOf(points, '2026-06-30')).toEqual([
      { on: '2026-01-01', met: 1 },
      { on: '2026-03-01', met: 1 },
      { on: '2026-03-01', met: 4 },
      { on: '2026-06-30', met: 4 },
    ]);
  });
});
