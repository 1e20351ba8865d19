import { stringify } from 'csv-stringify/sync';
import { neutraliseText } from './formula.ts';

/** A table of plain text: a row of headings, then rows as wide. */
export interface TextTable {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Rows of text and of numbers, under their headings. */
export interface CsvTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** RFC 4180 with CRLF: headings, then rows. A text that a spreadsheet would calculate gets an apostrophe. */
export function writeCsv({ headings, rows }: CsvTable, byteOrderMark = true): string {
  return csvLines([headings, ...rows], byteOrderMark);
}

/** The same without headings, for a table that is written piece by piece. */
export function csvLines(rows: CsvTable['rows'], byteOrderMark = false): string {
  return stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? neutraliseText(cell) : String(cell)))),
    {
      bom: byteOrderMark,
      // With CRLF between rows the writer would leave a lone CR or LF bare, and a spreadsheet starts a new row there.
      quoted_match: /[\r\n]/,
      record_delimiter: '\r\n',
    },
  );
}
