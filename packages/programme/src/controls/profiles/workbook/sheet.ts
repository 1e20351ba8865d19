import {
  type Cell,
  columnLetters,
  editDistance,
  type Framework,
  type ProfileColumn,
  profileForm,
  type SentDocument,
  type Sheet,
  type SheetRow,
  textOf,
} from '@concord/catalog';
import { type Refusal, refuse } from '../../../foundation/index.ts';
import { type Faults, plainHeading } from '../../library/index.ts';
import { outcomeIn } from './outcome-cell.ts';

/** A profile as it stands on a sheet: which column is where, under the headings their author wrote. */
export interface ProfileSheet {
  readonly name: string;
  readonly columns: readonly FoundColumn[];
  /** Headings that are not of the form. */
  readonly extra: readonly string[];
  readonly rows: readonly SheetRow[];
}

export interface FoundColumn {
  readonly at: number;
  readonly heading: string;
  readonly column: ProfileColumn;
}

const rowsSearched = 15;
const mostColumns = 200;
const longestHeading = 200;
/** A heading may be misspelt by this many letters. */
const mostEdits = 2;

/** The sheet of a document that holds a profile, the publisher's own name going first; and the others by name. */
export function profileSheetIn(
  document: SentDocument,
  edition: Framework,
  wanted: string | undefined,
): { sheet: ProfileSheet; others: readonly string[] } | { refusal: Refusal } {
  const form = profileForm();
  const all = document.kind === 'sheets' ? document.sheets : [];
  const known = all.map(({ name }) => name);
  if (wanted !== undefined && document.kind === 'sheets' && !known.includes(wanted))
    return refuse('refused', 'table.sheet', { sheet: wanted, known: known.join(', '), at: 'sheet' });
  const headed = all
    .filter(({ name }) => wanted === undefined || name === wanted)
    .flatMap((each) => readSheet(each) ?? []);
  const found = headed.filter((each) => speaksOf(each, edition));
  const named = found.filter(({ name }) => plainHeading(name) === plainHeading(form.sheet));
  const [sheet, another] = named.length === 1 ? named : found;
  if (!sheet) return noProfile(document, edition, headed);
  if (another) {
    const sheets = found.map(({ name }) => name);
    const params = { file: document.name, sheets: sheets.join(', '), at: 'sheet' };
    return { refusal: { ...refuse('refused', 'profile.sheets', params).refusal, beside: { sheets } } };
  }
  return { sheet, others: known.filter((name) => name !== sheet.name) };
}

/** No sheet has the headings of a profile; or one has, with nothing below them, or outcomes of something else. */
function noProfile(
  { name: file }: SentDocument,
  { id: framework }: Framework,
  headed: readonly ProfileSheet[],
) {
  const heading = profileForm().columns[0]?.heading ?? '';
  const [first] = headed;
  if (!first) return refuse('refused', 'profile.no-workbook', { file, heading, at: 'file' });
  const named = headed.map((sheet) => ({ sheet: sheet.name, value: firstNamed(sheet) }));
  const found = named.find(({ value }) => value !== undefined);
  if (found?.value === undefined)
    return refuse('refused', 'profile.no-rows', { sheet: first.name, at: 'file' });
  return refuse('refused', 'profile.no-outcomes', {
    sheet: found.sheet,
    framework,
    value: found.value,
    at: 'file',
  });
}

function firstNamed(sheet: ProfileSheet): string | undefined {
  const at = outcomeAt(sheet);
  const cells = sheet.rows.map((row) => textOf(row.cells[at]).trim());
  return cells.find((cell) => cell !== '')?.slice(0, longestHeading);
}

function outcomeAt({ columns }: ProfileSheet): number {
  return columns.find(({ column }) => column.member === 'outcome')?.at ?? 0;
}

/** Whether a file holds a profile, of whatever framework. */
export function isProfile(document: SentDocument): boolean {
  return document.kind === 'sheets' && document.sheets.some((each) => readSheet(each) !== undefined);
}

/** Titles and notes may stand above: the headings are the first row that names the outcome and one thing more. */
function readSheet({ name, rows }: Sheet): ProfileSheet | undefined {
  const at = rows.slice(0, rowsSearched).findIndex((row) => isHead(columnsOf(row)));
  const head = rows[at];
  if (!head) return undefined;
  const columns = columnsOf(head);
  const extra = headingsOf(head).filter(
    (heading, place) => heading !== '' && !columns.some((column) => column.at === place),
  );
  return { name, columns, extra, rows: rows.slice(at + 1) };
}

function isHead(columns: readonly FoundColumn[]): boolean {
  const members = new Set(columns.map(({ column }) => column.member));
  return members.has('outcome') && members.size >= 2;
}

function headingsOf({ cells }: SheetRow): string[] {
  return cells.slice(0, mostColumns).map((cell) => textOf(cell).trim());
}

function columnsOf(row: SheetRow): FoundColumn[] {
  return headingsOf(row).flatMap((heading, at) => {
    const column = columnNamed(heading);
    return column ? [{ at, heading, column }] : [];
  });
}

/** The column that a heading names, whatever its case, white space and punctuation, and with a slip or two. */
function columnNamed(heading: string): ProfileColumn | undefined {
  const plain = plainHeading(heading.slice(0, longestHeading));
  if (plain === '') return undefined;
  const { columns } = profileForm();
  const namesOf = (column: ProfileColumn) => [plainHeading(column.heading), ...column.also];
  const exact = columns.find((column) => namesOf(column).includes(plain));
  if (exact) return exact;
  const near = columns.filter((column) => {
    const name = plainHeading(column.heading);
    return (
      Math.abs(name.length - plain.length) <= mostEdits &&
      name.length > 8 &&
      editDistance(name, plain) <= mostEdits
    );
  });
  return near.length === 1 ? near[0] : undefined;
}

function speaksOf(sheet: ProfileSheet, edition: Framework): boolean {
  const at = outcomeAt(sheet);
  return sheet.rows.some((row) => 'outcome' in outcomeIn(edition, textOf(row.cells[at])));
}

/** Two columns that say the same leave open which of them counts. */
export function checkColumns(faults: Faults, { name, columns }: ProfileSheet): void {
  const seen = new Map<string, string>();
  for (const { at, heading, column } of columns) {
    const place = `${name}!${columnLetters(at)}`;
    const other = seen.get(column.member);
    if (other === undefined) seen.set(column.member, place);
    else faults.add(place, 'column-again', { column: heading, other });
  }
}

/** A cell of a row under a column, and where it stands. */
export function cellAt(
  { name }: ProfileSheet,
  { cells, number }: SheetRow,
  { at }: FoundColumn,
): { cell: Cell; place: string } {
  return { cell: cells[at] ?? '', place: `${name}!${columnLetters(at)}${number}` };
}
