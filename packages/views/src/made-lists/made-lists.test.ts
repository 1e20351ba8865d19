import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinLists, listOf } from './index.ts';

const made = (members: readonly number[]) => listOf(members.length, (nth) => members[nth] as number);

it('given any members, then the list reads as one that holds them', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (members) => {
      const list = made(members);
      const [twice, odd] = [(each: number) => each * 2, (each: number) => each % 2 !== 0];
      expect([...list]).toEqual(members);
      expect([...list.map(twice).filter(odd).map(String)]).toEqual(
        members.map(twice).filter(odd).map(String),
      );
      expect([...list.filter(odd).map(twice)]).toEqual(members.filter(odd).map(twice));
      expect(list.slice(1, 3)).toEqual(members.slice(1, 3));
      expect(list.at(-1)).toBe(members.at(-1));
      expect(list.some(odd)).toBe(members.some(odd));
      expect(JSON.stringify({ list })).toBe(JSON.stringify({ list: members }));
      expect(Array.isArray(list)).toBe(true);
    }),
  );
});

it('when it is mapped and filtered, then nothing is made that is not read', () => {
  const read: number[] = [];
  const list = listOf(1000, (nth) => {
    read.push(nth);
    return nth;
  });
  const mapped = list.map((each) => `row ${each}`);
  expect(mapped).toHaveLength(1000);
  expect(read).toEqual([]);
  expect(mapped[7]).toBe('row 7');
  expect(read).toEqual([7]);
});

it('given several lists, when they are joined, then they read as one', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer())), (lists) => {
      const joined = joinLists(lists.map(made));
      expect([...joined]).toEqual(lists.flat());
      expect(joined).toHaveLength(lists.flat().length);
    }),
  );
});
