import { describe, expect, test } from 'vitest';
import { seek, typeOn } from './seek.ts';

const ids = ['A.5.1', 'A.5.10', 'A.8.1', 'A.8.5', 'A.8.50', 'AC-01', undefined];
const found = (typed: string, from = 0) => ids[seek(ids, typed, from)];

describe('typing in a list', () => {
  test('given letters in quick succession, they are one word, and after a pause a new one begins', () => {
    const first = typeOn(undefined, 'A', 0);
    const second = typeOn(first, '.', 900);
    expect(second?.text).toBe('A.');
    expect(typeOn(second, '8', 1_800)?.text).toBe('A.8');
    expect(typeOn(second, '8', 1_900)?.text).toBe('8');
  });

  test('given a key that writes nothing, or the space that presses, nothing is typed', () => {
    for (const key of ['Enter', 'ArrowDown', ' ', 'F5']) expect(typeOn(undefined, key, 0)).toBeUndefined();
  });

  test('given a whole id, its row is meant, wherever the focus is and whatever else begins so', () => {
    expect(found('A.8.5', 4)).toBe('A.8.5');
    expect(found('a.5.1', 1)).toBe('A.5.1');
  });

  test('given an id without the letters before it, its row is meant', () => {
    expect(found('8.5')).toBe('A.8.5');
    expect(found('01')).toBe('AC-01');
  });

  test('given the beginning of several, the next one from here is meant, and after the last the first', () => {
    expect(found('a.8', 1)).toBe('A.8.1');
    expect(found('a.8', 3)).toBe('A.8.5');
    expect(found('a.5.', 5)).toBe('A.5.1');
  });

  test('given one letter again and again, it leads on from row to row', () => {
    expect(seek(ids, 'a', 0)).toBe(1);
    expect(seek(ids, 'a', 1)).toBe(2);
    expect(seek(ids, 'a', 5)).toBe(0);
  });

  test('given what no row is called, none is meant', () => {
    expect(seek(ids, 'z', 0)).toBe(-1);
    expect(seek([], 'a', 0)).toBe(-1);
  });
});
