import { describe, expect, it } from 'vitest';
import { asked } from '../testing/asked.ts';
import { addControl, csf, iso, show, start } from '../testing/library.ts';
import { type Found, find } from './find.ts';

const all = { limit: 100 };
const told = ({ rows }: Found) => rows.map(({ kind, code, title }) => `${kind} ${code || title}`);

describe('given a programme of many kinds', () => {
  const story = start(iso, csf).on('2026-03-01');
  story.done('people add', { person: 'ben' });
  addControl(story, 'AC-01', {
    name: 'Überwachung of accounts',
    statement: 'We look at leavers',
    owner: 'ben',
  });
  addControl(story, 'AC-010', { name: 'Access reviews', family: 'Access' });
  addControl(story, 'X-1', { name: 'About AC-01 and others' });
  show(story, 'AC-01', { title: 'Minutes of spring' });
  story.done('documents add', { title: 'Access policy' });
  story.done('actions add', { title: 'Close accounts', owner: 'ben' });
  story.done('obligations add', {
    kind: 'legal',
    title: 'Data law',
    reference: 'Article 32',
    asks: 'Security',
  });
  story.done('entities add', { name: 'Havelmark GmbH' });
  const seen = (text: string, said: object = {}, by: object = {}) =>
    find(asked(story, by), { text, ...all, ...said });
  const own = { reader: { person: 'ben', sees: 'own' } };

  it('then a code comes before what begins with it, and that before where it is only mentioned', () => {
    expect(told(seen('ac-01')).slice(0, 3)).toEqual(['control AC-01', 'control AC-010', 'control X-1']);
  });

  it('then a requirement is found by its id, whole or without its first letter, and by its title', () => {
    expect(seen('A.5.15').rows[0]).toMatchObject({ kind: 'requirement', id: 'A.5.15', framework: iso });
    expect(seen('5.15').rows[0]).toMatchObject({ id: 'A.5.15' });
    const [first] = seen('Access control', { kinds: ['requirement'] }).rows;
    expect(first).toMatchObject({ id: 'A.5.15', title: 'Access control' });
    expect(first?.where).toMatch(/^A\.5 /);
  });

  it('then a code is found with its marks left out or others in their place, the whole one first', () => {
    const best = (text: string) => seen(text, { kinds: ['requirement'] }).rows[0]?.id;
    for (const text of ['a5.15', 'A 5.15', 'a515', 'a-5-15']) expect(best(text)).toBe('A.5.15');
    expect(best('a5.1')).toBe('A.5.1');
    expect(best('gvoc01')).toBe('GV.OC-01');
    expect(told(seen('ac01'))[0]).toBe('control AC-01');
    expect(told(seen('a51.5'))).toEqual([]);
  });

  it('then its title is found and told in the language asked for', () => {
    const [german] = seen('zugriffssteuerung', {}, { language: 'de' }).rows;
    expect(german).toMatchObject({ id: 'A.5.15', title: 'Zugriffssteuerung' });
    expect(told(seen('Zugriffssteuerung'))).toEqual([]);
  });

  it('then every kind is found, and only those that are asked for', () => {
    expect(told(seen('minutes'))).toEqual(['evidence Minutes of spring']);
    expect(told(seen('access policy'))).toContain('document Access policy');
    expect(told(seen('close acc'))[0]).toBe('action Close accounts');
    expect(told(seen('article 32', { kinds: ['obligation'] }))).toEqual(['obligation Data law']);
    expect(told(seen('havelmark'))).toEqual(['entity Havelmark GmbH']);
    expect(told(seen(csf, { kinds: ['framework'] }))).toEqual([`framework ${csf}`]);
    expect(told(seen('access', { kinds: ['document', 'control'] }))).toEqual([
      'control AC-010',
      'document Access policy',
    ]);
  });

  it('then accents, capitals and the order of words do not matter, and each word has to occur', () => {
    expect(told(seen('ACCOUNTS uberwachung'))).toEqual(['control AC-01']);
    expect(told(seen('leavers accounts'))).toEqual(['control AC-01']);
    expect(told(seen('leavers nowhere'))).toEqual([]);
    expect(told(seen('   '))).toEqual([]);
  });

  it('then who sees only their own finds their own, and nothing tells that there is more', () => {
    expect(told(seen('ac-01', {}, own))).toEqual(['control AC-01']);
    expect(told(seen('access reviews', { kinds: ['control'] }, own))).toEqual([]);
    expect(told(seen('minutes', {}, own))).toEqual(['evidence Minutes of spring']);
    expect(told(seen('accounts', { kinds: ['action'] }, own))).toEqual(['action Close accounts']);
    expect(told(seen('policy', { kinds: ['document'] }, own))).toEqual([]);
    expect(seen('A.5.15', {}, own).rows[0]).toMatchObject({ id: 'A.5.15' });
    expect(Object.keys(seen('access', {}, own))).toEqual(['on', 'knownAt', 'rows']);
  });

  it('then no more than the limit is told, the best of it', () => {
    expect(told(seen('ac-01', { limit: 1 }))).toEqual(['control AC-01']);
  });

  it('then on a day before something was there, it is not found', () => {
    expect(told(seen('minutes', {}, { on: '2025-01-01' }))).toEqual([]);
    expect(told(seen('close', { kinds: ['action'] }, { on: '2025-01-01' }))).toEqual([]);
  });

  it('then a change is found at once', () => {
    expect(told(seen('renamed'))).toEqual([]);
    story.done('controls set', { control: 'X-1', name: 'Renamed' });
    expect(told(seen('renamed'))).toEqual(['control X-1']);
  });
});
