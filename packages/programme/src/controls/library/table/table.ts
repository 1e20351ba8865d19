import {
  type Cell,
  columnLetters,
  type SentDocument,
  type Sheet,
  type SheetRow,
  textOf,
} from '@concord/catalog';
import { ChosenColumns, type Taken } from './columns/chosen.ts';
import {
  type CellValue,
  type Column,
  claimTable,
  clearing,
  controlTable,
  type TableForm,
  writeCell,
} from './columns/columns.ts';

/** One column of a table that was found, under the heading that its author wrote. */
export interface FoundColumn extends Taken {
  readonly at: number;
  readonly heading: string;
}

/** What no cell can hold, and where. */
interface Misfit {
  readonly at: string;
  readonly code: string;
}

export interface TableRow {
  readonly cell: (at: number) => Cell;
  /** Where a cell of it stands, for people: `Sheet1!C12`, or `controls[3].name`. */
  readonly place: (at: number) => string;
}

/** A table found in a document, in one of the forms that are read. */
export interface Table {
  readonly form: TableForm;
  readonly name: string;
  readonly columns: readonly FoundColumn[];
  /** What was said of columns; those beyond the headings are told by it, too. */
  readonly chosen: ChosenColumns;
  /** Made by a programme in a form with no room for others: a column that nobody can place is a fault of it. */
  readonly isClosed?: true;
  /** How many columns the widest row has: what stands beyond the headings is at fault. */
  readonly width: number;
  /** Values of JSON that are no cell: an item that is no object, a list or object within a member. */
  readonly misfits: () => Iterable<Misfit>;
  /** Where the heading of a column stands. */
  readonly headingPlace: (at: number) => string;
  readonly rows: readonly TableRow[];
}

const rowsSearched = 10;

/** Each row is asked for each column: a table of very many would not be read in an hour. */
export const mostColumns = 200;

/** Which tables are looked for. */
interface Wanted {
  /** Only this sheet; every sheet when left out. */
  readonly sheet?: string | undefined;
  readonly chosen: ChosenColumns;
}

/** The tables of a document, and the names of sheets without one. With `sheet`, only that one is looked at. */
export function tablesIn(
  document: SentDocument,
  { sheet, chosen }: Wanted,
): { tables: Table[]; others: string[] } {
  if (document.kind === 'value') return { tables: tablesOfValue(document.value, chosen), others: [] };
  const wanted = document.sheets.filter(({ name }) => sheet === undefined || name === sheet);
  const found = wanted.map((each) => ({ name: each.name, table: tableOnSheet(each, chosen) }));
  return {
    tables: found.flatMap(({ table }) => table ?? []),
    others: found.flatMap(({ name, table }) => (table ? [] : name)),
  };
}

/** Whether a document has a table with every column that one of its form needs. */
export function holdsTable(document: SentDocument): boolean {
  const { tables } = tablesIn(document, { chosen: new ChosenColumns() });
  return tables.some(({ form, columns }) =>
    form.required.every((member) => columns.some(({ column }) => column?.member === member)),
  );
}

/** Titles and notes may stand above: the headings are the first row that names two columns of a form. */
function tableOnSheet(sheet: Sheet, chosen: ChosenColumns): Table | undefined {
  for (const [at, head] of sheet.rows.slice(0, rowsSearched).entries()) {
    const form = formOf(head, sheet.name, chosen);
    if (form) return tableBelow(sheet, { at, form, chosen });
  }
  return undefined;
}

/**
 * Where no heading is known: the first row with as many texts as any of the first ones, so that who sent the file can be
 * asked what stands below. Nothing on a sheet that has no two columns.
 */
export function likelyTable(document: SentDocument, { sheet, chosen }: Wanted): Table | undefined {
  if (document.kind === 'value') return undefined;
  for (const each of document.sheets) {
    if (sheet !== undefined && each.name !== sheet) continue;
    const searched = each.rows.slice(0, rowsSearched);
    const filled = searched.map((row) => headingsOf(row).filter((heading) => heading !== '').length);
    const most = Math.max(0, ...filled);
    if (most >= 2) return tableBelow(each, { at: filled.indexOf(most), form: controlTable, chosen });
  }
  return undefined;
}

