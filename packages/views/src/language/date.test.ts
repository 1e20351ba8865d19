import { describe, expect, it } from 'vitest';
import { dateIn, isDate } from './date.ts';
import { sayIn } from './say.ts';

describe('given a local date', () => {
  it('then each language writes it its own way, and the same day', () => {
    expect(['en', 'de', 'fr'].map((language) => dateIn('2026-10-12', language))).toEqual([
      '12 Oct 2026',
      '12. Okt. 2026',
      '12 oct. 2026',
    ]);
    expect(dateIn('2026-09-01', 'en')).toBe('1 Sep 2026');
    expect(dateIn('2026-09-01', 'fr')).toBe('1er sept. 2026');
    expect(dateIn('2026-09-11', 'fr')).toBe('11 sept. 2026');
    expect(dateIn('1999-12-31', 'en')).toBe('31 Dec 1999');
    expect(dateIn('2024-02-29', 'de')).toBe('29. Feb. 2024');
  });
});

describe('given words with a date among what fills them', () => {
  it('then it stands there as the language writes days', () => {
    expect(sayIn({})('word.stale', { since: '2026-10-12' })).toBe('Stale: unknown since 12 Oct 2026');
    expect(sayIn({ language: 'de' })('word.stale', { since: '2026-10-12' })).toContain('12. Okt. 2026');
  });

  it('then what only looks like one stays as it is', () => {
    const kept = ['2026-13-01', '2026-00-10', '2026-01-32', '2026-10-12 ', '27002-2022', 'C-2026-10-1'];
    expect(kept.filter(isDate)).toEqual([]);
    expect(sayIn({})('said.quoted', { text: '2026-13-01' })).toBe('“2026-13-01”');
  });
});
