import { line } from '@concord/programme';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asName, isName } from './name.ts';

const taken = line(200);
const odd = fc.constantFrom(
  ...'\u200f\u202e\u2066\u061c\u200d\n\r\t\u0007\u0000\ud800\u2028\u0085\u00a0 \u00ad',
  ...'\u200b\u200c\u2060\ufeff\ufe0f\u180e\u3164\u094d\u20e3',
  'ک',
  'क',
  '葛',
  '1',
  'KG',
  'é',
  '😀',
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.array(odd, { maxLength: 6 }).map((parts) => parts.join('')),
  fc.integer({ min: 190, max: 210 }).map((count) => 'a'.repeat(count)),
);

describe('a name, before it is sent', () => {
  it('given joiners within emoji and words that need them, when it is made a name, then they stay', () => {
    for (const name of [
      '👩\u200d🔬 Labor',
      'می\u200cخواهم',
      'ന\u0d4d\u200d',
      '葛\u{e0100}城',
      '1\ufe0f\u20e3',
    ])
      expect([name, isName(name), asName(name)]).toEqual([name, true, name]);
    expect(asName('zero\u200bwidth\u200d\u00ad')).toBe('zerowidth');
  });

  it('given any text, when it is looked at, then it is a name exactly where the commands take it as one', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect([text, isName(text)]).toEqual([text, taken.safeParse(text).success]);
      }),
      { numRuns: 2000 },
    );
  });

  it('given a name with a mark or a line break pasted along, when that is taken out, then a name is left', () => {
    expect(isName('Muster KG \u200fשלום')).toBe(false);
    expect(asName('Muster KG \u200fשלום')).toBe('Muster KG שלום');
    expect(asName('Muster\r\nKG\u0007 ')).toBe('Muster KG');
  });

  it('given any text with something to see, when it is made a name, then it is one', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(isName(asName(`A${text}`.slice(0, 100)))).toBe(true);
      }),
    );
  });
});