function tableBelow(
  sheet: Sheet,
  { at, form, chosen }: { at: number; form: TableForm; chosen: ChosenColumns },
): Table {
  const head = sheet.rows[at] as SheetRow;
  const below = sheet.rows.slice(at + 1);
  return {
    form,
    name: sheet.name,
    columns: headingsOf(head).map((heading, column) => ({
      at: column,
      heading,
      ...chosen.taken(form, { sheet: sheet.name, heading, letters: columnLetters(column) }),
    })),
    chosen,
    misfits: () => [],
    width: sheet.rows.slice(at).reduce((widest, row) => Math.max(widest, widthOf(row)), 0),
    headingPlace: (column) => placeOf(sheet, head, column),
    rows: below.map((row) => ({
      cell: (column) => row.cells[column] ?? '',
      place: (column) => placeOf(sheet, row, column),
    })),
  };
}

function widthOf({ cells }: SheetRow): number {
  return cells.findLastIndex((cell) => textOf(cell).trim() !== '') + 1;
}

function placeOf({ name }: Sheet, { number }: SheetRow, column: number): string {
  return `${name}!${columnLetters(column)}${number}`;
}

/** A heading that only shows in the rest of a merged area stands over its first column alone. */
function headingsOf({ cells }: SheetRow): string[] {
  return cells.slice(0, mostColumns).map((cell) => {
    if (typeof cell === 'string') return cell.trim();
    return cell.trouble === 'merged' ? '' : cell.text.trim();
  });
}

/** Claims are told by framework and requirement; whatever else names two columns of a control are controls. */
function formOf(head: SheetRow, sheet: string, chosen: ChosenColumns): TableForm | undefined {
  const headings = headingsOf(head);
  const named = (form: TableForm) =>
    new Set(
      headings.map(
        (heading, at) => chosen.taken(form, { sheet, heading, letters: columnLetters(at) }).column?.member,
      ),
    );
  const claims = named(claimTable);
  if (claims.has('framework') && claims.has('requirement')) return claimTable;
  const controls = named(controlTable);
  controls.delete(undefined);
  return controls.size >= 2 ? controlTable : undefined;
}

type Item = Readonly<Record<string, unknown>>;

/** Our own JSON form: lists of objects under `controls` and `claims`, with the names of the members. */
function tablesOfValue(value: unknown, chosen: ChosenColumns): Table[] {
  const whole = (typeof value === 'object' && value !== null ? value : {}) as Item;
  return [controlTable, claimTable].flatMap((form) => {
    const name = form.name.toLowerCase();
    const list = whole[name];
    return Array.isArray(list) ? [tableOfList(form, { list, chosen })] : [];
  });
}

function tableOfList(
  form: TableForm,
  { list, chosen }: { list: readonly unknown[]; chosen: ChosenColumns },
): Table {
  const name = form.name.toLowerCase();
  const items = list.map((each) => (isItem(each) ? each : {}));
  const members = membersOf(items);
  const columns = members.slice(0, mostColumns).map((heading, at) => ({
    at,
    heading,
    ...chosen.taken(form, { sheet: name, heading, letters: columnLetters(at) }),
  }));
  return {
    form,
    name,
    columns,
    chosen,
    width: members.length,
    misfits: () => misfitsIn(list, name),
    headingPlace: (at) => `${name}[].${members[at]}`,
    rows: items.map((item, row) => ({
      cell: (at) => cellOf(columns[at]?.column, item[members[at] ?? '']),
      place: (at) => `${name}[${row}]${members[at] === undefined ? '' : `.${members[at]}`}`,
    })),
  };
}

/** No more than one too many: every row has to be looked through for each of them. */
function membersOf(items: readonly Item[]): readonly string[] {
  const members = new Set<string>();
  for (const item of items) {
    for (const member of Object.keys(item)) {
      members.add(member);
      if (members.size > mostColumns) return [...members];
    }
  }
  return [...members];
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One after the other: a list of nothing else is long. */
function* misfitsIn(list: readonly unknown[], name: string): Generator<Misfit> {
  for (const [row, item] of list.entries()) yield* misfitsOf(item, `${name}[${row}]`);
}

function misfitsOf(item: unknown, at: string): Misfit[] {
  if (!isItem(item)) return [{ at, code: 'no-object' }];
  const isText = (value: unknown) => typeof value !== 'object' || value === null;
  return Object.entries(item)
    .filter(([, value]) => !(isText(value) || (Array.isArray(value) && value.every(isPlain))))
    .map(([member]) => ({ at: `${at}.${member}`, code: 'no-text' }));
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function cellOf(column: Column | undefined, value: unknown): string {
  if (value === null) return clearing;
  const plain = typeof value === 'number' ? String(value) : value;
  if (typeof plain === 'object' && !Array.isArray(plain)) return '';
  return writeCell(column?.kind ?? 'list', plain as CellValue);
}
