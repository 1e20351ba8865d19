import { expect, it } from 'vitest';
import { controlBook } from '../library/control-book.ts';
import { atOnce } from '../pauses/in-parts.ts';
import { answered, asked } from '../testing/asked.ts';
import { addControl, claim, csf, iso, show, start } from '../testing/library.ts';
import { libraryChanges } from './library-changes.ts';

const nameOf = (person: string) => `${person}!`;

it('given test, rhythm, scopes and condition of a control changed, then a reader of the book is told', () => {
  const story = start(iso, csf).on('2026-01-10');
  const site = story.done('scopes define', { name: 'Site' });
  addControl(story, 'A-1', { condition: 'We build software' });
  show(story, 'A-1');
  const view = () => answered(atOnce(controlBook(asked(story))));
  const before = view();
  const test = { test: 'Ask three people', frequency: 'monthly', scopes: [site] };
  story.done('controls set', { control: 'A-1', ...test, conditionHolds: false });
  const changes = libraryChanges(before, view(), { nameOf });
  expect(changes.rows.map(({ what }) => what)).toEqual([
    ...['test', 'frequency', 'in-use', 'scopes', 'until'],
  ]);
  expect(changes.sentences[0]).toContain('condition of use holds → does not hold; scopes: Site added');
  const said = libraryChanges(before, view(), { nameOf, language: 'fr' }).sentences[0];
  expect(said).toContain('fréquence Chaque trimestre → Chaque mois');
});

it('given a claim changed, then it is told in words by the title of its framework, in any language', () => {
  const story = start(iso, csf).on('2026-01-10');
  addControl(story, 'A-1');
  addControl(story, 'B-1');
  const view = () => answered(atOnce(controlBook(asked(story))));
  const before = view();
  claim(story, ['A-1', 'B-1'], [csf, 'PR.AA-05'], { contribution: 'contributes', confidence: 'low' });
  const told = (language: string) => libraryChanges(before, view(), { nameOf, language }).sentences[0];
  expect(told('en')).toBe(
    'A-1: claim NIST Cybersecurity Framework PR.AA-05 (contributes to it, with B-1, low confidence, confirmed) stated.',
  );
  expect(told('de')).toContain('(trägt dazu bei, mit B-1, geringe Gewissheit, bestätigt)');
});
