import type { PersonNamed } from '@concord/programme';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlRecords, writtenTables } from './control-table.ts';
import { atOnce } from './pauses/in-parts.ts';
import { seesAll } from './reader.ts';
import { addControl, claim, iso, start } from './testing/library.ts';

const people = [
  { id: 'ben', name: 'Ben', mail: 'ben@example.org' },
  { id: 'cleo', name: 'Cleo', mail: 'same@example.org' },
  { id: 'dina', name: 'Dina', mail: 'SAME@example.org' },
];

function library() {
  const story = start(iso).on('2026-03-01');
  for (const { id } of people) story.done('people add', { person: id });
  addControl(story, 'B-2', { owner: 'ben', effective: '2026-02-01' });
  addControl(story, 'A-1', { owner: 'cleo' });
  addControl(story, 'A-3');
  claim(story, 'B-2', [iso, 'A.5.15']);
  story.done('claims state', { framework: iso, requirement: 'A.5.16', controls: ['B-2', 'A-1'] });
  return story;
}

const asked = ({ programme, today }: ReturnType<typeof library>) => ({
  programme,
  on: today,
  reader: seesAll,
  people,
});

describe('given owners as the import reads them', () => {
  const ownersWritten = (directory: readonly PersonNamed[]) =>
    atOnce(controlRecords({ ...asked(library()), people: directory })).controls.map(({ owner }) => owner);

  it('when somebody has no address, then the name is written; where two are called alike, the id', () => {
    const [ben, cleo] = [
      { id: 'ben', name: 'Ben', mail: '' },
      { id: 'cleo', name: 'Cleo', mail: '' },
    ];
    expect(ownersWritten([ben, cleo])).toEqual(['Cleo', undefined, 'Ben']);
    expect(ownersWritten([ben, cleo, { id: 'dina', name: 'cleo', mail: '' }])).toEqual([
      'cleo',
      undefined,
      'Ben',
    ]);
  });

  it('when what was written is taken in again, then every control keeps its owner, whoever is called what', () => {
    const word = fc.constantFrom('', 'Ana', 'ana', 'Ben', 'ben', 'cleo', 'x@example.org', 'X@example.org');
    const directory = fc.tuple(fc.tuple(word, word), fc.tuple(word, word), fc.tuple(word, word));
    fc.assert(
      fc.property(directory, (called) => {
        const known = called.map(([name, mail], at) => ({ id: people[at]?.id ?? '', name, mail }));
        const story = library();
        const { controls } = writtenTables(atOnce(controlRecords({ ...asked(story), people: known })));
        const lines = [controls.headings, ...controls.rows];
        const rows = lines.map((cells, at) => ({ number: at + 1, cells }));
        const file = { kind: 'sheets', name: 'library.csv', hash: 'a'.repeat(64) };
        const document = { ...file, sheets: [{ name: 'Controls', rows }] };
        expect(story.when('controls import', { document, people: known })).toMatchObject({ facts: [] });
      }),
      { numRuns: 50 },
    );
  });
});

describe('given a library with claims', () => {
  it('when it is written, then by code, with owners as the import finds them again', () => {
    const { controls, claims } = atOnce(controlRecords(asked(library())));
    expect(controls.map(({ code, owner, effective }) => [code, owner, effective])).toEqual([
      ['A-1', 'Cleo', undefined],
      ['A-3', undefined, undefined],
      ['B-2', 'ben@example.org', '2026-02-01'],
    ]);
    expect(claims.map(({ requirement, controls: codes }) => [requirement, codes])).toEqual([
      ['A.5.15', ['B-2']],
      ['A.5.16', ['A-1', 'B-2']],
    ]);
  });

  it('when a control is retired, then it and what was claimed of it are left', () => {
    const story = library();
    story.done('controls retire', { control: 'A-1', reason: 'gone' });
    const { controls, claims } = atOnce(controlRecords(asked(story)));
    expect(controls.map(({ code }) => code)).toEqual(['A-3', 'B-2']);
    expect(claims.map(({ requirement }) => requirement)).toEqual(['A.5.15']);
    const before = atOnce(controlRecords({ ...asked(story), on: '2026-02-28' }));
    expect(before.controls).toHaveLength(3);
  });

  it('when an owner asks, then only their own is written, and what is hidden is counted', () => {
    const table = atOnce(controlRecords({ ...asked(library()), reader: { person: 'ben', sees: 'own' } }));
    expect(table.hidden).toEqual({ controls: 2, claims: 1 });
    const { controls, claims } = writtenTables(table);
    expect(controls.rows.map(([code]) => code)).toEqual(['B-2']);
    expect(claims.rows.map(([, requirement]) => requirement)).toEqual(['A.5.15']);
    expect(JSON.stringify(table)).not.toContain('A-1');
  });

  it('when it is written as tables, then each row is as wide as the headings', () => {
    const tables = writtenTables(atOnce(controlRecords(asked(library()))));
    for (const { headings, rows } of Object.values(tables))
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set([headings.length]));
    expect(tables.controls.headings.slice(0, 2)).toEqual(['Code', 'Name']);
  });
});
