import { describe, expect, it } from 'vitest';
import { choicesRead, type FileColumn, isPlain, keyOf, leavable, mappingOf, troubles } from './columns.ts';

const column = (letters: string, heading: string, field?: string): FileColumn => ({
  table: 'list',
  form: 'controls',
  heading,
  letters,
  samples: ['x'],
  ...(field === undefined ? {} : { field }),
});

const columns = [column('A', 'Nr.', 'code'), column('B', 'Name', 'name'), column('C', 'Remark')];

describe('given the columns of a file as they were read', () => {
  it('when nothing is chosen otherwise, then nothing is said of them', () => {
    expect(mappingOf(columns, choicesRead(columns))).toEqual({});
    expect(troubles(columns, choicesRead(columns))).toEqual([]);
  });

  it('when one is to be another field and one left out, then exactly that is said', () => {
    const choices = new Map(choicesRead(columns)).set('list!C', 'family').set('list!B', undefined);
    expect(mappingOf(columns, choices)).toEqual({ columns: ['list!C=family'], leaveOut: ['list!B'] });
    expect(troubles(columns, choices)).toEqual([{ kind: 'missing', field: 'name', table: 'list' }]);
  });

  it('when two are the same field, then that stands in the way', () => {
    const choices = new Map(choicesRead(columns)).set('list!C', 'name');
    expect(troubles(columns, choices)).toEqual([{ kind: 'twice', field: 'name', table: 'list' }]);
  });

  it('when one without a heading is shown and not read, then it is left out in so many words', () => {
    const stray = [...columns, column('D', '')];
    expect(mappingOf(stray, choicesRead(stray))).toEqual({ leaveOut: [keyOf(stray[3] as FileColumn)] });
  });

  it('when every heading says its field, and code and name are there, then nothing is to be asked', () => {
    expect(isPlain(columns.slice(0, 2))).toBe(true);
    expect(
      [columns, columns.slice(0, 1), [...columns.slice(0, 2), column('C', 'No.', 'code')]].map(isPlain),
    ).toEqual([false, false, false]);
  });

  it('when faults stand in some, then those that the file need not have can be left out', () => {
    const read = [column('A', 'Nr.', 'code'), column('B', 'Name', 'name'), column('C', 'Owner', 'owner')];
    const found = (...places: string[]) => leavable(read, places).map(({ heading }) => heading);
    expect(found('list!A2', 'list!B3:B9', 'list!C2:C5001')).toEqual(['Owner']);
    expect(found('list[3–9].Owner', 'other!C2')).toEqual(['Owner']);
    expect(found('list!CC2', 'columns')).toEqual([]);
  });
});
