import { textOf } from '@concord/catalog';
import { claimTable, columnNamed, controlTable, plainHeading } from './columns.ts';
import type { Faults } from './faults.ts';
import { type FoundColumn, mostColumns, type Table } from './table.ts';

/** Headings that nobody can place are faults: what stands below them would be lost without a word. */
export function checkColumns(faults: Faults, table: Table): void {
  const seen = new Map<string, FoundColumn>();
  for (const { at, code } of table.misfits()) faults.add(at, code);
  // An empty list of JSON: there is nothing to be read.
  if (table.columns.length === 0) return;
  for (const found of table.columns) {
    if (found.heading === '') checkUnnamed(faults, table, found.at);
    else if (found.column) checkOnce(faults, table, { found, seen });
    else if (found.framework === undefined) refuseUnknown(faults, table, found);
  }
  if (table.width > mostColumns)
    faults.add(table.headingPlace(mostColumns), 'too-many-columns', {
      table: table.name,
      limit: mostColumns,
    });
  const end = Math.min(table.width, mostColumns);
  for (let at = table.columns.length; at < end; at += 1) checkUnnamed(faults, table, at);
  checkRepeated(faults, table);
  for (const member of table.form.required) {
    if (seen.has(member)) continue;
    const heading = table.form.columns.find((column) => column.member === member)?.heading ?? member;
    faults.add(table.headingPlace(0), 'column-missing', { column: heading, table: table.name });
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

function refuseUnknown(faults: Faults, { form, headingPlace }: Table, { at, heading }: FoundColumn): void {
  const headings = form.columns.map((column) => column.heading);
  const near = faults.nearest(plainHeading(heading), headings);
  const known = headings.join(', ');
  if (near === undefined) faults.add(headingPlace(at), 'column-unknown', { column: heading, known });
  else faults.add(headingPlace(at), 'column-near', { column: heading, near });
}
