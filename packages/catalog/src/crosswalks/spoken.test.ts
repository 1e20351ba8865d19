import { expect, it } from 'vitest';
import { crosswalk, crosswalkIn } from '../index.ts';

const own = crosswalk('nis2-21-to-csf2')!;

it('given a crosswalk that we ship, then its name and what is said of it are in the language, its pairs as they were', () => {
  const german = crosswalkIn('de', own);
  expect(german.title).toBe('NIS 2 Artikel 21(2) zu CSF 2.0 (abgeleitet)');
  expect(german.developer).toBe('Concord, aus einer Tabelle der ENISA');
  for (const part of ['direction', 'source', 'licence'] as const) expect(german[part]).not.toBe(own[part]);
  expect(german.pairs).toBe(own.pairs);
  expect(crosswalkIn('en', own)).toEqual(own);
});

it('given one that was imported under the same name, then it keeps its words', () => {
  const imported = { ...own };
  expect(crosswalkIn('de', imported)).toBe(imported);
});
