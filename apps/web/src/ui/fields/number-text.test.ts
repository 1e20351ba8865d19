import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuantity, writeBroken, writeQuantity } from './number-text.ts';

const value = (text: string) => {
  const read = readQuantity(text);
  return read.kind === 'number' ? read.value : read.kind;
};

describe('a quantity that was typed', () => {
  it('given one mark and one or two digits after it, then it is the decimal mark, in every language', () => {
    expect(['28,5', '28.5', '0,25', '1200.75', ' 7 ', '0'].map(value)).toEqual([
      28.5, 28.5, 0.25, 1200.75, 7, 0,
    ]);
  });

  it('given one mark before exactly three digits, then it is asked which of the two is meant', () => {
    expect(readQuantity('1.200')).toEqual({ kind: 'two-ways', whole: 1200, broken: 1.2 });
    expect(readQuantity('1,200')).toEqual({ kind: 'two-ways', whole: 1200, broken: 1.2 });
    expect(readQuantity('28,125')).toEqual({ kind: 'two-ways', whole: 28_125, broken: 28.125 });
  });

  it('given a whole number, or one of fewer decimals than three, then one mark before exactly three digits parts thousands', () => {
    for (const text of ['6.200', '6,200', '6 200', '6\u202f200', "6'200", '6’200', '6200'])
      expect(readQuantity(text, 0), text).toEqual({ kind: 'number', value: 6200, decimals: 0 });
    expect(readQuantity('-1.200', 0)).toMatchObject({ value: -1200 });
    expect(['6.200', '6,5'].map((text) => readQuantity(text, 1))).toMatchObject([
      { value: 6200 },
      { value: 6.5 },
    ]);
    for (const [text, decimals] of [
      ['6.2', 1],
      ['6.25', 2],
      ['0.125', 3],
      ['1200.125', 3],
    ] as const)
      expect(readQuantity(text, 0), text).toMatchObject({ decimals });
    expect(readQuantity('1.20.000', 0).kind).toBe('unreadable');
  });

  it('given any whole number, when it is typed as a language prints it, then the same is read', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom('en-GB', 'de', 'de-CH', 'fr'),
        (wanted, language) => {
          const printed = new Intl.NumberFormat(language).format(wanted);
          expect(readQuantity(printed, 0)).toEqual({ kind: 'number', value: wanted, decimals: 0 });
        },
      ),
    );
  });

  it('given such a question, when it is answered with either reading as it is offered, then that is read', () => {
    expect([writeBroken(1.2, 'en-GB'), writeBroken(28.125, 'de')]).toEqual(['1.2', '28,1250']);
    expect(readQuantity('28,1250')).toEqual({ kind: 'number', value: 28.125, decimals: 3 });
  });

  it('given three digits that can not be a group, then there is no doubt', () => {
    expect(['0.125', '1200,125', '28,1255'].map(value)).toEqual([0.125, 1200.125, 28.1255]);
  });

  it('given groups that leave no doubt, then they are read', () => {
    expect(['1 200', '1\u202f200\u202f000', "1'200", '1.200.000', '1,200.50', '1.200,5'].map(value)).toEqual([
      1200, 1_200_000, 1200, 1_200_000, 1200.5, 1200.5,
    ]);
  });

  it('given what is no number, then nothing is made of it', () => {
    for (const text of ['abc', '1e9', '12 people', '1,2,3', '1.20.000', '1,200,5', '.', '-', '12,', '١٢'])
      expect(value(text), text).toBe('unreadable');
    expect(value('  ')).toBe('none');
  });

  it('given one below zero, then it is read as that, to be refused and not to vanish', () => {
    expect(['-5', '−5', '-1 200'].map(value)).toEqual([-5, -5, -1200]);
  });

  it('given any quantity that a language writes, when it is typed so, then the same is read, or it is asked', () => {
    const quantity = fc.integer({ min: -1e12, max: 1e12 }).map((each) => each / 1000);
    fc.assert(
      fc.property(quantity, fc.constantFrom('en-GB', 'de', 'fr'), (wanted, language) => {
        const read = readQuantity(writeQuantity(wanted, language, 3));
        if (read.kind === 'two-ways') expect(read.broken).toBe(wanted);
        else expect(read).toMatchObject({ kind: 'number', value: wanted });
      }),
    );
  });

  it('given none, then nothing is written', () => {
    expect(writeQuantity(undefined, 'en-GB')).toBe('');
    expect(writeQuantity(28.5, 'de', 3)).toBe('28,5');
    expect(writeQuantity(1200, 'de')).toBe('1.200');
    expect(writeQuantity(1200, 'en-GB', 1)).toBe('1,200');
  });

  it('given one that may have three decimals, then it is parted as any other, and its decimals are begun where it would be doubtful', () => {
    const written = (language: string) =>
      [1200, 1234.5, 999, 1_000_000].map((each) => writeQuantity(each, language, 3));
    expect(written('en-GB')).toEqual(['1,200.0', '1,234.5', '999', '1,000,000']);
    expect(written('de')).toEqual(['1.200,0', '1.234,5', '999', '1.000.000']);
    expect(written('fr')).toEqual(['1\u202f200', '1\u202f234,5', '999', '1\u202f000\u202f000']);
    expect(readQuantity('1,200.0')).toMatchObject({ kind: 'number', value: 1200 });
  });
});
