import { describe, expect, it } from 'vitest';
import { crosswalkForm, faults, found, frameworkForm, sentSheets, sheet } from '../testing/documents.ts';

describe('a framework in our own form', () => {
  const [only] = found(sentSheets(frameworkForm)).frameworks;

  it('given what it does not read, then it says which columns and sheets were left out', () => {
    const rules = sheet('Rules', [
      ['id', 'title', 'statment', 'empty'],
      ['1', 'One', 'Lost by its heading', ''],
    ]);
    const more = sheet('More', [
      ['id', 'title'],
      ['9', 'Lost by its sheet'],
    ]);
    const about = sheet('About', [['title', 'House rules']]);
    const file = found(sentSheets(about, rules, more));
    expect(file.frameworks[0]!.framework).toMatchObject({ id: 'house-rules', title: 'House rules' });
    expect(file.notices).toEqual([
      { code: 'import.column-ignored', params: { count: 1, example: 'statment' } },
      { code: 'import.table-passed-over', params: { count: 1, example: 'More' } },
    ]);
  });

  it('given a calculated cell without a result, then it is named', () => {
    const empty = { text: '', trouble: 'formula' } as const;
    const rules = { name: 'R', rows: [{ number: 1, cells: ['id', 'title', 'statement'] }] };
    const document = sentSheets({ ...rules, rows: [...rules.rows, { number: 2, cells: ['1', 'A', empty] }] });
    expect(faults(document)).toEqual(['R!C2 import.cell-formula']);
  });

  it('given names without Latin letters, then each has an id of its own', () => {
    const named = (title: string) =>
      found(
        sentSheets(
          sheet('R', [
            ['title', title],
            ['id', 'title', 'level', 'selections'],
            ['1', '規則一', '章', '高'],
            ['2', '規則二', '条', '低; 高'],
          ]),
        ),
      ).frameworks[0]!.framework;
    expect(named('規則').id).not.toBe(named('別物').id);
    expect(Object.values(named('規則').levels)).toEqual(['章', '条']);
    expect(named('規則').selections?.map(({ id, title }) => [id, title])).toEqual([
      ['selection', '高'],
      ['selection-2', '低'],
    ]);
  });

  it('is read with parents before children, whatever their order, and what has nothing under it assessable', () => {
    expect(only!.framework).toMatchObject({ title: 'House rules of the group', publisher: 'Group security' });
    expect(only!.framework.levels).toEqual({ chapter: 'Chapter', rule: 'Rule' });
    expect(
      only!.framework.requirements.map(({ id, parent, assessable, excludable }) => [
        id,
        parent,
        assessable,
        excludable,
      ]),
    ).toEqual([
      ['1', null, false, false],
      ['1.1', '1', true, true],
      ['1.2', '1', false, false],
    ]);
  });

  it('makes a selection of each name in the column', () => {
    expect(only!.framework.selections?.map(({ id, requirements }) => [id, requirements])).toEqual([
      ['level-1', ['1.1']],
      ['level-2', ['1.1', '1.2']],
    ]);
  });

  it('given several mistakes, then each cell is named', () => {
    const wrong = sheet('R', [
      ['id', 'title', 'parent', 'assessable'],
      ['1', '', '', 'perhaps'],
      ['', 'No id', '', ''],
      ['2', 'Two', '9', ''],
    ]);
    expect(faults(sentSheets(wrong))).toEqual([
      'R!B2 import.title-missing',
      'R!D2 import.yes-or-no',
      'R!A3 import.id-missing',
      'R!A4 import.parent-unknown',
    ]);
    const ids = sheet('R', [
      ['id', 'title', 'parent'],
      ['', 'No id', ''],
      ['x'.repeat(101), 'Long', ''],
      ['a\u0000b', 'Invisible', ''],
      ['__proto__', 'Trap', ''],
      ['constructor', 'Fine', ''],
      ['1', 'One', ''],
      ['1', 'Another', ''],
    ]);
    expect(faults(sentSheets(ids))).toEqual([
      'R!A2 import.id-missing',
      'R!A3 import.id-too-long',
      'R!A4 import.id-unusable',
      'R!A5 import.id-unusable',
      'R!A8 import.id-twice',
    ]);
    const parents = sheet('R', [
      ['id', 'title', 'parent'],
      ['1', 'One', '2'],
      ['2', 'Two', '1'],
      ['3', 'Three', ''],
    ]);
    expect(faults(sentSheets(parents))).toEqual(['R!A2 import.parent-ring', 'R!A3 import.parent-ring']);
    const lost = sheet('R', [
      ['id', 'title', 'parent'],
      ['1', 'One', '9'],
    ]);
    expect(faults(sentSheets(lost))).toEqual(['R!A2 import.parent-unknown']);
  });

  it('given an error in a cell, then it is named', () => {
    const rows = [
      { number: 1, cells: ['id', 'title'] },
      { number: 2, cells: ['1', { text: '#REF!', trouble: 'error' as const }] },
    ];
    expect(faults(sentSheets({ name: 'R', rows }))).toEqual(['R!B2 import.cell-error']);
  });

  it('given a title beyond its limit, then it is shortened and kept whole in the statement', () => {
    const long = `${'word '.repeat(80)}end`;
    const file = found(
      sentSheets(
        sheet('R', [
          ['id', 'title'],
          ['1', long],
        ]),
      ),
    );
    const [requirement] = file.frameworks[0]!.framework.requirements;
    expect(requirement!.title.length).toBeLessThanOrEqual(300);
    expect(requirement!.title.endsWith('…')).toBe(true);
    expect(requirement!.statement).toBe(long);
    expect(file.notices.map(({ code }) => code)).toEqual(['import.title-shortened']);
  });
});

