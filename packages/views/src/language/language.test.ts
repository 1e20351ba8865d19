import { documentedInformationOf, framework, languages, profileForm, titleIn } from '@concord/catalog';
import { catalogues } from '@concord/catalog/testing';
import type { Story } from '@concord/programme/testing';
import { describe, expect, it } from 'vitest';
import { newMemory, type ViewMemory } from '../coverage/memory.ts';
import type { Reader } from '../reader.ts';
import { asked } from '../testing/asked.ts';
import {
  addControl,
  claim,
  csf,
  exclude,
  iso,
  judge,
  nis2,
  regulation,
  show,
  start,
} from '../testing/library.ts';
import { draft, relate } from '../testing/relations.ts';
import { spokenViews } from '../testing/spoken-views.ts';
import { figureIn, withinSentence } from './say.ts';

const { en, de } = catalogues;

const ana: Reader = { person: 'ana', sees: 'own' };
const all: Reader = { person: '', sees: 'all' };

/** A programme of which every view has something to say, and one day on which much of it has lapsed. */
function told(): Story {
  const story = start().on('2026-01-10');
  story.done('frameworks adopt', { framework: 'iso27001-2013' });
  addControl(story, 'C-1', { owner: 'ana', statement: 'qq' });
  const partly = addControl(story, 'C-2', { implementation: 'partly' });
  addControl(story, 'C-3', { implementation: 'planned', owner: 'ana' });
  addControl(story, 'C-4', { design: 'draft' });
  for (const code of ['C-1', 'C-2', 'C-3', 'C-4']) {
    claim(story, code, [iso, `A.5.${14 + Number(code.at(-1))}`]);
    claim(story, code, [csf, `PR.AA-0${code.at(-1)}`]);
  }
  claim(story, ['C-1', 'C-2'], [nis2, '21(2)(i)']);
  claim(story, 'C-1', ['iso27001-2013', 'A.9.1.1']);
  story.done('claims state', { controls: ['C-1'], framework: regulation, requirement: '11.1' });
  show(story, 'C-1', { title: 'qq 1' });
  show(story, 'C-2', { outcome: 'fails', title: 'qq 2' });
  judge(story, [iso, 'A.5.16'], { judgement: 'partly' });
  judge(story, [nis2, '20(2)']);
  exclude(story, [iso, 'A.8.4'], { exclusionReason: 'none' });
  exclude(story, [nis2, '21(2)(e)'], { exclusionReason: 'qq' });
  story.done('applicability decide', {
    ...{ framework: iso, requirement: 'A.5.15', applicable: true, reviewOn: '2026-02-01' },
    reasons: [{ kind: 'law', text: 'qq' }],
  });
  const profile = story.done('profiles create', { name: 'qq profile', framework: csf });
  for (const at of [1, 2, 3, 6])
    story.done('targets set', { profile, requirement: `PR.AA-0${at}`, priority: 'high', due: '2026-11-30' });
  story.done('actions add', {
    title: 'qq',
    what: 'qq',
    due: '2026-03-01',
    closes: [{ kind: 'control', id: partly }],
  });
  story.done('obligations add', { kind: 'legal', title: 'qq', asks: 'qq', reviewOn: '2026-05-01' });
  story.done('parties add', { kind: 'customer', name: 'qq', asks: 'qq' });
  story.done('entities add', {
    name: 'qq',
    activities: ['I.8.1'],
    establishedIn: ['DE'],
    alone: { persons: 300 },
  });
  relate(story, [iso, 'A.5.15'], ['SUP', [csf, 'PR.AA-05']]);
  draft(story, [nis2, '21(2)(i)'], ['INT', [iso, 'A.5.18']]);
  return story.on('2026-07-01');
}

interface Asking {
  readonly memory?: ViewMemory;
  readonly reader?: Reader;
}

function answersIn(language: string, story: Story, { memory = newMemory(), reader = all }: Asking = {}) {
  return Object.entries(spokenViews).map(([name, view]) => {
    const answer = view(asked(story, { memory, reader, language }));
    return [name, answer] as const;
  });
}

const printed = (answers: ReturnType<typeof answersIn>) =>
  answers.map(([name, answer]) => `${name} ${JSON.stringify(answer)}`);

