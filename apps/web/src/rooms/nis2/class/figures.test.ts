import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptAs, shownAs } from './figures.ts';

describe('figures of an entity in their fields', () => {
  it('given money, then it is shown in millions of euros and kept in euros; persons are the same', () => {
    expect(shownAs('turnover', 28_500_000)).toBe(28.5);
    expect(keptAs('balance', 28.5)).toBe(28_500_000);
    expect([shownAs('persons', 49.5), keptAs('persons', 49.5), shownAs('turnover', undefined)]).toEqual([
      49.5,
      49.5,
      undefined,
    ]);
  });

  it('given any amount in whole euros, when it is shown and kept again, then it is the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (euros) => {
        expect(keptAs('turnover', shownAs('turnover', euros))).toBe(euros);
      }),
    );
  });
});