describe('a crosswalk in our own form', () => {
  const [only] = found(sentSheets(crosswalkForm)).crosswalks;

  it('is read with relations, strengths and what has no equivalent', () => {
    expect(only!.crosswalk).toMatchObject({
      from: 'house',
      to: 'garden',
      developer: 'Ann',
      date: '2026-01-31',
      source: 'notes',
    });
    expect(only!.crosswalk.pairs).toEqual([
      ['1.1', 'g.1', 'subset', 7],
      ['1.1', 'g.2', 'related'],
    ]);
    expect(only!.crosswalk.noEquivalent).toEqual([{ id: '1.2', statement: 'none' }]);
    expect(only!.example).toEqual({
      from: { framework: 'house', id: '1.1', title: '1.1' },
      relation: 'subset',
      to: { framework: 'garden', id: 'g.1', title: 'g.1' },
    });
  });

  it('given a framework and a crosswalk in one workbook, then both are read', () => {
    const file = found(sentSheets(frameworkForm, crosswalkForm));
    expect([file.frameworks.length, file.crosswalks.length]).toEqual([1, 1]);
  });

  it('given an OLIR submission, then the relation is turned: it compares the reference to the focal element', () => {
    const olir = sheet('Relationships', [
      [
        'Focal Document Element',
        'Reference Document Element',
        'Relationship',
        'Strength of Relationship (Optional)',
      ],
      ['PR.AA-05', 'A.5.15', 'superset of', 'N/A'],
      ['PR.AA-01', 'A.5.16', 'subset of', '8'],
    ]);
    expect(faults(sentSheets(olir))).toEqual([
      'Relationships!A2 import.end-unnamed',
      'Relationships!A2 import.end-unnamed',
      'Relationships!A3 import.end-unnamed',
      'Relationships!A3 import.end-unnamed',
    ]);
    const named = found(sentSheets(olir), { from: 'a', to: 'b' });
    expect(named.crosswalks[0]!.crosswalk.pairs).toEqual([
      ['PR.AA-05', 'A.5.15'],
      ['PR.AA-01', 'A.5.16', 'superset', 8],
    ]);
    expect(named.crosswalks[0]!.crosswalk.relation).toBe('subset');
  });

  it('given several mistakes, then each cell is named', () => {
    const wrong = sheet('P', [
      ['from_framework', 'from_id', 'to_framework', 'to_id', 'relationship', 'strength'],
      ['a', '', 'b', '1', '', ''],
      ['a', '1', 'b', '', '', ''],
      ['a', '1', 'b', '2', 'covers', ''],
      ['a', '1', 'b', '3', 'equal', 'much'],
      ['', '1', 'b', '3', 'equal', ''],
    ]);
    expect(faults(sentSheets(wrong))).toEqual([
      'P!B2 import.end-missing',
      'P!D3 import.end-missing',
      'P!E4 import.relation-unknown',
      'P!F5 import.strength-no-number',
      'P!A6 import.end-unnamed',
    ]);
    const apart = sheet('P', [
      ['from_id', 'to_id', 'relationship'],
      ['1', '2', 'equal'],
      ['1', '2', 'subset'],
    ]);
    expect(faults(sentSheets(apart), { from: 'a', to: 'b' })).toEqual(['P!A3 import.pair-contradicted']);
  });
});
