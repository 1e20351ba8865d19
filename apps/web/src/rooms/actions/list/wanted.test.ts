import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ActionRow, inOrder, isWanted, standings, stateOf, wantedIn } from './wanted.ts';

const row = (changed: Partial<ActionRow>): ActionRow => ({
  id: 'a1',
  title: 'Renew the certificate',
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

const ids = (rows: readonly ActionRow[]) => rows.map(({ id }) => id);

describe('actions asked for by the address', () => {
  test('given an empty address, then the open ones', () => {
    expect(wantedIn({})).toEqual({ standing: 'open', owner: undefined, about: undefined, text: '' });
  });

  test('given nonsense, then it is passed over', () => {
    expect(wantedIn({ status: 'x', about: 'moon' })).toMatchObject({ standing: 'open', about: undefined });
  });

  test.each([
    [{ status: 'late' }, true],
    [{ status: 'done' }, false],
    [{ status: 'all', owner: 'me' }, true],
    [{ owner: '-' }, false],
    [{ owner: 'jonas' }, false],
    [{ about: 'requirement' }, true],
    [{ about: 'control' }, false],
    [{ q: ' CERTIF ' }, true],
    [{ q: 'a.5.3' }, true],
    [{ q: 'firewall' }, false],
  ])('given a late one of mine for A.5.3, when %j is asked, then %s', (search, expected) => {
    const late = row({
      owner: 'ana',
      overdue: true,
      closes: [{ kind: 'requirement', id: 'iso27001-2022/A.5.3' }],
      about: ['iso27001-2022/A.5.3'],
    });
    expect(isWanted(late, wantedIn(search), 'ana')).toBe(expected);
  });

  test('given any action, then it is among all, and among exactly one of open, done and dropped', () => {
    const any = fc.record({ status: fc.constantFrom('open' as const, 'done' as const, 'dropped' as const) });
    fc.assert(
      fc.property(any, (changed) => {
        const fits = standings.filter((status) => isWanted(row(changed), wantedIn({ status }), 'ana'));
        expect(fits).toEqual([changed.status, 'all']);
      }),
    );
  });
});

describe('the order of actions', () => {
  test('given open and closed, mine and others, then mine first by day, undated last, closed by when they were', () => {
    const rows = [
      row({ id: 'closed-early', status: 'done', closedOn: '2026-01-01', owner: 'ana' }),
      row({ id: 'closed-late', status: 'dropped', closedOn: '2026-02-01' }),
      row({ id: 'other', owner: 'jonas', due: '2026-01-01' }),
      row({ id: 'mine-undated', owner: 'ana' }),
      row({ id: 'mine', owner: 'ana', due: '2026-12-01' }),
    ];
    expect(ids(inOrder(rows, 'ana'))).toEqual([
      'mine',
      'mine-undated',
      'other',
      'closed-late',
      'closed-early',
    ]);
  });
});

test('given an open one past its day, then it is late', () => {
  expect(stateOf(row({ overdue: true }))).toBe('late');
  expect(stateOf(row({ status: 'dropped' }))).toBe('dropped');
});
