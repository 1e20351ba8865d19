import { columnLetters, type Sheet, type SheetRow, textOf } from '../document.ts';
import type { Findings } from '../draft/finding.ts';

/** What a file says of itself before its table: rows of a label and a value. */
export type Head = ReadonlyMap<string, string>;

/** A table of our form, found in a sheet: its columns by name, and its rows. */
export interface Table {
  readonly sheet: string;
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly SheetRow[];
  readonly head: Head;
  /** Further sheets with such a table: they are not read. */
  readonly others: readonly string[];
}

const HEADER_WITHIN = 40;

/** Names as people write them: "From framework", from_framework and FROM-FRAMEWORK are one. */
function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s_*-]+/g, ' ')
    .trim();
}

/** The first sheet with a header that has all the columns asked for; what stands above it is the head. */
export function findTable(sheets: readonly Sheet[], asked: readonly string[]): Table | undefined {
  for (const sheet of sheets) {
    const place = headerIn(sheet, asked);
    if (place === -1) continue;
    const names = Array.from(sheet.rows[place]!.cells, (cell) => bare(textOf(cell)));
    const others = sheets.filter((one) => one !== sheet && !hasHeader(one, asked));
    return {
      sheet: sheet.name,
      columns: new Map(names.map((name, column) => [name, column] as const).reverse()),
      rows: sheet.rows.slice(place + 1),
      others: sheets.filter((one) => one !== sheet && hasHeader(one, asked)).map(({ name }) => name),
      head: headOf([
        ...others.flatMap(({ rows }) => rows.slice(0, HEADER_WITHIN)),
        ...sheet.rows.slice(0, place),
      ]),
    };
  }
  return undefined;
}

function headerIn(sheet: Sheet, asked: readonly string[]): number {
  return sheet.rows.slice(0, HEADER_WITHIN).findIndex(({ cells }) => {
    // A decoder may leave holes for cells that were never written.
    const names = new Set(Array.from(cells, (cell) => bare(textOf(cell))));
    return asked.every((column) => names.has(column));
  });
}

function hasHeader(sheet: Sheet, asked: readonly string[]): boolean {
  return headerIn(sheet, asked) !== -1;
}

function headOf(rows: readonly SheetRow[]): Head {
  return new Map(
    rows.map(({ cells }) => [bare(textOf(cells[0])).replace(/^# ?/, ''), textOf(cells[1]).trim()]),
  );
}

/** The text of a cell under a column, '' where there is none. */
export function cellAt({ columns }: Table, row: SheetRow, column: string): string {
  const place = columns.get(column);
  return place === undefined ? '' : textOf(row.cells[place]).trim();
}

/** Says which columns are not among those that are read, and which sheets were not looked at. */
export function tellLeftOut(table: Table, read: readonly string[], findings: Findings): void {
  for (const [name, place] of table.columns) {
    const filled = table.rows.some(({ cells }) => textOf(cells[place]).trim() !== '');
    if (filled && !read.includes(name)) {
      findings.notice('import.column-ignored', name || `${table.sheet}!${columnLetters(place)}`);
    }
  }
  for (const sheet of table.others) findings.notice('import.table-passed-over', sheet);
}

/** Every cell that shows an error instead of a value, or was never calculated, is a fault. */
export function refuseErrors(table: Table, findings: Findings): void {
  for (const row of table.rows) {
    for (const column of table.columns.keys()) {
      const cell = row.cells[table.columns.get(column)!];
      if (typeof cell !== 'object') continue;
      const at = placeAt(table, row, column);
      if (cell.trouble === 'error') findings.fault(at, 'import.cell-error', { shown: cell.text });
      else if (cell.trouble === 'formula' && cell.text === '') findings.fault(at, 'import.cell-formula');
    }
  }
}

/** Where a person finds a cell: CSF!C12. */
export function placeAt({ sheet, columns }: Table, row: SheetRow, column: string): string {
  return `${sheet}!${columnLetters(columns.get(column) ?? 0)}${row.number}`;
}
