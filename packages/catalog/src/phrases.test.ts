import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  activities,
  attributeTable,
  crosswalks,
  csfTiers,
  designations,
  framework,
  frameworks,
  frequencies,
  phraseIn,
} from './index.ts';

const phrasesOf = (language: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(new URL(`../data/words/phrases-${language}.json`, import.meta.url), 'utf8'));

/** Every short text of our tables that a document or view puts before a reader as it stands there. */
const spoken = new Set([
  ...frameworks().flatMap(({ title, edition, source, licence }) => [title, edition, source, licence]),
  ...framework('nis2-directive')!.requirements.flatMap(({ tags, beyondIso27001 }) =>
    [tags?.deadline, beyondIso27001?.note].filter((text) => text !== undefined),
  ),
  ...csfTiers().steps.map(({ name }) => name),
  ...Object.values(attributeTable().controls).flatMap((found) =>
    Object.values(found ?? {})
      .flat()
      .map((value: string) => value.replaceAll('_', ' ')),
  ),
  ...crosswalks().flatMap(({ title, developer, direction, source, licence }) => [
    title,
    developer,
    direction,
    source,
    licence,
  ]),
  ...frameworks().flatMap(({ levels }) => Object.values(levels)),
  ...frequencies().map(({ label }) => label),
  ...activities().flatMap(({ name, sector, subsector, provision, note }) =>
    [name, sector?.name, subsector?.name, provision, note].filter((text) => text !== undefined),
  ),
  ...designations().flatMap(({ name, provision }) => [name, provision]),
]);

it.each(['de', 'fr'])('in %s there is each of them, and nothing that no table says', (language) => {
  expect(Object.keys(phrasesOf(language)).sort()).toEqual([...spoken].sort());
});

it('is said in a language, and as it stands where that has none', () => {
  expect(phraseIn('de', 'Quarterly')).toBe('Vierteljährlich');
  expect(phraseIn('en', 'Quarterly')).toBe('Quarterly');
  expect(phraseIn('nl', 'Quarterly')).toBe('Quarterly');
  expect(phraseIn('de', 'What somebody typed')).toBe('What somebody typed');
  expect(phraseIn('de', 'toString')).toBe('toString');
});

it('keeps every number, and in French no sign of its own begins a line', () => {
  const numbers = (text: string) => text.match(/[\d./]*\d/g)?.sort() ?? [];
  for (const language of ['de', 'fr'])
    for (const [own, said] of Object.entries(phrasesOf(language)))
      expect(numbers(said), own).toEqual(numbers(own));
  for (const said of Object.values(phrasesOf('fr'))) expect(said).not.toMatch(/ [;:!?»]|« /);
});

it('calls the parts of ISO/IEC 27001 as its German and French editions and our reports do', () => {
  const { levels } = framework('iso27001-2022')!;
  const parts = [levels.clause, levels.item].map((level) => ['de', 'fr'].map((to) => phraseIn(to, level!)));
  expect(parts).toEqual([
    ['Abschnitt', 'Article'],
    ['Unterpunkt', 'Élément'],
  ]);
});
