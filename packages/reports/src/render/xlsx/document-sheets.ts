import { type Block, type Cell, type Document, linesOf, type TableBlock, textOf } from '../../blocks.ts';
import type { WorkbookWords } from '../../wording/workbook-words.ts';
import { joinedAt, type Read } from '../drawing/datasets.ts';
import { inReadingOrder } from '../drawing/reading-order.ts';
import { tableOf } from '../drawing/tables.ts';
import { writeAbout } from './about.ts';
import { longestCell } from './cell.ts';
import { cutText, dayOf, nameSheets, type Sheet, type SheetCell } from './sheet.ts';

/** First what the document says in words, then a sheet for each dataset, other table and drawing, in their order. */
export function sheetsOf(document: Document, words: WorkbookWords): Sheet[] {
  const blocks = inReadingOrder(document.blocks);
  const sheets = [
    writeAbout(document, blocks, words),
    ...blocks.flatMap((block) => sheetOf(block, { title: document.title, blocks, words })),
  ];
  const names = nameSheets(sheets.map(({ name }) => name));
  return sheets.map((sheet, at) => ({
    ...sheet,
    name: names[at] ?? '',
    running: document.running,
    rows: cutCells(sheet.rows, words.cut),
  }));
}

interface Whole extends Read {
  readonly words: WorkbookWords;
}

function sheetOf(block: Block, whole: Whole): Sheet[] {
  if (block.kind === 'table' && !block.form) return ofTable(block, whole);
  const drawn = tableOf(block, whole.words);
  if (drawn === undefined) return [];
  const { caption, headings, rows } = drawn;
  return [{ name: caption, headings, rows: rows.map((row) => row.map(typed)), toRead: true }];
}

function ofTable(table: TableBlock, read: Read): Sheet[] {
  const joined = joinedAt(table, read);
  if (joined === undefined) return [];
  const { caption, columns, rows } = joined;
  const room = Math.max(page, columns.length * each);
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  return [
    {
      name: caption,
      headings: columns.map(({ label }) => label),
      rows: rows.map((row) => row.map(typed)),
      toRead: true,
      widths: columns.map(({ width }) => Math.max(narrowest, Math.round((width / shares) * room))),
    },
  ];
}

/** In characters: a column at the least, a sheet of few columns, and a column of many. */
const [narrowest, page, each] = [10, 160, 24];

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
