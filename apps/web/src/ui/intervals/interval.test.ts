import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { percentsOf, sharesOf, writeGain, writePercents, writeRange } from './interval.ts';

const intervals = fc
  .tuple(fc.nat(500), fc.nat(500), fc.nat(500))
  .map((three) => three.sort((one, other) => one - other) as [number, number, number])
  .map(([met, possible, of]) => ({ met, possible, of }));

describe('the shares of an interval bar', () => {
  test('given 20 to 23 of 31 with a target of 29, solid, hatch and tick stand where they should', () => {
    const shares = sharesOf({ met: 20, possible: 23, of: 31, target: 29 });
    expect(shares.solid).toBeCloseTo(64.5, 1);
    expect(shares.possible).toBeCloseTo(74.2, 1);
    expect(shares.target).toBeCloseTo(93.5, 1);
  });

  test('given a gain, it is the end of what is met', () => {
    expect(sharesOf({ met: 24, possible: 27, of: 30, gain: 6 })).toMatchObject({
      solid: 60,
      met: 80,
      possible: 90,
    });
  });

  test('given a loss, what is met is solid, and the loss is written with its sign', () => {
    expect(sharesOf({ met: 6, possible: 9, of: 10, gain: -2 })).toMatchObject({ solid: 60, met: 60 });
    expect([writeGain(-2, 'en-GB'), writeGain(4, 'de'), writeGain(0, 'fr')]).toEqual(['−2', '+4', '']);
  });

  test('given nothing to meet, nothing is drawn', () => {
    expect(sharesOf({ met: 0, possible: 0, of: 0 })).toMatchObject({ solid: 0, possible: 0 });
  });

  test('given any interval, the parts follow each other within the bar', () => {
    fc.assert(
      fc.property(intervals, (interval) => {
        const { solid, met, possible } = sharesOf(interval);
        expect(0 <= solid && solid <= met && met <= possible && possible <= 100).toBe(true);
      }),
    );
  });
});

describe('per cents of an interval', () => {
  test('given almost all, it is not said to be all; given hardly any, not none', () => {
    expect(percentsOf({ met: 199, possible: 199, of: 200 })).toEqual([99, 99]);
    expect(percentsOf({ met: 0, possible: 1, of: 300 })).toEqual([0, 1]);
  });

  test('given any interval, what is said lies outside what is so by less than one', () => {
    fc.assert(
      fc.property(
        intervals.filter(({ of }) => of > 0),
        ({ met, possible, of }) => {
          const [lower, upper] = percentsOf({ met, possible, of });
          expect(lower).toBeLessThanOrEqual((100 * met) / of);
          expect(upper).toBeGreaterThanOrEqual(lower);
          expect(upper === 100).toBe(possible === of);
          expect(lower === 100).toBe(met === of);
        },
      ),
    );
  });
});

describe('an interval in words', () => {
  test('given two figures, both are written; given one, one', () => {
    expect(writeRange(20, 23, 'en-GB')).toBe('20–23');
    expect(writeRange(1204, 1204, 'de')).toBe('1.204');
  });

  test('given each language, the sign stands as it is set there', () => {
    const interval = { met: 72, possible: 88, of: 106 };
    expect(writePercents(interval, 'en-GB')).toBe('67–84\u202f%');
    expect(writePercents(interval, 'de')).toBe('67–84\u00a0%');
    expect(writePercents(interval, 'fr')).toMatch(/^67–84[\u202f\u00a0]\s?%$/u);
  });
});
