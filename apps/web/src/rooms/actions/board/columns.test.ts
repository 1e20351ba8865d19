import { describe, expect, test } from 'vitest';
import type { ActionRow } from '../list/wanted.ts';
import { boardOf, closedShown, movesOf, statuses } from './columns.ts';

const row = (id: string, changed: Partial<ActionRow> = {}): ActionRow => ({
  id,
  title: id,
  what: '',
  resources: '',
  result: '',
  status: 'open',
  openedOn: '2026-10-01',
  closes: [],
  about: [],
  overdue: false,
  revision: 1,
  ...changed,
});

describe('the board', () => {
  test('given actions, then each stands once, under its status, mine first', () => {
    const rows = [
      row('theirs', { owner: 'jonas', due: '2026-01-01' }),
      row('mine', { owner: 'ana', due: '2026-05-01' }),
      row('gone', { status: 'dropped', closedOn: '2026-01-01' }),
    ];
    const board = boardOf(rows, 'ana');
    expect(board.map(({ status, rows: of }) => [status, of.map(({ id }) => id)])).toEqual([
      ['open', ['mine', 'theirs']],
      ['done', []],
      ['dropped', ['gone']],
    ]);
  });

  test('given many closed ones, then the latest are shown and all are counted', () => {
    const rows = Array.from({ length: closedShown + 5 }, (_, at) =>
      row(`a${at}`, { status: 'done', closedOn: `2026-01-${String((at % 28) + 1).padStart(2, '0')}` }),
    );
    const done = boardOf(rows, 'ana')[1];
    expect(done?.rows).toHaveLength(closedShown);
    expect(done?.total).toBe(closedShown + 5);
    expect(done?.rows[0]?.closedOn).toBe('2026-01-28');
  });

  test('given any status, then no action is moved to where it stands, and every column can be reached', () => {
    for (const status of statuses) expect(movesOf(status)).not.toContain(status);
    expect(new Set(statuses.flatMap(movesOf))).toEqual(new Set(statuses));
  });
});
