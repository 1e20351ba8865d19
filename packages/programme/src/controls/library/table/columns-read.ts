import { columnLetters, textOf } from '@concord/catalog';
import type { Notice } from '../../../foundation/index.ts';
import { columnsLeftOut } from './check-columns.ts';
import { headingsOf } from './columns/columns.ts';
import { headingKey } from './columns/fold.ts';
import type { Faults } from './faults.ts';
import type { FoundColumn, Table } from './table.ts';

const samplesShown = 3;
const longestSample = 80;
/** Rows looked through for values: an empty column of a long table would be looked through whole. */
const rowsSampled = 300;

/** A column of a table that was sent, with its first values: `field` is what it is read as, absent where it is left out. */
export interface ColumnTaken {
  /** Sheet, or list of JSON, that it stands in. */
  readonly table: string;
  readonly form: 'controls' | 'claims';
  /** What stands over it; empty where nothing does. */
  readonly heading: string;
  /** Its letters on the sheet. */
  readonly letters: string;
  readonly samples: readonly string[];
  readonly field?: string;
  /** The field whose heading it nearly has, where it is left out. */
  readonly near?: string;
}

/** Every column that has a heading or, in the first rows, a value. */
export function columnsRead(tables: readonly Table[], faults: Faults): ColumnTaken[] {
  return tables.flatMap((table) =>
    table.columns.flatMap((found) => {
      const samples = samplesOf(table, found);
      return found.heading === '' && samples.length === 0 ? [] : readOf(table, found, { samples, faults });
    }),
  );
}

function readOf(
  { name, form }: Table,
  { at, heading, column, framework }: FoundColumn,
  { samples, faults }: { samples: readonly string[]; faults: Faults },
): ColumnTaken {
  const field = column?.member ?? (framework === undefined ? undefined : `claims: ${framework}`);
  const near = field === undefined ? nearField(form, heading, faults) : undefined;
  return {
    table: name,
    form: form.name === 'Claims' ? 'claims' : 'controls',
    heading: shortened(heading),
    letters: columnLetters(at),
    samples,
    ...(field === undefined ? {} : { field }),
    ...(near === undefined ? {} : { near }),
  };
}

function nearField(form: Table['form'], heading: string, faults: Faults): string | undefined {
  if (heading.length < 4 || heading.length > longestSample) return undefined;
  const byHeading = new Map(
    form.columns.flatMap((column) => headingsOf(form, column).map((key) => [key, column.member] as const)),
  );
  const near = faults.nearest(headingKey(heading), byHeading.keys());
  return near === undefined ? undefined : byHeading.get(near);
}

function samplesOf({ rows }: Table, { at }: FoundColumn): string[] {
  const samples = new Set<string>();
  for (const row of rows.slice(0, rowsSampled)) {
    const text = textOf(row.cell(at)).trim();
    if (text !== '') samples.add(shortened(text));
    if (samples.size === samplesShown) break;
  }
  return [...samples];
}

function shortened(text: string): string {
  return text.length > longestSample ? `${text.slice(0, longestSample)}…` : text;
}

const mostNamed = 12;

/** What was not read of the columns, told once for each table. */
export function leftOutNotices(tables: readonly Table[]): Notice[] {
  return tables.flatMap((table) => {
    const left = columnsLeftOut(table);
    if (left.length === 0) return [];
    const named = left.slice(0, mostNamed).map(shortened);
    const columns = [...named, ...(left.length > mostNamed ? ['…'] : [])].join(', ');
    return [{ code: 'import.columns-left', params: { table: table.name, columns } }];
  });
}
