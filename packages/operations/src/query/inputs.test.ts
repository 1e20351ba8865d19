import { expect, it } from 'vitest';
import { z } from 'zod';
import { pathMembers, type Row, rows } from '../rows.ts';

/** What can be asked for in the address, and no part of its path, which is never empty. */
const membersOf = (of: Row) => {
  const { row } = of;
  if (of.kind === 'command' || row.method !== 'GET' || !(row.input instanceof z.ZodObject)) return [];
  const members = Object.entries<z.ZodType>(row.input.shape);
  return members
    .filter(([name]) => !pathMembers(of).includes(name))
    .map(([name, schema]) => ({ query: row.name, name, schema }));
};
const members = rows.flatMap(membersOf);

it('given an empty value for anything that is asked for, then it is refused and not taken for another', () => {
  const taken = members.filter(
    ({ schema }) => schema.safeParse('').success || schema.safeParse(['']).success,
  );
  expect(members.length).toBeGreaterThan(200);
  expect(taken.map(({ query, name }) => `${query}: ${name}`)).toEqual([]);
});

it('given a dash, then those are asked for that have none of it', () => {
  const list = rows.find(({ row }) => row.name === 'controls list')?.row;
  const asked = {
    owner: '-',
    family: '-',
    frequency: '-',
    controlType: '-',
    implementation: ['planned', '-'],
  };
  expect(list?.input.safeParse(asked).data).toMatchObject({
    ...{ owner: '', family: '', frequency: '', controlType: '' },
    implementation: ['planned', ''],
  });
});
