import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce, type InParts } from './in-parts.ts';
import { foundInParts, sortedInParts } from './lists.ts';

/** Of few values many each, so that there are ties. */
const lists = fc
  .tuple(fc.integer({ min: 0, max: 5200 }), fc.infiniteStream(fc.nat(40)))
  .map(([length, values]) => [...values.take(length)].map((value, nth) => ({ value, nth })));

function pausesOf(work: InParts<unknown>): number {
  let pauses = 0;
  while (!work.next().done) pauses += 1;
  return pauses;
}

describe('given lists of any length', () => {
  it('law: brought into order in parts they are as brought into order at once, ties as they came', () => {
    const byValue = (one: { value: number }, other: { value: number }) => one.value - other.value;
    fc.assert(
      fc.property(lists, (list) => {
        expect(atOnce(sortedInParts(list, byValue))).toEqual([...list].sort(byValue));
      }),
      { numRuns: 20 },
    );
  });

  it('when one is gone through, then what is nothing is left out, and others are answered now and then', () => {
    const all = Array.from({ length: 3500 }, (_, nth) => nth);
    const even = () => foundInParts(all, (each) => (each % 2 === 0 ? each : undefined));
    expect(atOnce(even())).toEqual(all.filter((each) => each % 2 === 0));
    expect(pausesOf(even())).toBe(3);
    expect(pausesOf(sortedInParts(all, (one, other) => other - one))).toBeGreaterThan(3);
  });
});
