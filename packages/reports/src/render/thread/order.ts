import type { Document } from '../../blocks.ts';
import type { WorkbookWords } from '../../wording/workbook-words.ts';
import { renderCsv } from '../csv/csv.ts';
import { type TextTable, writeCsv } from '../csv/text-table.ts';
import { renderDocx } from '../docx/docx.ts';
import { renderHtml } from '../html/html.ts';
import { renderWorkbook } from '../xlsx/workbook.ts';
import { renderXlsx } from '../xlsx/xlsx.ts';

/** A file to be written, as it is handed to a thread: everything it is made of. */
export type RenderOrder = TablesOrder | DocumentOrder;

/** Tables as one workbook, or the first of them as CSV. */
export interface TablesOrder {
  readonly tables: readonly TextTable[];
  readonly format: 'xlsx' | 'csv';
}

export interface DocumentOrder {
  readonly document: Document;
  readonly format: 'docx' | 'xlsx' | 'csv' | 'rows-csv' | 'html';
  readonly words: WorkbookWords;
}

const writers = {
  docx: ({ document }: DocumentOrder) => renderDocx(document),
  xlsx: ({ document, words }: DocumentOrder) => renderXlsx(document, words),
  csv: ({ document, words }: DocumentOrder) => encode(renderCsv(document, words)),
  'rows-csv': ({ document, words }: DocumentOrder) => encode(renderCsv(document, words, { rowsAlone: true })),
  html: ({ document }: DocumentOrder) => encode(renderHtml(document)),
} as const;

export async function fillOrder(order: RenderOrder): Promise<Uint8Array> {
  return 'tables' in order ? writeTables(order) : writers[order.format](order);
}

function writeTables({ tables, format }: TablesOrder): Uint8Array {
  const [first] = tables;
  if (first === undefined) throw new Error('There is no table to write.');
  return format === 'xlsx' ? renderWorkbook(tables) : encode(writeCsv(first));
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
