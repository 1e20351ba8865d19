import { given } from '@concord/programme/testing';
import { expect, it } from 'vitest';
import type { Asked, Query } from '../query/query.ts';
import { rowNamed } from '../rows.ts';

it('given a position beyond the ledger, then the list of commands is read from its end, not from everything', async () => {
  const { programme } = given();
  const row = rowNamed('batches list')?.row as Query;
  const before: number[] = [];
  const ports = {
    batches: async (position: number) => {
      before.push(position);
      return [];
    },
    people: async () => new Map(),
  };
  for (const said of [{}, { before: 2 }, { before: 999_999_999_999_999 }])
    await row.answer({ input: row.input.parse(said), programme, ports } as unknown as Asked<never>);
  expect(before).toEqual([programme.position + 1, 2, programme.position + 1]);
});
