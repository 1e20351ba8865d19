import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Called, fitting } from './fit.ts';

const read = (language: string, part: string) =>
  JSON.parse(
    readFileSync(new URL(`../../words/${language}/${part}.json`, import.meta.url), 'utf8'),
  ) as Readonly<Record<string, string>>;

/** Pages and deeds as a language calls them, by their keys. */
function calledIn(language: string): readonly (Called & { readonly id: string })[] {
  const [words, app] = [read(language, 'palette'), read(language, 'app')];
  return Object.entries(words).flatMap(([key, also]) => {
    const id = key.replace(/^also\./, '');
    const title = words[`deed.${id}`] ?? words[`full.${id}`] ?? app[`room.${id}`] ?? '';
    return id === key ? [] : [{ id, title, also: also.split('; ') }];
  });
}

it.each([
  ['en', 'SoA', 'statement-of-applicability'],
  ['en', 'statement', 'statement-of-applicability'],
  ['en', 'add evidence', 'add-evidence'],
  ['en', 'dark', 'theme-dark'],
  ['en', 'publish', 'publish'],
  ['en', 'backup', 'back-up'],
  ['en', 'as of', 'look-back'],
  ['en', 'deutsch', 'language-de'],
  ['en', 'nis2', 'nis2'],
  ['de', 'Erklärung zur Anwendbarkeit', 'statement-of-applicability'],
  ['de', 'erklarung', 'statement-of-applicability'],
  ['de', 'Sicherung', 'back-up'],
  ['de', 'dunkel', 'theme-dark'],
  ['de', 'Nachweis hinzu', 'add-evidence'],
  ['fr', 'DdA', 'statement-of-applicability'],
  ['fr', 'sauvegarde', 'back-up'],
  ['fr', 'sombre', 'theme-dark'],
  ['fr', 'preuve ajouter', 'add-evidence'],
])('given %s, when somebody looks for “%s”, then %s comes first', (language, text, id) => {
  expect(fitting(calledIn(language), text)[0]?.id).toBe(id);
});

it('given words that fit nothing, then nothing is there; given none, then all', () => {
  const all = calledIn('en');
  expect(fitting(all, 'evidence nowhere')).toEqual([]);
  expect(fitting(all, '')).toEqual(all);
});

it('given a word within a word, then it does not count', () => {
  expect(fitting([{ title: 'Home', also: [] }], 'me')).toEqual([]);
});
