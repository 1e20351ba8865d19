import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import type { DueRow } from '../../../due/index.ts';
import { type Day, type Needs, needsOf } from './needs.ts';
import { sentenceOf } from './sentence.ts';

const ana = { id: 'ana', name: 'Ana' };
const jonas = { id: 'jonas', name: 'Jonas' };
const allPermissions = ['applicability.decide', 'controls.write', 'claims.confirm', 'actions.write'];

const row = (changed: Partial<DueRow>): DueRow => ({
  kind: 'action',
  id: 'a1',
  title: 'Renew the certificate',
  due: '2026-11-20',
  state: 'overdue',
  requirements: [],
  why: '',
  todo: '',
  days: -2,
  moreRequirements: 0,
  owner: ana,
  ...changed,
});

const day = (changed: Partial<Day>): Needs =>
  needsOf({
    me: 'ana',
    permissions: allPermissions,
    mine: [],
    all: [],
    unconfirmed: 0,
    errors: 0,
    failed: 0,
    ...changed,
  });

describe('what the day asks', () => {
  test('given things of mine, then those late and due within the week are named, later ones are not', () => {
    const mine = [row({}), row({ id: 'a2', state: 'due' }), row({ id: 'a3', state: 'soon' })];
    const needs = day({ mine, all: mine });
    expect(needs.mine.map(({ id }) => id)).toEqual(['a1', 'a2']);
    expect(needs.mineLate).toBe(1);
    expect(needs.lateElsewhere).toBe(0);
  });

  test('given decisions, then only to those who may make them', () => {
    const open = { errors: 2, failed: 3, unconfirmed: 4 };
    expect(day(open).decisions.map(({ about }) => about)).toEqual(['errors', 'failed', 'claims']);
    expect(day({ ...open, permissions: ['claims.confirm'] }).decisions).toEqual([
      { about: 'claims', count: 4 },
    ]);
  });

  test('given late things that nobody owns, then they are one decision and not late with others', () => {
    const needs = day({ all: [row({ owner: undefined })] });
    expect(needs.decisions).toEqual([{ about: 'nobody', count: 1 }]);
    expect(needs.lateElsewhere).toBe(0);
  });

  test('given late things of others, then by person, who has most first, with the oldest day', () => {
    const all = [
      row({ owner: jonas, due: '2026-11-18' }),
      row({ owner: jonas, due: '2026-11-01' }),
      row({ owner: { id: 'tomasz', name: 'Tomasz' }, due: '2026-10-01' }),
    ];
    expect(day({ all }).lateWith).toEqual([
      { person: 'jonas', name: 'Jonas', count: 2, since: '2026-11-01' },
      { person: 'tomasz', name: 'Tomasz', count: 1, since: '2026-10-01' },
    ]);
    expect(day({ all, permissions: [] }).lateWith).toEqual([]);
  });

  test('given nothing late, then the next day is the first that is not past', () => {
    const all = [
      row({}),
      row({ state: 'soon', due: '2026-12-01' }),
      row({ state: 'soon', due: '2026-12-09' }),
    ];
    expect(day({ all }).next).toBe('2026-12-01');
  });
});

async function sayIn(language: string) {
  const path = fileURLToPath(new URL(`../../../words/${language}/home.json`, import.meta.url));
  const words = i18next.createInstance();
  await words.init({
    lng: language,
    resources: { [language]: { home: JSON.parse(readFileSync(path, 'utf8')) } },
    defaultNS: 'home',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  return (key: string, params?: object) => words.t(key, { ...params });
}

describe('the sentence of the day', () => {
  const two = [row({}), row({ id: 'a2', state: 'due' })];
  const late = row({ owner: jonas });
  test.each([
    ['en', 'Two things need you; one is late. One more is late with somebody else.'],
    [
      'de',
      'Zwei Dinge warten auf Sie; eines ist überfällig. Eine weitere Sache ist bei jemand anderem überfällig.',
    ],
    ['fr', 'Deux points vous attendent ; l’un est en retard. Un autre est en retard chez un collègue.'],
  ])('given two of mine and one late with others, in %s', async (language, sentence) => {
    const needs = day({ mine: two, all: [...two, late] });
    expect(sentenceOf(needs, await sayIn(language), String)).toBe(sentence);
  });

  test('given one that is late, given many, given none', async () => {
    const say = await sayIn('en');
    const many = Array.from({ length: 14 }, (_, at) => row({ id: `a${at}`, state: 'due' }));
    expect(sentenceOf(day({ mine: [row({})] }), say, String)).toBe('One thing needs you; it is late.');
    expect(sentenceOf(day({ mine: many }), say, String)).toBe('14 things need you.');
    expect(sentenceOf(day({ errors: 91 }), say, String)).toBe('91 things need you.');
    expect(sentenceOf(day({}), say, String)).toBe('Nothing needs you.');
    const all = [row({ state: 'soon', due: '2026-12-01' })];
    expect(sentenceOf(day({ all }), say, String)).toBe('Nothing needs you; the next date is 2026-12-01.');
  });
});
