import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf, periodFrom } from './period.ts';

describe('how long evidence counts', () => {
  it('given a number and a unit, when it is written and read again, then it is the same', () => {
    const unit = fc.constantFrom('days', 'weeks', 'months', 'years');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), unit, (count, each) => {
        const parts = { count, unit: each } as const;
        expect(partsOf(periodFrom(parts))).toEqual(parts);
      }),
    );
  });

  it('given a period of several units, then it has no one unit', () => {
    expect(partsOf('P1Y6M')).toBeUndefined();
    expect(partsOf('P3M')).toEqual({ count: 3, unit: 'months' });
  });
});
