import { hasWords, type SentDocument } from '@concord/catalog';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { given, type Story } from '../../../testing/index.ts';
import type { ColumnTaken } from './columns-read.ts';

type Grid = readonly (readonly string[])[];

const people = [{ id: 'ben', name: 'Ben Bauer', mail: 'ben@example.org' }];

function documentOf(grid: Grid): SentDocument {
  const rows = grid.map((cells, at) => ({ number: at + 1, cells }));
  return { kind: 'sheets', name: 'liste.csv', hash: 'a'.repeat(64), sheets: [{ name: 'liste', rows }] };
}

function ground(): Story {
  const story = given('iso27001-2022').on('2026-06-01');
  story.done('people add', { person: 'ben' });
  return story;
}

function tried(story: Story, grid: Grid, choices: object = {}) {
  const refusal = story.tried('controls import', { document: documentOf(grid), people, ...choices });
  const codes = [refusal?.code, ...(refusal?.errors ?? []).map(({ code }) => code)];
  expect(codes.filter((code) => code !== undefined && !hasWords(`refusal.${code}`))).toEqual([]);
  return refusal;
}

function faults(grid: Grid, choices: object = {}) {
  const { errors = [] } = tried(ground(), grid, choices) ?? {};
  return errors.map(({ at, code }) => `${at} ${code.replace('table.', '')}`);
}

const list = [
  ['Nr.', 'Maßnahme', 'Verantwortlich', 'Umsetzung', 'Turnus', 'Bemerkung'],
  ['Z-1', 'Zutritt', 'Ben Bauer', 'umgesetzt', 'monatlich', 'siehe Ordner'],
  ['Z-2', 'Besucher', '', 'teilweise', 'bei Anlass', ''],
  ['Z-3', 'Schlüssel', '', 'nicht umgesetzt', '', ''],
];

function seen({ programme: { controls } }: Story) {
  return [...controls.controls.values()]
    .map(({ code, name, owner, frequency, implementation, family }) => ({
      code,
      name,
      owner,
      frequency,
      family,
      implementation: implementation.at(-1)?.value,
    }))
    .sort((one, other) => one.code.localeCompare(other.code));
}

/** What the columns of the table that was sent are taken for, as the answer says. */
function columnsTold(told: { readonly beside?: object } | undefined): readonly ColumnTaken[] {
  return (told?.beside as { columns?: readonly ColumnTaken[] } | undefined)?.columns ?? [];
}

describe('given a list in German with a column of nobody’s', () => {
  it('when it is imported, then it is understood, and the column is left out with a note', () => {
    const story = ground();
    const decision = story.when('controls import', { document: documentOf(list), people });
    expect('notices' in decision && decision.notices).toContainEqual({
      code: 'import.columns-left',
      params: { table: 'liste', columns: 'Bemerkung' },
    });
    const columns = columnsTold('facts' in decision ? decision : undefined);
    expect(columns.map(({ heading, field }) => [heading, field])).toEqual([
      ['Nr.', 'code'],
      ['Maßnahme', 'name'],
      ['Verantwortlich', 'owner'],
      ['Umsetzung', 'implementation'],
      ['Turnus', 'frequency'],
      ['Bemerkung', undefined],
    ]);
    expect(columns[1]?.samples).toEqual(['Zutritt', 'Besucher', 'Schlüssel']);
    expect(tried(story, list)).toBeUndefined();
    expect(seen(story)).toMatchObject([
      { code: 'Z-1', name: 'Zutritt', owner: 'ben', frequency: 'monthly', implementation: 'operating' },
      { code: 'Z-2', frequency: 'event-driven', implementation: 'partly' },
      { code: 'Z-3', implementation: 'planned' },
    ]);
  });

  it('when its columns stand in any order, then it says the same', () => {
    const inOrder = ground();
    tried(inOrder, list);
    const at = [0, 1, 2, 3, 4, 5];
    fc.assert(
      fc.property(fc.shuffledSubarray(at, { minLength: at.length }), (order) => {
        const story = ground();
        const shuffled = list.map((row) => order.map((column) => row[column] ?? ''));
        expect(tried(story, shuffled)).toBeUndefined();
        expect(seen(story)).toEqual(seen(inOrder));
      }),
      { numRuns: 8 },
    );
  });

  it('when somebody says what the column is, then it is read as that', () => {
    const story = ground();
    expect(tried(story, list, { columns: ['bemerkung=Familie'] })).toBeUndefined();
    expect(seen(story)[0]).toMatchObject({ family: 'siehe Ordner' });
  });

  it('when a column that is known is left out, then nothing of it is read', () => {
    const story = ground();
    expect(tried(story, list, { leaveOut: ['Umsetzung'] })).toBeUndefined();
    expect(seen(story)[0]).toMatchObject({ implementation: 'planned' });
  });
});

describe('given a table whose headings nobody knows', () => {
  const odd = [
    ['Foo', 'Bar', 'Baz'],
    ['F-1', 'First', 'A.5.15'],
  ];

  it('when it is imported, then it is asked which its columns are', () => {
    const refusal = tried(ground(), odd);
    expect(refusal?.code).toBe('table.none');
    expect(columnsTold(refusal).map(({ heading, samples }) => [heading, ...samples])).toEqual([
      ['Foo', 'F-1'],
      ['Bar', 'First'],
      ['Baz', 'A.5.15'],
    ]);
  });

  it('when that is said, by headings or letters, then it is read', () => {
    const story = ground();
    const columns = ['Foo=code', 'B=name', 'liste!Baz=claims: iso27001-2022'];
    expect(tried(story, odd, { columns })).toBeUndefined();
    expect(seen(story)).toMatchObject([{ code: 'F-1', name: 'First' }]);
    expect([...story.programme.controls.claims.values()]).toMatchObject([{ requirement: 'A.5.15' }]);
  });

  it('when only one of them is said, then the other is asked for', () => {
    expect(
      faults([
        ['Code', 'Bar', 'Family'],
        ['F-1', 'First', 'x'],
      ]),
    ).toEqual(['liste!A1 column-missing']);
  });
});

describe('given something that is said of columns and can not be followed', () => {
  it.each([
    ['of a column that is not there', { columns: ['Farbe=owner'] }, ['columns column-absent']],
    ['of a field that there is not', { columns: ['Bemerkung=colour'] }, ['columns column-field']],
    ['twice', { columns: ['Nr.=code'], leaveOut: ['nr.'] }, ['leaveOut column-said-twice']],
    ['so that two are one', { columns: ['Bemerkung=name'] }, ['liste!F1 column-twice']],
    ['so that none is the name', { leaveOut: ['Maßnahme'] }, ['liste!A1 column-missing']],
  ])('when it is said %s, then it is named', (_, choices, found) => {
    expect(faults(list, choices)).toEqual(found);
  });

  it('when a value stands beyond the headings, then whoever says so leaves it out', () => {
    const longer = list.map((row, at) => (at === 1 ? [...row, 'stray'] : row));
    expect(faults(longer)).toEqual(['liste!G1 column-unnamed']);
    expect(faults(longer, { leaveOut: ['G'] })).toEqual([]);
  });
});
