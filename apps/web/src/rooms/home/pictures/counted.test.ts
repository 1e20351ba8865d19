import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dutyPartOf, partsOf, reachOf } from './counted.ts';

const kinds = [
  'assessed',
  'claimed',
  'inferred',
  'indicative',
  'gap',
  'stale',
  'unclaimed',
  'unknown',
  'conflict',
  'excluded',
] as const;
const row = fc.record({
  id: fc.string(),
  kind: fc.constantFrom(...kinds),
  assessable: fc.boolean(),
  group: fc.constantFrom('4', '5', '6'),
  groupTitle: fc.constant('Clause'),
});

describe('how far a part of a framework is met', () => {
  test('given one row of each kind, then three are met, all but the gap are possible, the excluded is not asked', () => {
    const rows = kinds.map((kind) => ({ id: kind, kind, assessable: true }));
    expect(reachOf(rows)).toEqual({ n: 9, met: 3, possible: 8 });
  });

  test('given any rows, then met ≤ possible ≤ asked, and the parts add up to the whole', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const { n, met, possible } = reachOf(rows);
        expect(met <= possible && possible <= n).toBe(true);
        const parts = partsOf(rows);
        expect(parts.reduce((sum, part) => sum + part.n, 0)).toBe(n);
        expect(parts.reduce((sum, part) => sum + part.met, 0)).toBe(met);
      }),
    );
  });

  test('given what nobody has assessed by itself, then it is not counted', () => {
    expect(reachOf([{ id: '4', kind: 'gap', assessable: false }])).toEqual({ n: 0, met: 0, possible: 0 });
  });
});

test.each([
  ['20(1)', 'management'],
  ['21(2)(a)', 'measures'],
  ['21(3)', 'principles'],
  ['23(4)(a)', 'reporting'],
  ['27(2)', 'registration'],
  ['3(4)', 'registration'],
] as const)('given duty %s, then it belongs to %s', (id, part) => {
  expect(dutyPartOf(id)).toBe(part);
});
