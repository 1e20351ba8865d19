import { frequencies } from '@concord/catalog';
import type { implementations } from '../../inputs/control-input.ts';

/** The words that may stand in a column, each with what it means: as we keep it, and as the app shows it. */
export type Vocabulary = ReadonlyMap<string, string>;

function vocabulary(words: Readonly<Record<string, readonly string[]>>): Vocabulary {
  return new Map(
    Object.entries(words).flatMap(([value, also]) =>
      [value, ...also].map((word): [string, string] => [word.toLowerCase(), value]),
    ),
  );
}

const implementationWords: Readonly<Record<(typeof implementations)[number], readonly string[]>> = {
  planned: ['not implemented', 'is planned, not implemented'],
  partly: ['partly implemented', 'partially implemented', 'is partly implemented'],
  operating: ['operates', 'implemented', 'fully implemented'],
};
const sayAlso: Readonly<Record<string, readonly string[]>> = {
  annual: ['annually', 'yearly', 'every year', 'once a year'],
  'half-yearly': ['half yearly', 'semi-annual', 'semi-annually', 'semiannually', 'every six months'],
  quarterly: ['every quarter', 'every three months'],
  monthly: ['every month'],
  weekly: ['every week'],
  daily: ['every day'],
};
const frequencyWords = Object.fromEntries(
  frequencies().map(({ id, label }) => [id, [label, ...(sayAlso[id] ?? [])]]),
);

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
  /** What else people write over it, in small letters without punctuation. */
  readonly also?: readonly string[];
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
    { member: 'code', heading: 'Code', kind: 'text', also: ['control code', 'control id', 'id', 'ref'] },
    {
      member: 'name',
      heading: 'Name',
      kind: 'text',
      also: ['control name', 'title', 'control title', 'control'],
    },
    { member: 'family', heading: 'Family', kind: 'text', also: ['group', 'domain', 'control family'] },
    {
      member: 'statement',
      heading: 'Statement',
      kind: 'text',
      also: ['control statement', 'description', 'control description'],
    },
    { member: 'owner', heading: 'Owner', kind: 'person', also: ['control owner', 'owned by'] },
    {
      member: 'frequency',
      heading: 'Frequency',
      kind: 'word',
      words: vocabulary(frequencyWords),
      also: ['how often'],
    },
    { member: 'design', heading: 'Design', kind: 'word', words: vocabulary({ draft: [], accepted: [] }) },
    { member: 'scopes', heading: 'Scopes', kind: 'list', also: ['scope'] },
    { member: 'condition', heading: 'Condition', kind: 'text' },
    {
      member: 'conditionHolds',
      heading: 'Condition holds',
      kind: 'yes-no',
      words: vocabulary({ yes: ['true', '1', 'y'], no: ['false', '0', 'n'] }),
    },
    {
      member: 'implementation',
      heading: 'Implementation',
      kind: 'word',
      words: vocabulary(implementationWords),
      also: ['implementation status'],
    },
    {
      member: 'effective',
      heading: 'Implementation since',
      kind: 'day',
      also: ['since', 'effective', 'implementation date'],
    },
    { member: 'test', heading: 'Test', kind: 'text', also: ['how to test', 'test procedure'] },
    { member: 'usualEvidence', heading: 'Usual evidence', kind: 'lines', also: ['evidence examples'] },
    { member: 'source', heading: 'Source', kind: 'text' },
  ],
};

/** What is claimed, one claim a row: several controls in one row are a joint claim. */
export const claimTable: TableForm = {
  name: 'Claims',
  required: ['framework', 'requirement', 'controls'],
  columns: [
    { member: 'framework', heading: 'Framework', kind: 'text' },
    { member: 'requirement', heading: 'Requirement', kind: 'text', also: ['requirement id'] },
    { member: 'controls', heading: 'Controls', kind: 'list', also: ['control', 'code', 'codes'] },
    {
      member: 'contribution',
      heading: 'Contribution',
      kind: 'word',
      words: vocabulary({ meets: [], equals: [], part: [], contributes: [] }),
    },
    { member: 'rationale', heading: 'Rationale', kind: 'text', also: ['reason', 'why'] },
    {
      member: 'confidence',
      heading: 'Confidence',
      kind: 'word',
      words: vocabulary({ low: [], medium: [], high: [] }),
    },
    {
      member: 'state',
      heading: 'State',
      kind: 'word',
      words: vocabulary({ proposed: [], confirmed: [] }),
      also: ['status'],
    },
  ],
};

/** A heading in small letters without punctuation: `conditionHolds`, `Condition holds:` and `CONDITION_HOLDS` are one. */
export function plainHeading(heading: string): string {
  return heading
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const longestHeading = 200;

/** The columns of each form by every heading that names them. */
const named = new Map([controlTable, claimTable].map((form) => [form, columnsByHeading(form)]));

function columnsByHeading({ columns }: TableForm): ReadonlyMap<string, Column> {
  const byHeading = new Map<string, Column>();
  for (const column of columns) {
    const { heading, member, also = [] } = column;
    for (const word of [plainHeading(heading), plainHeading(member), ...also])
      if (!byHeading.has(word)) byHeading.set(word, column);
  }
  return byHeading;
}

/** The column that a heading names, whoever wrote it. */
export function columnNamed(form: TableForm, heading: string): Column | undefined {
  return heading.length > longestHeading ? undefined : named.get(form)?.get(plainHeading(heading));
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
