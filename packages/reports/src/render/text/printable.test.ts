import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePrintable, printable } from './printable.ts';

describe('given any text, when it is made printable', () => {
  it('then it is well formed, has no control but line ends, and does not change a second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const printed = printable(typed);
        expect(printed).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u);
        expect(printable(printed)).toBe(printed);
      }),
    );
  });

  it('then letters of every script, their ordering marks and emoji stay', () => {
    const typed = 'Kraków Ελλάδα שלום\u200f سلام \u{1f468}\u200d\u{1f469}';
    expect(printable(typed)).toBe(typed);
  });

  it('then all line ends become one', () => {
    expect(printable('a\r\nb\rc\u2028d')).toBe('a\nb\nc\nd');
  });
});

describe('given a value with texts inside', () => {
  it('when it is made printable, then its shape and its other values stay', () => {
    const value = { a: ['x\u0000', 1, { b: '\ud800' }], c: true };
    expect(makePrintable(value)).toEqual({ a: ['x', 1, { b: '\ufffd' }], c: true });
  });
});
