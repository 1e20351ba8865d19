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
    // A decoder may leave holes for cells that were never written.
    const place = sheet.rows.slice(0, HEADER_WITHIN).findIndex(({ cells }) => {
      const names = new Set(Array.from(cells, (cell) => bare(textOf(cell))));
      return asked.every((column) => names.has(column));
    });
    if (place === -1) continue;
    const names = Array.from(sheet.rows[place]!.cells, (cell) => bare(textOf(cell)));
    const others = sheets.filter((one) => one !== sheet).flatMap(({ rows }) => rows.slice(0, HEADER_WITHIN));
    return {
      sheet: sheet.name,
      columns: new Map(names.map((name, column) => [name, column] as const).reverse()),
      rows: sheet.rows.slice(place + 1),
      head: headOf([...others, ...sheet.rows.slice(0, place)]),
    };
  }
  return undefined;
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

/** Every cell that shows an error instead of a value is a fault. */
export function refuseErrors(table: Table, findings: Findings): void {
  for (const row of table.rows) {
    for (const column of table.columns.keys()) {
      const cell = row.cells[table.columns.get(column)!];
      if (typeof cell !== 'object' || cell.trouble !== 'error') continue;
      findings.fault(placeAt(table, row, column), 'import.cell-error', { shown: cell.text });
    }
  }
}

/** Where a person finds a cell: CSF!C12. */
export function placeAt({ sheet, columns }: Table, row: SheetRow, column: string): string {
  return `${sheet}!${columnLetters(columns.get(column) ?? 0)}${row.number}`;
}