/** Every text in an answer, each once, with a place where it stands. */
function textsIn(value: unknown, at: string, found = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'string') found.set(value, at);
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) textsIn(each, `${at}.${key}`, found);
  return found;
}

describe('given views are asked in several languages of one memory', () => {
  const story = told();
  const apart = new Map(languages.map((language) => [language, printed(answersIn(language, story))]));

  it.each(languages)('then %s says the same as if nobody had asked in another', (language) => {
    const memory = newMemory();
    for (const other of languages) if (other !== language) answersIn(other, story, { memory });
    const answers = answersIn(language, story, { memory });
    expect(answers.filter(([, answer]) => 'refusal' in answer).map(([name]) => name)).toEqual([]);
    expect(printed(answers)).toEqual(apart.get(language));
  });

  it('then so it is for who sees only their own, and after a change', () => {
    const memory = newMemory();
    const later = told();
    for (const language of ['en', 'de'])
      for (const reader of [all, ana]) answersIn(language, later, { memory, reader });
    show(later, 'C-1', { title: 'qq 3' });
    for (const language of ['en', 'de'])
      for (const reader of [ana, all])
        expect(printed(answersIn(language, later, { memory, reader }))).toEqual(
          printed(answersIn(language, later, { reader })),
        );
  });

  it('then what was remembered in one stays remembered', () => {
    const memory = newMemory();
    const statement = (language: string) => spokenViews.statement!(asked(story, { memory, language }));
    const first = statement('en');
    for (const language of languages) answersIn(language, story, { memory });
    expect(statement('en')).toBe(first);
    expect(statement('de')).toBe(statement('de'));
  });
});

const titlesOf = (id: string) => framework(id)?.requirements.map(({ title }) => title) ?? [];

/** Tables of ours that are there in English only: titles of 2013, documented information, columns of the workbook. */
const inEnglishOnly = [
  ...titlesOf('iso27001-2013'),
  ...documentedInformationOf(iso).flatMap(({ title, checks }) => [title, ...checks]),
  ...profileForm().columns.map(({ about }) => about),
].sort((one, other) => other.length - one.length);

const withoutTables = (text: string) => inEnglishOnly.reduce((rest, each) => rest.replaceAll(each, ''), text);

describe('given views are asked in German', () => {
  const answers = answersIn('de', told());
  const found = new Map(answers.flatMap(([name, answer]) => [...textsIn(answer, name)]));

  it('then nothing of the English catalogue is left in them', () => {
    const german: Readonly<Record<string, string>> = de;
    const pieces = Object.entries(en).flatMap(([key, words]) =>
      words
        .split(/\{\{\w+\}\}/)
        .map((piece) => piece.trim())
        .filter((piece) => /\w \w/.test(piece) && piece.length > 11 && !german[key]?.includes(piece)),
    );
    const english = [...new Set(pieces)];
    const left = [...found].filter(([text]) =>
      english.some((piece) => text.includes(piece) && withoutTables(text).includes(piece)),
    );
    expect(left).toEqual([]);
    const whole = new Map(Object.entries(en).map(([key, words]) => [words, german[key]]));
    const said = [...found].filter(
      ([text]) => /^[A-Z]/.test(withoutTables(text)) && (whole.get(text) ?? text) !== text,
    );
    expect(said).toEqual([]);
  });

  it('then requirements of the lead frameworks are called by their German titles', () => {
    const titles = new Set(
      [iso, csf, nis2, regulation].flatMap(titlesOf).filter((title) => withoutTables(title) === title),
    );
    const left = [...found].filter(([text, at]) => titles.has(text) && /\.(?:title|groupTitle)$/.test(at));
    expect(left).toEqual([]);
    const at = framework(iso)?.requirements.find(({ id }) => id === 'A.5.15')?.title ?? '';
    expect(found.has(titleIn('de', { framework: iso, requirement: 'A.5.15' }, at))).toBe(true);
  });
});

it('given a word within a sentence, then it is small, but for German', () => {
  expect(['en', 'fr', 'de'].map((language) => withinSentence('Gap, by claim', { language }))).toEqual([
    'gap, by claim',
    'gap, by claim',
    'Gap, by claim',
  ]);
});

it('given a figure, then its thousands stand apart as the language writes them', () => {
  expect(figureIn(1_400_000, {})).toBe('1,400,000');
  expect(figureIn(1_400_000, { language: 'de' })).toBe('1.400.000');
});
