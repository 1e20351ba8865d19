import { describe, expect, test } from 'vitest';
import type { ActionRow } from '../list/wanted.ts';
import { spansOf } from './spans.ts';

const row = (id: string, changed: Partial<ActionRow>): ActionRow => ({
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

describe('the time line of actions', () => {
  test('given actions, then each runs from its opening to its day, the earliest end first', () => {
    const rows = [
      row('late', { due: '2027-01-01' }),
      row('soon', { due: '2026-12-01', openedOn: '2026-11-01' }),
    ];
    const { spans, from, to } = spansOf(rows, '2026-11-24', '2026-05-01');
    expect(spans.map(({ row: { id }, from: start, to: end }) => [id, start, end])).toEqual([
      ['soon', '2026-11-01', '2026-12-01'],
      ['late', '2026-10-01', '2027-01-01'],
    ]);
    expect([from, to]).toEqual(['2026-10-01', '2027-01-01']);
  });

  test('given one without a day, then it is counted and not drawn', () => {
    expect(spansOf([row('a', {})], '2026-11-24', '2026-05-01')).toMatchObject({ spans: [], undated: 1 });
  });

  test('given one that began before the line, then it begins with the line; one that ended before is left out', () => {
    const rows = [
      row('old', { openedOn: '2025-01-01', due: '2026-12-01' }),
      row('gone', { openedOn: '2025-01-01', status: 'done', closedOn: '2025-02-01' }),
    ];
    const { spans } = spansOf(rows, '2026-11-24', '2026-05-01');
    expect(spans.map(({ row: { id }, from }) => [id, from])).toEqual([['old', '2026-05-01']]);
  });

  test('given nothing, then the line is this month up to today', () => {
    expect(spansOf([], '2026-11-24', '2026-05-01')).toMatchObject({ from: '2026-11-01', to: '2026-11-24' });
  });
});
