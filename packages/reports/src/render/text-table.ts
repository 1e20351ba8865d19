import { stringify } from 'csv-stringify/sync';
import { neutraliseText } from './formula.ts';

/** A table of plain text: a row of headings, then rows as wide. */
export interface TextTable {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** RFC 4180 with CRLF: headings, then rows. A text that a spreadsheet would calculate gets an apostrophe. */
export function writeCsv({ headings, rows }: Omit<TextTable, 'name'>, byteOrderMark = true): string {
  return stringify(
    [headings, ...rows].map((row) => row.map(neutraliseText)),
    {
      bom: byteOrderMark,
      // With CRLF between rows the writer would leave a lone CR or LF bare, and a spreadsheet starts a new row there.
      quoted_match: /[\r\n]/,
      record_delimiter: '\r\n',
    },
  );
}
