import { joinLists } from '@concord/views/made-lists';
import { type Block, type Cell, type Document, linesOf, type TableBlock, textOf } from '../../blocks.ts';
import type { WorkbookWords } from '../../wording/workbook-words.ts';
import { inReadingOrder } from '../drawing/reading-order.ts';
import { tableOf } from '../drawing/tables.ts';
import { saidIn } from '../xlsx/about.ts';
import { csvLines } from './text-table.ts';

export interface CsvChoices {
  /** Lead with a byte order mark, which Excel needs to read UTF-8. True unless said otherwise. */
  readonly byteOrderMark?: boolean;
}

const rowsAtOnce = 250;

interface CellTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * The document's dataset, or its first table that is no form, as RFC 4180: one heading row, CRLF, the lines of a cell
 * joined by "; ". What is only a number or a date is written plainly (`3.5`, `2026-11-22`). A text that a spreadsheet
 * would take for a formula gets a leading apostrophe. Without a table it is the first drawing, as figures; without
 * a drawing what the document says, label and text.
 */
export function renderCsv(document: Document, words: WorkbookWords, choices: CsvChoices = {}): string {
  return [...csvPieces(document, words, choices)].join('');
}

/** The same, a few rows at a time. */
export function* csvPieces(
  document: Document,
  words: WorkbookWords,
  { byteOrderMark = true }: CsvChoices = {},
): Generator<string, void> {
  const blocks = inReadingOrder(document.blocks);
  const { headings, rows } = ofTables(blocks) ?? ofDrawing(blocks, words) ?? ofWords(document, words);
  yield csvLines([headings], byteOrderMark);
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    yield csvLines(rows.slice(from, from + rowsAtOnce).map((row) => row.map(writeCell)));
}

function ofTables(blocks: readonly Block[]): CellTable | undefined {
  const tables = blocks.filter((block): block is TableBlock => block.kind === 'table' && !block.form);
  const first = tables.find(({ dataset }) => dataset !== undefined) ?? tables[0];
  if (first === undefined) return undefined;
  const parts =
    first.dataset === undefined ? [first] : tables.filter(({ dataset }) => dataset === first.dataset);
  return {
    headings: first.columns.map(({ label }) => label),
    rows: joinLists(parts.map(({ rows }) => rows)),
  };
}

function ofDrawing(blocks: readonly Block[], words: WorkbookWords): CellTable | undefined {
  const drawn = blocks.map((block) => tableOf(block, words)).filter((table) => table !== undefined);
  return drawn.find(({ rows }) => rows.length > 0) ?? drawn[0];
}

function ofWords(document: Document, { name, words }: WorkbookWords): CellTable {
  const rows = saidIn(document, inReadingOrder(document.blocks)).filter((row) =>
    row.some((text) => text !== ''),
  );
  return { headings: [name, words], rows };
}

function writeCell(cell: Cell): string | number {
  const lines = linesOf(cell);
  const [only] = lines;
  if (lines.length === 1 && typeof only === 'object') {
    if ('number' in only) return only.number;
    if ('date' in only) return only.date;
  }
  return lines.map(textOf).join('; ');
}
