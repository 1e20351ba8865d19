import type { Story } from '@concord/programme/testing';
import { describe, expect, it } from 'vitest';
import { libraryChanges } from '../changes/library-changes.ts';
import { titlesOf } from '../changes/report-changes.ts';
import type { ViewAsked } from '../envelope.ts';
import { atOnce } from '../pauses/in-parts.ts';
import { answered, asked } from '../testing/asked.ts';
import { addControl, claim, csf, iso, show, start } from '../testing/library.ts';
import { controlBook } from './control-book.ts';

const bookOf = (story: Story, said: Partial<ViewAsked> = {}) =>
  answered(atOnce(controlBook(asked(story, said))));

function library(): Story {
  const story = start(iso, csf).on('2026-03-01');
  story.done('people add', { person: 'ben' });
  addControl(story, 'B-2', { family: 'Backup', owner: 'ben' });
  addControl(story, 'A-1', { family: 'Access', statement: 'We look.' });
  addControl(story, 'Z-1', { implementation: 'planned', effective: '2026-02-01' });
  addControl(story, 'A-2', { family: 'Access' });
  claim(story, 'A-1', [iso, 'A.5.15'], { contribution: 'contributes' });
  claim(story, ['A-1', 'B-2'], [iso, 'A.5.9']);
  story.done('claims state', { controls: ['A-1'], framework: csf, requirement: 'PR.AA-05' });
  show(story, 'A-1');
  return story;
}

describe('the book of a library', () => {
  it('then it goes by family and code, and each control says what it is claimed for', () => {
    const book = bookOf(library());
    expect(book).toMatchObject({ view: 'control-library', hidden: 0, retired: 0, on: '2026-03-01' });
    expect(book.rows.map(({ code }) => code)).toEqual(['A-1', 'A-2', 'B-2', 'Z-1']);
    const [first] = book.rows;
    expect(first).toMatchObject({
      statement: 'We look.',
      family: 'Access',
      implementation: 'operating',
      freshness: 'fresh',
    });
    const claims = first?.claims.map(({ requirement, state, contribution, together }) =>
      [requirement, state, contribution, ...together].join(' '),
    );
    expect(claims).toEqual([
      'A.5.9 confirmed meets B-2',
      'A.5.15 confirmed contributes',
      'PR.AA-05 proposed meets',
    ]);
    expect(first?.attributes).toContain('Preventive');
    expect(book.frameworks.map(({ id }) => id)).toEqual([iso, csf]);
    expect(book.rows[3]).toMatchObject({ family: '', implementation: 'planned', claims: [] });
  });

  it('given a reader who sees their own, then the others are counted, and named in no claim', () => {
    const book = bookOf(library(), { reader: { person: 'ben', sees: 'own' } });
    expect(book.rows.map(({ code }) => code)).toEqual(['B-2']);
    expect(book.hidden).toBe(3);
    expect(book.rows[0]?.claims).toMatchObject([{ requirement: 'A.5.9', together: [], hiddenControls: 1 }]);
    expect(JSON.stringify(book)).not.toContain('A-1');
  });

  it('given a control was retired, then it is counted and not listed', () => {
    const story = library();
    story.done('controls retire', { control: 'A-2', reason: 'No longer' });
    expect(bookOf(story)).toMatchObject({ retired: 1, rows: { length: 3 } });
  });

  it('given a scope, then it has what operates there or in all of the organisation', () => {
    const story = library();
    const site = story.done('scopes define', { name: 'Site' });
    const other = story.done('scopes define', { name: 'Other' });
    addControl(story, 'S-1', { scopes: [site] });
    addControl(story, 'O-1', { scopes: [other] });
    const book = bookOf(story, { scope: site });
    expect(book.scope).toMatchObject({ id: site, name: 'Site' });
    expect(book.rows.map(({ code }) => code)).toEqual(['A-1', 'A-2', 'B-2', 'S-1', 'Z-1']);
    expect(book.rows[3]?.scopes).toEqual(['Site']);
    expect(atOnce(controlBook(asked(story, { scope: 'nowhere' })))).toMatchObject({
      refusal: { code: 'scope.unknown' },
    });
  });
});

describe('what changed of the book', () => {
  const nameOf = (person: string) => `${person}!`;

  it('given nothing was done, then nothing; also to one that was never kept', () => {
    const book = bookOf(library());
    expect(libraryChanges(book, book, { nameOf })).toEqual({ rows: [], sentences: [] });
    expect(libraryChanges({}, {}, { nameOf }).rows).toEqual([]);
  });

  it('given controls came, went and changed, then it reads like a change list', () => {
    const story = library();
    const before = bookOf(story);
    story.done('controls retire', { control: 'A-2', reason: 'No longer' });
    story.done('controls set', { control: 'A-1', owner: 'ben' });
    addControl(story, 'N-1');
    claim(story, 'Z-1', [iso, 'A.5.1']);
    const after = bookOf(story);
    const changes = libraryChanges(before, after, { nameOf });
    expect(changes.sentences).toEqual([
      'A-1: owner none → ben!.',
      'N-1: none → Name of N-1.',
      'Z-1: claim ISO/IEC 27001 A.5.1 (meets it, confirmed) stated.',
      'A-2: Name of A-2 → none.',
    ]);
    expect(titlesOf(changes, [before, after])).toEqual({
      'A-1': 'Name of A-1',
      'N-1': 'Name of N-1',
      'Z-1': 'Name of Z-1',
      'A-2': 'Name of A-2',
    });
  });
});
