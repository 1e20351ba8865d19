import { describe, expect, it } from 'vitest';
import type { Command } from './batches.ts';
import { commandsNow } from './known.ts';

/** A ledger whose records can be renamed, and which tells how often it was asked. */
function ledger(count: number) {
  let title = 'Payroll file';
  const done = Array.from({ length: count }, () => 'evidence add');
  const asked: number[] = [];
  const all = () =>
    done
      .map(
        (operation, at) =>
          ({
            first: at + 1,
            last: at + 1,
            operation,
            about: [{ kind: 'evidence', id: 'e', title }],
          }) as never,
      )
      .toReversed() as Command[];
  return {
    all,
    asked,
    do: (operation: string, called = title) => {
      done.push(operation);
      title = called;
    },
    ask: async ({ before = Number.POSITIVE_INFINITY, limit }: { before?: number; limit: number }) => {
      asked.push(before);
      return all()
        .filter(({ first }) => first < before)
        .slice(0, limit);
    },
  };
}

describe('given commands that are known', () => {
  it('when more of the daily work is recorded, then only the newest are asked for', async () => {
    const { all, asked, ask, do: record } = ledger(2500);
    const known = await commandsNow([], ask);
    expect(known).toEqual(all());
    expect(asked).toHaveLength(3);
    record('claims confirm');
    expect(await commandsNow(known, ask)).toEqual(all());
    expect(asked).toHaveLength(4);
  });

  it.each(['records erase', 'controls set', 'undo', 'what comes next year'])(
    'when %s may have changed what something is called, then all are as they are called now',
    async (operation) => {
      const { all, ask, do: record } = ledger(1500);
      const known = await commandsNow([], ask);
      record(operation, '');
      record('evidence add');
      const now = await commandsNow(known, ask);
      expect(now).toEqual(all());
      expect(now.at(-1)?.about[0]?.title).toBe('');
    },
  );

  it('when there is nothing, then nothing is known', async () => {
    expect(await commandsNow([], ledger(0).ask)).toEqual([]);
  });
});
