import { headingKey } from './fold.ts';
import { claimHeadings, controlHeadings } from './headings.ts';
import { type Vocabulary, vocabularies } from './values.ts';

/** How the text of a cell is meant. */
export type CellKind = 'text' | 'lines' | 'list' | 'word' | 'yes-no' | 'day' | 'person';

export interface Column {
  /** Member of the record. */
  readonly member: string;
  /** What stands over the column when we write it. */
  readonly heading: string;
  readonly kind: CellKind;
  /** Which words may stand in it, where not all may. */
  readonly words?: Vocabulary;
}

/** A table of a workbook that is read as records: which columns it has, and which it must have. */
export interface TableForm {
  readonly name: 'Controls' | 'Claims';
  readonly columns: readonly Column[];
  readonly required: readonly string[];
}

/** The library, one control a row, told by its code. */
export const controlTable: TableForm = {
  name: 'Controls',
  required: ['code', 'name'],
  columns: [
    { member: 'code', heading: 'Code', kind: 'text' },
    { member: 'name', heading: 'Name', kind: 'text' },
    { member: 'family', heading: 'Family', kind: 'text' },
    { member: 'statement', heading: 'Statement', kind: 'text' },
    { member: 'owner', heading: 'Owner', kind: 'person' },
    { member: 'frequency', heading: 'Frequency', kind: 'word', words: vocabularies.frequency },
    { member: 'design', heading: 'Design', kind: 'word', words: vocabularies.design },
    { member: 'scopes', heading: 'Scopes', kind: 'list' },
    { member: 'condition', heading: 'Condition', kind: 'text' },
    {
      member: 'conditionHolds',
      heading: 'Condition holds',
      kind: 'yes-no',
      words: vocabularies.conditionHolds,
    },
    {
      member: 'implementation',
      heading: 'Implementation',
      kind: 'word',
      words: vocabularies.implementation,
    },
    { member: 'effective', heading: 'Implementation since', kind: 'day' },
    { member: 'test', heading: 'Test', kind: 'text' },
    { member: 'usualEvidence', heading: 'Usual evidence', kind: 'lines' },
    { member: 'source', heading: 'Source', kind: 'text' },
  ],
};

/** What is claimed, one claim a row: several controls in one row are a joint claim. */
export const claimTable: TableForm = {
  name: 'Claims',
  required: ['framework', 'requirement', 'controls'],
  columns: [
    { member: 'framework', heading: 'Framework', kind: 'text' },
    { member: 'requirement', heading: 'Requirement', kind: 'text' },
    { member: 'controls', heading: 'Controls', kind: 'list' },
    { member: 'contribution', heading: 'Contribution', kind: 'word', words: vocabularies.contribution },
    { member: 'rationale', heading: 'Rationale', kind: 'text' },
    { member: 'confidence', heading: 'Confidence', kind: 'word', words: vocabularies.confidence },
    { member: 'state', heading: 'State', kind: 'word', words: vocabularies.state },
  ],
};

const longestHeading = 200;

const alsoWritten = new Map([
  [controlTable, controlHeadings],
  [claimTable, claimHeadings],
]);

/** Every heading that names the column, as it is looked up. */
export function headingsOf(form: TableForm, { heading, member }: Column): string[] {
  const also = alsoWritten.get(form)?.[member]?.split(/[;|]/) ?? [];
  return [heading, member, ...also].map(headingKey).filter((key) => key !== '');
}

const written = ['en', 'de', 'fr'];

/** The language of a heading; undefined for an English one, which an export has whoever made it. */
export function languageOf(column: Column, heading: string): string | undefined {
  const form = [controlTable, claimTable].find(({ columns }) => columns.includes(column));
  const also = (form && alsoWritten.get(form)?.[column.member]) ?? '';
  const key = headingKey(heading);
  if ([column.heading, column.member].some((own) => headingKey(own) === key)) return undefined;
  const at = also.split('|').findIndex((words) => words.split(';').some((word) => headingKey(word) === key));
  return at > 0 ? written[at] : undefined;
}

/** The columns of each form by every heading that names them. */
const named = new Map(
  [controlTable, claimTable].map((form) => [
    form,
    new Map(form.columns.flatMap((column) => headingsOf(form, column).map((key) => [key, column] as const))),
  ]),
);

/** The column that a heading names, whoever wrote it. */
export function columnNamed(form: TableForm, heading: string): Column | undefined {
  return heading.length > longestHeading ? undefined : named.get(form)?.get(headingKey(heading));
}

/** `Claims: iso27001-2022` over a column of requirement ids: the id of the framework. */
export function claimedFramework(heading: string): string | undefined {
  return heading.length > longestHeading ? undefined : /^claims?\s*:\s*(\S.*)$/i.exec(heading.trim())?.[1];
}

/** What a cell holds to take a value away; an empty one leaves what is there. */
export const clearing = '-';

/** A value that would read as the clearing mark has an apostrophe before it, one more than it had. */
const marked = /^'*-$/;

export type CellValue = string | boolean | readonly string[] | null | undefined;

/** How a value is written into a cell; `readText` and `readList` give it back. Nothing to say is an empty cell. */
export function writeCell(kind: CellKind, value: CellValue): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = typeof value === 'string' ? value : value.join(kind === 'lines' ? '\n' : '; ');
  return marked.test(text) ? `'${text}` : text;
}

/** Undefined for an empty cell, null for one that clears. */
export function readText(cell: string): string | null | undefined {
  const text = cell.trim();
  if (text === '') return undefined;
  if (text === clearing) return null;
  return marked.test(text) ? text.slice(1) : text;
}

/** The items of a list: one a line, or divided by semicolons. */
export function readList(kind: CellKind, text: string): string[] {
  const items = text.split(kind === 'lines' ? /\r\n|\r|\n/ : /[;,\r\n]/);
  return items.map((item) => item.trim()).filter((item) => item !== '');
}
