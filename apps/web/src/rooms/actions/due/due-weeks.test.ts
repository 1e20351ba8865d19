import { describe, expect, test } from 'vitest';
import type { DueRow } from '../../../due/index.ts';
import { byWeek, isDueWanted, wantedDueIn } from './due-weeks.ts';

const row = (id: string, changed: Partial<DueRow>): DueRow => ({
  kind: 'action',
  id,
  title: id,
  due: '2026-11-20',
  state: 'soon',
  requirements: [],
  why: '',
  todo: '',
  days: 0,
  moreRequirements: 0,
  ...changed,
});

describe('what is due', () => {
  test('given things of several weeks, then the late ones together and each week by its Monday', () => {
    const rows = [
      row('old', { due: '2026-07-01', state: 'overdue' }),
      row('older', { due: '2026-11-20', state: 'overdue' }),
      row('tue', { due: '2026-11-24' }),
      row('sun', { due: '2026-11-29' }),
      row('mon', { due: '2026-11-30' }),
    ];
    expect(byWeek(rows).map(({ week, rows: of }) => [week, of.map(({ id }) => id)])).toEqual([
      ['late', ['old', 'older']],
      ['2026-11-23', ['tue', 'sun']],
      ['2026-11-30', ['mon']],
    ]);
  });

  test('given an address, then it is read; what it cannot mean is passed over', () => {
    expect(wantedDueIn({})).toEqual({ within: 90, kinds: [], owner: undefined, lateOnly: false });
    expect(wantedDueIn({ within: '366', kind: 'scope,moon,action', late: 'yes', owner: 'me' })).toEqual({
      within: 366,
      kinds: ['action', 'scope'],
      owner: 'me',
      lateOnly: true,
    });
  });

  test.each([
    [{ owner: 'me' }, true],
    [{ owner: '-' }, false],
    [{ owner: 'jonas' }, false],
    [{ late: 'yes' }, false],
    [{}, true],
  ])('given something of mine that is not late, when %j is asked, then %s', (search, expected) => {
    const of = row('a', { owner: { id: 'ana', name: 'Ana' } });
    expect(isDueWanted(of, wantedDueIn(search), 'ana')).toBe(expected);
  });
});
