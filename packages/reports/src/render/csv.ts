import { type Cell, type Document, linesOf, type TableBlock, textOf } from '../blocks.ts';
import { writeCsv } from './text-table.ts';

export interface CsvChoices {
  /** Lead with a byte order mark, which Excel needs to read UTF-8. True unless said otherwise. */
  readonly byteOrderMark?: boolean;
}

/**
 * The document's dataset, or its first table that is no form, as RFC 4180: one heading row, CRLF, the lines of a cell
 * joined by "; ". What is only a number or a date is written plainly (`3.5`, `2026-11-22`). A text that a spreadsheet
 * would take for a formula gets a leading apostrophe. A document without a table throws.
 */
export function renderCsv(document: Document, choices: CsvChoices = {}): string {
  const tables = tablesIn(document.blocks).filter(({ form }) => !form);
  const first = tables.find(({ dataset }) => dataset !== undefined) ?? tables[0];
  if (first === undefined) throw new Error(`"${document.title}" has no table that is written as CSV.`);
  const parts =
    first.dataset === undefined ? [first] : tables.filter(({ dataset }) => dataset === first.dataset);
  const rows = parts.flatMap((table) => table.rows);
  const headings = first.columns.map((column) => column.label);
  return writeCsv({ headings, rows: rows.map((row) => row.map(writeCell)) }, choices.byteOrderMark);
}

function tablesIn(blocks: Document['blocks']): TableBlock[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'columns') return tablesIn(block.columns.flat());
    return block.kind === 'table' ? [block] : [];
  });
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
