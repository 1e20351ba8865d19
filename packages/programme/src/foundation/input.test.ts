import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, line, localDate, text } from './input.ts';

const takes = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe('text', () => {
  it('is trimmed, and has from one to as many characters as were said', () => {
    expect(text(5).parse('  ab  ')).toBe('ab');
    expect(['', '   ', '\n'].some((value) => takes(text(5), value))).toBe(false);
    expect([takes(text(5), 'abcde'), takes(text(5), 'abcdef'), takes(text(5), ' abcde ')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('may be of any language, with emoji, tabs and lines', () => {
    for (const value of ['👩‍🔬 ok', 'Zürich\tΑθήνα\nשלום', '𝒳', 'é'])
      expect(takes(text(50), value)).toBe(true);
  });

  it('has something to see', () => {
    for (const value of ['\u200b\u200b', '\u00a0\u200b', '\u202e', '\u2060\ufeff'])
      expect(takes(text(50), value)).toBe(false);
    expect(takes(text(50), '\u200bx')).toBe(true);
  });

  it.each([
    ['NUL', 'a\u0000b'],
    ['escape', 'a\u001bb'],
    ['delete', 'a\u007fb'],
    ['a C1 control', 'a\u0085b'],
    ['a high half alone', 'a\ud83d'],
    ['a low half alone', '\ude00a'],
    ['halves the wrong way round', '\ude00\ud83d'],
  ])('holds no %s', (_, value) => expect(takes(text(50), value)).toBe(false));

  it('is nothing but text', () => {
    for (const value of [1, null, undefined, ['a'], {}]) expect(takes(text(50), value)).toBe(false);
  });
});

describe('a line', () => {
  it.each([
    'zero\u200bwidth',
    'word\u2060joiner',
    'a\ufeffb',
    'soft\u00adhyphen',
    'a\u200db',
    'a\u200cb',
    '\u200dab',
    'ab\u200d',
    'ab\u200c c',
    '👩\u200d',
    '👩\u200dx',
    '👩\u200d\u200d🔬',
    'می\u200c',
    'क\u200d',
    'a\ufe0f',
    '1\ufe0f',
    'a\u{e0020}b',
    'ab\u3164',
    'a\u180eb',
    'a\u034fb',
    'שלום\u200f',
    'a\nb',
  ])('holds nothing that cannot be seen: %j', (value) => expect(takes(line(50), value)).toBe(false));

  it('keeps what shapes the signs beside it: emoji, joined letters, ideographs', () => {
    const flag = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}';
    const emoji = ['👩\u200d🔬', '👩🏽\u200d🔬', '🏳\ufe0f\u200d🌈', '❤\ufe0f', '1\ufe0f\u20e3', flag];
    const words = ['می\u200cخواهم', 'क\u094d\u200dष', 'ന\u0d4d\u200d', '葛\u{e0100}城', 'ශ\u0dca\u200dරී'];
    for (const value of [...emoji, ...words, 'Zürich', 'שלום', 'é e\u0301', 'A\u00a0B'])
      expect([value, takes(line(50), value)]).toEqual([value, true]);
  });
});

describe('a local date', () => {
  it('is a day that exists', () => {
    for (const value of ['2024-02-29', '2026-12-31', '2000-02-29'])
      expect(takes(localDate, value)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-02-30',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '20260101',
    '٢٠٢٦-٠١-٠١',
    '',
  ])('is not %j', (value) => expect(takes(localDate, value)).toBe(false));
});

describe('a count', () => {
  it('is a whole number, as a number or in digits', () => {
    fc.assert(
      fc.property(fc.nat(), (value) => {
        expect([count.parse(value), count.parse(String(value))]).toEqual([value, value]);
      }),
    );
  });

  it.each([1.5, '1.5', '1e3', '', ' ', '-1', '0x10', '1234567890123456', Number.NaN, true, null, [1]])(
    'is not %j',
    (value) => expect(takes(count, value)).toBe(false),
  );
});
