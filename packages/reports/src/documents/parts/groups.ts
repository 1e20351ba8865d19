import type { BarRow } from '../../blocks.ts';
import { writeFigure } from './interval.ts';

/** Rows that have the same key, together, in the order in which the keys come up. */
export function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const members = groups.get(keyOf(row));
    if (members) members.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups.values()];
}

/** A group as a bar, with its figure. */
export function barOfGroup(counts: Omit<BarRow, 'figure'>, language: string): BarRow {
  return { ...counts, figure: writeFigure(counts, language) };
}
