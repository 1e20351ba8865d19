import { type TextTable, writeCsv } from '../text-table.ts';
import { renderWorkbook } from './workbook.ts';

export interface TablesOrder {
  readonly tables: readonly TextTable[];
  readonly format: 'xlsx' | 'csv';
}

/** Tables as one workbook, or the first of them as CSV. */
export function writeTables(tables: readonly TextTable[], format: TablesOrder['format']): Uint8Array {
  const [first] = tables;
  if (first === undefined) throw new Error('There is no table to write.');
  return format === 'xlsx' ? renderWorkbook(tables) : new Uint8Array(Buffer.from(writeCsv(first)));
}
