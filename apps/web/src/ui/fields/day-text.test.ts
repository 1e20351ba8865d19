import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDay, writeDay } from './day-text.ts';

const languages = ['en-GB', 'de', 'fr'] as const;
const days = fc.date({ min: new Date('1970-01-01'), max: new Date('2069-12-31'), noInvalidDate: true });

describe('a day that is typed', () => {
  test.each(languages)('given any day written in %s, it is read back', (language) => {
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(readDay(writeDay(day, language), language)).toEqual({ kind: 'day', day });
        expect(readDay(day, language)).toEqual({ kind: 'day', day });
      }),
    );
  });

  test.each([
    ['en-GB', '15 Jan 2027'],
    ['de', '15.01.2027'],
    ['fr', '15/01/2027'],
  ])('given 15 January in %s, it is written %s', (language, written) => {
    expect(writeDay('2027-01-15', language)).toBe(written);
  });

  test.each([
    ['5.3.27', 'de', '2027-03-05'],
    ['1 mars 2027', 'fr', '2027-03-01'],
    ['1 août 2027', 'fr', '2027-08-01'],
    ['1 aout 2027', 'fr', '2027-08-01'],
    ['1-Sep-2027', 'en-GB', '2027-09-01'],
    ['29.02.2028', 'de', '2028-02-29'],
  ])('given "%s" in %s, it is %s', (typed, language, day) => {
    expect(readDay(typed, language)).toEqual({ kind: 'day', day });
  });

  test('given a day that its month does not have, it says how many it has', () => {
    expect(readDay('31.02.2027', 'en-GB')).toEqual({ kind: 'no-such-day', month: 'February 2027', days: 28 });
  });

  test.each(['soon', '2027', '1.13.2027', '0.1.2027', '1 x 2027'])('given "%s", it is no day', (typed) => {
    expect(readDay(typed, 'de')).toEqual({ kind: 'unreadable' });
  });

  test('given nothing, there is no day', () => {
    expect(readDay('  ', 'de')).toEqual({ kind: 'none' });
  });
});
