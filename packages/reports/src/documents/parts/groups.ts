import { say } from '@concord/catalog';
import type { BarRow, BarsBlock } from '../../blocks.ts';
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

/** What the columns beside bars are called, by the keys of their words. */
export interface BarHeads {
  readonly label: string;
  readonly figure: string;
  readonly words: string;
}

/** Bars of what is met, what may be and what is a gap, one for each row. */
export function barsOf(
  { caption, heads, rows }: { caption: string; heads: BarHeads; rows: readonly BarRow[] },
  language: string,
  legend: BarsBlock['legend'] = coverageLegend(language),
): BarsBlock {
  const { label, figure, words } = heads;
  return {
    kind: 'bars',
    caption,
    heads: { label: say(language, label), figure: say(language, figure), words: say(language, words) },
    rows,
    legend,
  };
}

export function coverageLegend(language: string): BarsBlock['legend'] {
  return {
    met: say(language, 'document.bars.met'),
    possible: say(language, 'document.bars.possible'),
    gap: say(language, 'document.bars.gap'),
  };
}
