import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonPieces } from './json.ts';

it.each([0, 2] as const)('given any value, then with %i blanks the pieces are what JSON writes', (indent) => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 9 }), (value) => {
      expect([...jsonPieces(value, indent)].join('')).toBe(`${JSON.stringify(value, null, indent)}\n`);
    }),
  );
});

it('given members and rows that say nothing, then they are left out or null, as JSON does', () => {
  const value = { one: undefined, rows: [undefined, { a: undefined, b: 1 }], of: {} };
  expect([...jsonPieces(value, 2)].join('')).toBe(`${JSON.stringify(value, null, 2)}\n`);
});

it('given a long list deep within, then it is written row by row', () => {
  const value = { view: { rows: Array.from({ length: 1000 }, (_, nth) => ({ nth, words: ['a', 'b'] })) } };
  const pieces = [...jsonPieces(value, 2)];
  expect(pieces.join('')).toBe(`${JSON.stringify(value, null, 2)}\n`);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(100);
});
