import { type Cell, type Document, linesOf, type TableBlock, textOf } from '../blocks.ts';
import { writeCsv } from './text-table.ts';

export interface CsvChoices {
  /** Lead with a byte order mark, which Excel needs to read UTF-8. True unless said otherwise. */
  readonly byteOrderMark?: boolean;
}

/**
 * The document's dataset as RFC 4180: one heading row, CRLF, the lines of a cell joined by "; ". A cell that a
 * spreadsheet would take for a formula gets a leading apostrophe. A document without a dataset throws.
 */
export function renderCsv(document: Document, choices: CsvChoices = {}): string {
  const tables = document.blocks.filter(isDataset);
  const first = tables[0];
  if (first === undefined) throw new Error(`"${document.title}" has no table that is written as CSV.`);
  const rows = tables.filter((table) => table.dataset === first.dataset).flatMap((table) => table.rows);
  const headings = first.columns.map((column) => column.label);
  return writeCsv({ headings, rows: rows.map((row) => row.map(writeCell)) }, choices.byteOrderMark);
}

function isDataset(block: Document['blocks'][number]): block is TableBlock {
  return block.kind === 'table' && block.dataset !== undefined;
}

function writeCell(cell: Cell): string {
  return linesOf(cell).map(textOf).join('; ');
}
