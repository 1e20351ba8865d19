import { columnLetters, textOf } from '@concord/catalog';
import { claimTable, columnNamed, controlTable } from './columns/columns.ts';
import type { Faults } from './faults.ts';
import { type FoundColumn, mostColumns, type Table } from './table.ts';

/**
 * What is wrong with the headings of a table. One that nobody can place is left out and told (`columnsLeftOut`); a value
 * under none is a fault: as a rule its row has slipped.
 */
export function checkColumns(faults: Faults, table: Table): void {
  const seen = new Map<string, FoundColumn>();
  for (const { at, code } of table.misfits()) faults.add(at, code);
  // An empty list of JSON: there is nothing to be read.
  if (table.columns.length === 0) return;
  for (const found of table.columns) {
    if (found.column) checkOnce(faults, table, { found, seen });
    else if (!isPlaced(found)) checkUnplaced(faults, table, found);
  }
  if (table.width > mostColumns)
    faults.add(table.headingPlace(mostColumns), 'too-many-columns', {
      table: table.name,
      limit: mostColumns,
    });
  const end = Math.min(table.width, mostColumns);
  for (let at = table.columns.length; at < end; at += 1) checkBeyond(faults, table, at);
  checkRepeated(faults, table);
  for (const member of table.form.required) {
    if (seen.has(member)) continue;
    faults.add(table.headingPlace(0), 'column-missing', { field: member, table: table.name });
  }
}

/** A row of headings within a table: printed registers repeat them, and a second table may begin there. */
function checkRepeated(faults: Faults, table: Table): void {
  for (const row of table.rows) {
    const texts = table.columns.map(({ at }) => textOf(row.cell(at)).trim()).filter((text) => text !== '');
    const isHeading = (text: string) => columnNamed(controlTable, text) ?? columnNamed(claimTable, text);
    if (texts.length > 1 && texts.every(isHeading)) faults.add(row.place(0), 'headings-again');
  }
}

function checkUnplaced(faults: Faults, table: Table, { heading, at }: FoundColumn): void {
  if (heading === '') checkUnnamed(faults, table, at);
  if (heading === '' || !table.isClosed) return;
  const known = table.form.columns.map((column) => column.heading).join(', ');
  faults.add(table.headingPlace(at), 'column-unknown', { column: heading, known });
}

function checkUnnamed(faults: Faults, table: Table, at: number): void {
  const row = table.rows.find((each) => textOf(each.cell(at)).trim() !== '');
  if (row) faults.add(table.headingPlace(at), 'column-unnamed', { value: textOf(row.cell(at)) });
}

function checkOnce(
  faults: Faults,
  table: Table,
  { found, seen }: { found: FoundColumn; seen: Map<string, FoundColumn> },
): void {
  const member = found.column?.member ?? '';
  const earlier = seen.get(member);
  if (!earlier) {
    seen.set(member, found);
    return;
  }
  const other = table.headingPlace(earlier.at);
  faults.add(table.headingPlace(found.at), 'column-twice', { column: found.heading, other });
}

/** Beyond the last heading nothing can be read: what stands there is left out only by whoever says so. */
function checkBeyond(faults: Faults, table: Table, at: number): void {
  const place = { sheet: table.name, heading: '', letters: columnLetters(at) };
  if (!table.chosen.taken(table.form, place).leftOut) checkUnnamed(faults, table, at);
}

function isPlaced({ column, framework, leftOut }: FoundColumn): boolean {
  return column !== undefined || framework !== undefined || leftOut === true;
}

/** Headings of columns that are not read, because somebody said so or nobody can tell what they are. */
export function columnsLeftOut({ columns, rows }: Table): string[] {
  const left = columns.filter(({ column, framework }) => column === undefined && framework === undefined);
  return left.flatMap(({ heading, leftOut, at }) => {
    if (heading !== '') return heading;
    return leftOut && rows.some((row) => textOf(row.cell(at)).trim() !== '') ? columnLetters(at) : [];
  });
}
