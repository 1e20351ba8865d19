import { expect, it } from 'vitest';
import { nearestWords } from './nearest-words.ts';

const known = [
  'controls list',
  'controls show',
  'claims state',
  'statement-of-applicability',
  'gap-analysis',
];

it.each([
  ['contols list', ['controls list']],
  ['control list', ['controls list']],
  ['Controls Shwo', ['controls show']],
  ['statement-of-aplicability', ['statement-of-applicability']],
  ['gap', ['gap-analysis']],
  ['controls', ['controls list', 'controls show']],
  ['nonsense', []],
  ['', []],
  ['x'.repeat(100_000), []],
])('given %j, then %j', (mistyped, near) => {
  expect(nearestWords(mistyped, known)).toEqual(near);
});

it('given many that are as near, then no more than asked for', () => {
  expect(nearestWords('controls', known, 1)).toEqual(['controls list']);
});
