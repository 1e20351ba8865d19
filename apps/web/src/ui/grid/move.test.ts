import { describe, expect, test } from 'vitest';
import { type DataColumn, narrowColumns, nextSort, tracksOf } from './column.ts';
import { move } from './move.ts';

const extent = { rows: 10_000, columns: 5, heads: 5, page: 20 };
const press = (key: string, ctrl = false) => ({ key, ctrl });

describe('moving in a grid', () => {
  test('given a cell in the middle, arrows lead to its neighbours', () => {
    const from = { row: 7, column: 2 };
    expect(move(from, press('ArrowDown'), extent)).toEqual({ row: 8, column: 2 });
    expect(move(from, press('ArrowUp'), extent)).toEqual({ row: 6, column: 2 });
    expect(move(from, press('ArrowLeft'), extent)).toEqual({ row: 7, column: 1 });
    expect(move(from, press('ArrowRight'), extent)).toEqual({ row: 7, column: 3 });
  });

  test('given the last row, nothing leads beyond it', () => {
    expect(move({ row: 10_000, column: 4 }, press('ArrowDown'), extent)).toEqual({ row: 10_000, column: 4 });
    expect(move({ row: 9_990, column: 4 }, press('PageDown'), extent)).toEqual({ row: 10_000, column: 4 });
  });

  test('given the first row, only the arrow leads into the header', () => {
    expect(move({ row: 1, column: 0 }, press('ArrowUp'), extent)).toEqual({ row: 0, column: 0 });
    expect(move({ row: 3, column: 0 }, press('PageUp'), extent)).toEqual({ row: 1, column: 0 });
  });

  test('given a header with no more than its box, the arrow leads to the box, and past a header without any nothing leads', () => {
    const from = { row: 1, column: 3 };
    expect(move(from, press('ArrowUp'), { ...extent, heads: 1 })).toEqual({ row: 0, column: 0 });
    expect(move(from, press('ArrowUp'), { ...extent, heads: 0 })).toEqual({ row: 1, column: 3 });
    expect(move({ row: 0, column: 0 }, press('ArrowRight'), { ...extent, heads: 1 })).toEqual({
      row: 0,
      column: 0,
    });
  });

  test('given Home and End, they stay in the row, with Ctrl they lead to the first and the last cell', () => {
    expect(move({ row: 7, column: 2 }, press('End'), extent)).toEqual({ row: 7, column: 4 });
    expect(move({ row: 7, column: 2 }, press('Home', true), extent)).toEqual({ row: 1, column: 0 });
    expect(move({ row: 7, column: 2 }, press('End', true), extent)).toEqual({ row: 10_000, column: 4 });
  });

  test('given any other key, it leads nowhere', () => {
    expect(move({ row: 1, column: 0 }, press('a'), extent)).toBeUndefined();
  });
});

describe('columns', () => {
  test('given boxes to tick, their track comes first', () => {
    expect(tracksOf([{ width: 72 }, { width: 'fill' }], true)).toBe('32px 72px minmax(160px, 1fr)');
  });

  test('given a heading pressed again and again, the order turns each time', () => {
    const first = nextSort(undefined, 'name');
    const second = nextSort(first, 'name');
    expect([first, second, nextSort(second, 'name'), nextSort(second, 'owner')]).toEqual([
      { by: 'name', descending: false },
      { by: 'name', descending: true },
      { by: 'name', descending: false },
      { by: 'owner', descending: false },
    ]);
  });
});

describe('a narrow row', () => {
  test('given columns with places, the name stands before what is under it, and what has no room is left out', () => {
    const columns: readonly Pick<DataColumn<never>, 'id' | 'narrow'>[] = [
      { id: 'state' },
      { id: 'name', narrow: 'title' },
      { id: 'count', narrow: 'hide' },
      { id: 'day', narrow: 'trail' },
      { id: 'code', narrow: 'lead' },
      { id: 'owner', narrow: 'under' },
    ];
    expect(narrowColumns(columns).map(({ id }) => id)).toEqual(['code', 'name', 'day', 'state', 'owner']);
  });
});
