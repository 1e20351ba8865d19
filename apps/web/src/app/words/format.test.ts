import { describe, expect, it } from 'vitest';
import { dayAfter, daysBetween, formatIn } from './format.ts';

describe('dates and numbers', () => {
  it('given a local date, when it is written, then each language has its own way and no zone moves it', () => {
    expect(formatIn('en').day('2026-11-24')).toBe('24 Nov 2026');
    expect(formatIn('de').day('2026-11-24')).toBe('24. Nov. 2026');
    expect(formatIn('fr').day('2026-11-24')).toBe('24 nov. 2026');
  });

  it('given the first of a month, when it is written in French, then it is the 1er, with a time too', () => {
    expect(formatIn('fr').day('2026-03-01')).toBe('1er mars 2026');
    expect(formatIn('fr').instant('2026-03-01T12:00:00Z')).toMatch(/^1er mars 2026/);
    expect(formatIn('fr').instant('2026-03-11T12:00:00Z')).toMatch(/^11 mars 2026/);
    expect(formatIn('en').instant('2026-03-01T12:00:00Z')).toMatch(/^1 Mar 2026/);
  });

  it('given something that is no date, when it is written, then it stays as it is', () => {
    expect(formatIn('en').day('soon')).toBe('soon');
    expect(formatIn('en').instant('then')).toBe('then');
  });

  it('given a day, when days are added and counted, then both agree over the change of clocks and leap days', () => {
    for (const [from, days] of [
      ['2028-02-28', 2],
      ['2026-03-28', 2],
      ['2026-12-31', 1],
    ] as const)
      expect(daysBetween(from, dayAfter(from, days))).toBe(days);
    expect(dayAfter('2028-02-28', 2)).toBe('2028-03-01');
  });

  it('given codes with numbers, when they are sorted, then ten comes after nine', () => {
    expect(['A.5.10', 'A.5.9', 'A.5.1'].sort(formatIn('en').compare)).toEqual(['A.5.1', 'A.5.9', 'A.5.10']);
  });

  it('given clauses, when they are listed, then French sets its mark apart, and no line begins with it', () => {
    expect(formatIn('en').listed(['a', 'b'])).toBe('a; b');
    expect(formatIn('fr').listed(['a', 'b'])).toBe('a\u00a0; b');
  });

  it('given sizes of files, when they are written, then in units of a thousand', () => {
    expect(formatIn('en').bytes(999)).toBe('999 bytes');
    expect(formatIn('en').bytes(1_400_000)).toBe('1.4 MB');
  });
});
