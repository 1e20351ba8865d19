/**
 * Rows as CSV (RFC 4180, with a byte order mark, for spreadsheets read it as UTF-8 only then). A text that a spreadsheet
 * would calculate has an apostrophe before it.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

const calculated = /^[\s]*[=+\-@\t\r]/;

function cellOf(text: string): string {
  const safe = calculated.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
