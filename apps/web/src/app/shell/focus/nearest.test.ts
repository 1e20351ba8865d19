import { describe, expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const order = ['search', 'row 1', 'row 2', 'row 3', 'add'];
const isRow = (thing: string) => thing.startsWith('row');
const isAny = () => true;

describe('the thing with the focus has gone', () => {
  test('given a row between others, the next one gets it', () => {
    expect(nearest(order, 'row 2', [isRow, isAny])).toBe('row 3');
  });

  test('given the last row, the one before it gets it, not what stands after the list', () => {
    expect(nearest(order, 'row 3', [isRow, isAny])).toBe('row 2');
  });

  test('given the only row, what stands after it gets it, else what stands before', () => {
    expect(nearest(['search', 'row 1', 'add'], 'row 1', [isRow, isAny])).toBe('add');
    expect(nearest(['search', 'row 1'], 'row 1', [isRow, isAny])).toBe('search');
  });

  test('given what was never seen, the first there is gets it, and where nothing is, nothing does', () => {
    expect(nearest(order, 'elsewhere', [isAny])).toBe('search');
    expect(nearest(['row 1'], 'row 1', [isAny])).toBeUndefined();
  });
});
