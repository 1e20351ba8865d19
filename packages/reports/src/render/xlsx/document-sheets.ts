import type { BarsBlock, Block, Cell, Document, HeatBlock, TableBlock, TimelineBlock } from '../../blocks.ts';
import { linesOf, textOf } from '../../blocks.ts';
import type { WorkbookWords } from '../../wording/workbook-words.ts';
import { writeAbout } from './about.ts';
import { longestCell } from './cell.ts';
import { cutText, dayOf, nameSheets, type Sheet, type SheetCell } from './sheet.ts';

/** First what the document says in words, then a sheet for each dataset, other table and drawing, in their order. */
export function sheetsOf(document: Document, words: WorkbookWords): Sheet[] {
  const blocks = flatten(document.blocks);
  const sheets = [
    writeAbout(document, blocks, words),
    ...blocks.flatMap((block) => sheetOf(block, { title: document.title, blocks, words })),
  ];
  const names = nameSheets(sheets.map(({ name }) => name));
  return sheets.map((sheet, at) => ({
    ...sheet,
    name: names[at] ?? '',
    rows: cutCells(sheet.rows, words.cut),
  }));
}

function flatten(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => (block.kind === 'columns' ? flatten(block.columns.flat()) : [block]));
}

interface Whole {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly words: WorkbookWords;
}

function sheetOf(block: Block, whole: Whole): Sheet[] {
  const { words } = whole;
  if (block.kind === 'table' && !block.form) return ofTable(block, whole);
  if (block.kind === 'bars') return [ofBars(block)];
  if (block.kind === 'heat') return [ofHeat(block, words)];
  return block.kind === 'timeline' ? [ofTimeline(block, words)] : [];
}

/** The tables of a dataset are one, where the first of them stands, named as the document: it is what that is about. */
function ofTable(table: TableBlock, { title, blocks }: Whole): Sheet[] {
  const { dataset, caption, columns } = table;
  const parts =
    dataset === undefined
      ? [table]
      : blocks.filter((block) => block.kind === 'table').filter((each) => each.dataset === dataset);
  if (parts[0] !== table) return [];
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  return [
    {
      name: parts.length === 1 ? caption : title,
      headings: columns.map(({ label }) => label),
      rows: parts.flatMap(({ rows }) => rows.map((row) => row.map(typed))),
      toRead: true,
      widths: columns.map(({ width }) => Math.max(narrowest, Math.round((width / shares) * page))),
    },
  ];
}

const [narrowest, page] = [10, 160];

/** What a cell says as a number or a day where it says nothing else; its lines under each other where it does. */
function typed(cell: Cell): SheetCell {
  const lines = linesOf(cell);
  const [only] = lines;
  if (lines.length === 1 && typeof only === 'object') {
    if ('number' in only && Number.isFinite(only.number)) return { number: only.number };
    if ('date' in only) return dayOf(only.date) ?? only.text;
  }
  return lines.map(textOf).join('\n');
}

function ofBars({ caption, heads, rows, legend }: BarsBlock): Sheet {
  const { target } = legend;
  const hasChange = heads.change !== undefined;
  return {
    name: caption,
    headings: [
      heads.label,
      heads.figure,
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
      { number: row.met },
      { number: row.possible - row.met },
      { number: row.n - row.possible },
      ...(target === undefined ? [] : [row.target === undefined ? '' : { number: row.target }]),
      row.words,
    ]),
    toRead: true,
  };
}

function ofHeat({ caption, rows, legend }: HeatBlock, words: WorkbookWords): Sheet {
  return {
    name: caption,
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
    toRead: true,
  };
}

function ofTimeline({ caption, heads, rows }: TimelineBlock, words: WorkbookWords): Sheet {
  return {
    name: caption,
    headings: [heads.label, words.from, words.to, words.state, heads.words],
    rows: rows.map(({ label, from, to, state, words: said }) => [
      label,
      dayOf(from) ?? from,
      dayOf(to) ?? to,
      words[state],
      said,
    ]),
    toRead: true,
  };
}

/** A cell holds only so much: what is cut says so in the cell. */
function cutCells(rows: Sheet['rows'], notice: string): Sheet['rows'] {
  return rows.map((row) =>
    row.map((cell) =>
      typeof cell === 'string' && cell.length > longestCell
        ? `${cutText(cell, longestCell - notice.length - 1)} ${notice}`
        : cell,
    ),
  );
}
