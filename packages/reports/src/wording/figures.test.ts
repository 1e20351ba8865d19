import { describe, expect, it } from 'vitest';
import { writeDate, writeDatesIn, writeNumber } from './figures.ts';

describe('given a date', () => {
  it('when it is written, then it is the same day in every language', () => {
    expect(writeDate('2026-11-24', 'en')).toBe('24 Nov 2026');
    expect(writeDate('2026-09-01', 'en')).toBe('1 Sep 2026');
    expect(writeDate('2026-11-24', 'de')).toContain('24. Nov');
  });
});

describe('given a text of ours with a date in it', () => {
  it('when it is written, then only the date changes', () => {
    expect(writeDatesIn('Stale: unknown since 2026-10-04', 'en')).toBe('Stale: unknown since 4 Oct 2026');
    expect(writeDatesIn('Met, inferred from A.5.15', 'en')).toBe('Met, inferred from A.5.15');
  });
});

describe('given a number', () => {
  it('when it is written, then its thousands are set apart as in that language', () => {
    expect(writeNumber(14_320, 'en')).toBe('14,320');
    expect(writeNumber(14_320, 'de')).toBe('14.320');
  });
});
