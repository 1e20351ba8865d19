import { describe, expect, it } from 'vitest';
import texts from './en.json' with { type: 'json' };
import { sayFrom, writeDate } from './words.ts';

const say = sayFrom({ hello: 'Hello {{name}}', row_one: 'one row', row_other: '{{count}} rows' }, 'en');

describe('given a text with a place for a value', () => {
  it('when the value itself looks like a place, then it stays as it was typed', () => {
    expect(say('hello', { name: '{{name}} $&' })).toBe('Hello {{name}} $&');
  });

  it('when the value or the text is missing, then it throws', () => {
    expect(() => say('hello')).toThrow('needs a value for "name"');
    expect(() => say('goodbye')).toThrow('No text for "goodbye"');
  });

  it('when there is a count, then it chooses the form and writes the number in the language', () => {
    expect(say('row', { count: 1 })).toBe('one row');
    expect(say('row', { count: 12_000 })).toBe('12,000 rows');
  });
});

describe('given the English texts', () => {
  it('then none is empty and every plural has both forms', () => {
    for (const [key, text] of Object.entries(texts)) {
      expect(text.trim(), key).not.toBe('');
      if (key.endsWith('_one')) expect(texts).toHaveProperty([key.replace('_one', '_other')]);
    }
  });
});

describe('given a date', () => {
  it('when it is written, then it is the same day in every language', () => {
    expect(writeDate('2026-11-24', 'en')).toBe('24 Nov 2026');
    expect(writeDate('2026-09-01', 'en')).toBe('1 Sep 2026');
    expect(writeDate('2026-11-24', 'de')).toContain('24. Nov');
  });
});
