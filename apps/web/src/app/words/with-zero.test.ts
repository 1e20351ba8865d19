import { expect, it } from 'vitest';
import { withZero } from './with-zero.ts';

it('given a text for one that does not say the number, then none is told as several are', () => {
  const words = { a_one: 'Une opération', a_other: '{{count}} opérations' };
  expect(withZero(words)).toEqual({ ...words, a_zero: '{{count}} opérations' });
});

it('given a text for one that says the number, or one for none, then it stays', () => {
  const words = {
    a_one: '{{count}} mesure',
    a_other: '{{count}} mesures',
    b_zero: 'Rien',
    b_one: 'Une',
    b_other: 'x',
  };
  expect(withZero(words)).toEqual(words);
});
