import { readdirSync, readFileSync } from 'node:fs';
import { createInstance } from 'i18next';
import { expect, it } from 'vitest';
import en from '../data/words/en.json' with { type: 'json' };
import { framework, hasWords, say } from './index.ts';

const folder = new URL('../data/words/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const wordsOf = (file: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
const holesOf = (words: string) => words.match(/\{\{\w+\}\}/g)?.sort() ?? [];
const commandsOf = (words: string) => words.match(/`[^`]+`/g)?.sort() ?? [];
/** A language may tell more forms of number apart than English, and says the same in them. */
const inEnglish = (key: string) =>
  Object.hasOwn(en, key) ? key : key.replace(/_(?:zero|two|few|many)$/, '_other');

it('says a key in English', () => {
  expect(say('en', 'word.met-by-claim')).toBe('Met, by our claim');
  expect(say('en', 'word.gap-as-assessed')).toBe('Gap, as assessed');
});

it('puts values in as they are, without escaping and without reading them again', () => {
  expect(say('en', 'word.met-inferred', { from: 'A.5.15 & <b>6.1</b>' })).toBe(
    'Met, inferred from A.5.15 & <b>6.1</b>',
  );
  expect(say('en', 'word.stale', { since: '{{from}} $t(word.unknown)' })).toBe(
    'Stale: unknown since {{from}} $t(word.unknown)',
  );
});

it('falls back to English, and to the key where nobody has written words', () => {
  expect(say('nl', 'word.unknown')).toBe('Unknown');
  expect(say('en', 'refusal:nobody.wrote.this')).toBe('refusal:nobody.wrote.this');
  expect([hasWords('word.unknown'), hasWords('word'), hasWords('toString')]).toEqual([true, false, false]);
});

it('tells of none as of several where French would tell of one', () => {
  expect(say('fr', 'csf.gaps.words', { count: 0 })).toContain('0 résultats sont visés');
  expect(say('fr', 'csf.gaps.words', { count: 1 })).toContain('Un résultat est visé');
  expect(say('fr', 'library-report.hidden', { count: 0 })).toBe('Ce lecteur ne voit pas 0 autre mesure.');
});

it('puts in as often as a hole stands there, chooses by number where a text has forms, and leaves what it was not told', () => {
  const catalogue = createInstance();
  catalogue.init({
    initAsync: false,
    lng: 'en',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { en: { translation: en } },
  });
  for (const [key, words] of Object.entries(en)) {
    const holes = [...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, hole = '']) => hole);
    for (const value of ['some & <b>', 1, 2]) {
      const params = Object.fromEntries(holes.map((hole) => [hole, value]));
      expect(say('en', key, params), key).toBe(catalogue.t(key, params as Record<string, string>));
    }
    expect(say('en', key), key).toBe(catalogue.t(key));
  }
});

it('has words for every key, with holes that are closed', () => {
  for (const [key, words] of Object.entries(en)) {
    expect(words, key).toMatch(/\S/);
    expect(words.replace(/\{\{\s*[A-Za-z]\w*\s*\}\}/g, ''), key).not.toMatch(/\{\{|\}\}/);
  }
});

it('names no command in a refusal or notice: whoever reads it in the app has none; backups are made where commands are', () => {
  const told = Object.entries(en).filter(([key]) => /^(?:refusal|notice)\.(?!backup\.)/.test(key));
  expect(told.filter(([, words]) => /`|--[a-z]/.test(words)).map(([key]) => key)).toEqual([]);
});

it('says how much is met in the number of the language: French counts nothing as one', () => {
  const told = (language: string, count: number) =>
    say(language, 'csf.lead', { count, n: 106, possible: 18 }).split(/[,;]/)[0];
  expect(told('fr', 0)).toBe('0 des 106 résultats est satisfait');
  expect(told('fr', 2)).toBe('2 des 106 résultats sont satisfaits');
  expect(told('en', 0)).toBe('0 of 106 outcomes are met');
  expect(told('en', 1)).toBe('1 of 106 outcomes is met');
  expect(told('de', 1)).toBe('1 von 106 Ergebnissen ist erfüllt');
});

it('says a sentence within a sentence in the same language, whatever a title has in it', () => {
  const pair = { one: 'PR.AA-05 ($t(x))', other: 'A.5.15' };
  const asked = (language: string, one = pair.one) =>
    say(language, 'refusal.import.direction-needed', { crosswalk: 'x', example: 'superset', ...pair, one });
  expect(asked('de', 'PR.AA-05')).toContain('Enthält PR.AA-05 alles aus A.5.15?');
  expect(asked('en', 'PR.AA-05')).toContain('Does PR.AA-05 contain everything in A.5.15?');
  expect(asked('de')).toContain('PR.AA-05 ($t(x))');
  const draft = say('fr', 'notice.relation.draft', { said: 'EQ', from: 'x/1', to: 'y/2' });
  expect(draft).toContain(say('fr', 'relation.EQ', { from: 'x/1', to: 'y/2' }));
});

it('no state calls itself proven: that word belongs to what an assessor judged', () => {
  const states = Object.entries(en).filter(([key]) => key.startsWith('word.'));
  for (const [key, words] of states) expect(words.replace('not proven', ''), key).not.toMatch(/prove/i);
});

it.each(files.filter((file) => !/^(?:titles|phrases)-/.test(file)))(
  '%s has every key, with the same holes and the same commands',
  (file) => {
    const words = wordsOf(file);
    const english: Readonly<Record<string, string>> = en;
    expect(Object.keys(en).filter((key) => !Object.hasOwn(words, key))).toEqual([]);
    for (const [key, said] of Object.entries(words)) {
      const first = english[inEnglish(key)];
      expect(first, key).toBeDefined();
      expect(said, key).toMatch(/\S/);
      // The number of one may be written out in one language and put in by another.
      const own = (words: string) =>
        holesOf(words).filter((hole) => !key.endsWith('_one') || hole !== '{{count}}');
      expect(own(said), key).toEqual(own(first!));
      expect(commandsOf(said), key).toEqual(commandsOf(first!));
    }
  },
);

it.each(files.filter((file) => file.startsWith('titles-')))(
  '%s has a title for every requirement of each framework that it names, and for no other',
  (file) => {
    const titles = wordsOf(file);
    const named = new Set(Object.keys(titles).map((key) => key.slice(0, key.indexOf('/'))));
    expect(named.size).toBeGreaterThan(0);
    const asked = [...named].flatMap((id) =>
      framework(id)!.requirements.map((requirement) => `${id}/${requirement.id}`),
    );
    expect(Object.keys(titles).sort()).toEqual(asked.sort());
    for (const [key, title] of Object.entries(titles)) expect(title, key).toMatch(/^\S(?:.*\S)?$/);
  },
);
