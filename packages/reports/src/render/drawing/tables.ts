import type { BarsBlock, Block, Cell, HeatBlock, TimelineBlock } from '../../blocks.ts';
import type { WorkbookWords } from '../../wording/workbook-words.ts';

/** What a drawing shows, as figures and words under headings. */
export interface DrawnTable {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A drawing as a table that others can reckon with; nothing where the block is none. */
export function tableOf(block: Block, words: WorkbookWords): DrawnTable | undefined {
  switch (block.kind) {
    case 'bars':
      return ofBars(block, words);
    case 'heat':
      return ofHeat(block, words);
    case 'timeline':
      return ofTimeline(block, words);
    default:
      return undefined;
  }
}

const counted = (number: number) => ({ text: String(number), number });
const dated = (date: string) => ({ text: date, date });

function ofBars({ caption, heads, rows, legend }: BarsBlock, words: WorkbookWords): DrawnTable {
  const { target } = legend;
  const hasChange = heads.change !== undefined;
  return {
    caption,
    headings: [
      heads.label,
      // No two columns bear one name: whoever reckons with them asks for them by it.
      isAlike(heads.figure, legend.met) ? words.figure : heads.figure,
      ...(hasChange ? [heads.change ?? ''] : []),
      legend.met,
      legend.possible,
      legend.gap,
      ...(target === undefined ? [] : [target]),
      heads.words,
    ],
    rows: rows.map((row) => [
      row.label,
      row.figure,
      ...(hasChange ? [row.change ?? ''] : []),
      counted(row.met),
      counted(row.possible - row.met),
      counted(row.n - row.possible),
      ...(target === undefined ? [] : [row.target === undefined ? '' : counted(row.target)]),
      row.words,
    ]),
  };
}

function isAlike(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function ofHeat({ caption, rows, legend }: HeatBlock, words: WorkbookWords): DrawnTable {
  return {
    caption,
    headings: [words.group, words.id, words.name, words.figure, legend.title, words.words],
    rows: rows.flatMap(({ label, tiles }) =>
      tiles.map((tile) => [
        label,
        tile.id,
        tile.label,
        tile.figure,
        (tile.level === undefined ? undefined : legend.levels[tile.level]) ?? legend.none,
        tile.words,
      ]),
    ),
  };
}

function ofTimeline({ caption, heads, rows }: TimelineBlock, words: WorkbookWords): DrawnTable {
  return {
    caption,
    headings: [heads.label, words.from, words.to, words.state, heads.words],
    rows: rows.map(({ label, from, to, state, words: said }) => [
      label,
      dated(from),
      dated(to),
      words[state],
      said,
    ]),
  };
}
