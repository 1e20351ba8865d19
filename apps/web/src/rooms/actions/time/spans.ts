import type { ActionRow } from '../list/wanted.ts';

export interface Span {
  readonly row: ActionRow;
  /** Local dates, both included. */
  readonly from: string;
  readonly to: string;
}

export interface Spans {
  readonly spans: readonly Span[];
  readonly from: string;
  readonly to: string;
  /** Actions that have no day to end on. */
  readonly undated: number;
}

/** What runs from when to when, no further back than `earliest`; today is always on the line, which begins with a month. */
export function spansOf(rows: readonly ActionRow[], today: string, earliest: string): Spans {
  const spans = rows.flatMap((row): Span[] => {
    const to = row.closedOn ?? row.due;
    if (to === undefined || to < earliest) return [];
    return [{ row, from: row.openedOn < earliest ? earliest : row.openedOn, to }];
  });
  const days = spans.flatMap(({ from, to }) => [from, to]).concat(today);
  days.sort();
  return {
    spans: spans.sort((one, other) => (one.to < other.to ? -1 : one.to > other.to ? 1 : 0)),
    from: `${(days[0] ?? today).slice(0, 7)}-01`,
    to: days.at(-1) ?? today,
    undated: rows.filter(({ closedOn, due }) => (closedOn ?? due) === undefined).length,
  };
}
