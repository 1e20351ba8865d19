import { type Cell, say, textOf } from '@concord/catalog';
import type { z } from 'zod';
import { type Column, languageOf, readList, readText } from './columns/columns.ts';
import { valueKey } from './columns/values.ts';
import type { Faults } from './faults.ts';
import type { Named } from './named.ts';
import type { FoundColumn, TableRow } from './table.ts';

/** What cells are read with. */
export interface Reading {
  readonly faults: Faults;
  readonly named: Named;
  /** Limits of a member, from the input of the command that sets it alone. */
  readonly schemas: Readonly<Record<string, z.ZodType>>;
  /** Members that `-` takes away. */
  readonly clearable: ReadonlySet<string>;
  readonly today: string;
}

interface Spot {
  readonly at: string;
  readonly heading: string;
  readonly column: Column;
}

/**
 * The values of a row by member: null where one is taken away, absent where the cell is empty or at fault. Faults go
 * to `reading.faults`.
 */
export function readRow(reading: Reading, row: TableRow, columns: readonly FoundColumn[]) {
  const values: Record<string, unknown> = {};
  for (const { at, heading, column } of columns) {
    if (!column) continue;
    const cell = row.cell(at);
    if (cell === '') continue;
    if (isBesideItself(row, at)) {
      reading.faults.add(row.place(at), 'cell-merged', { column: heading });
      continue;
    }
    const value = readCell(reading, cell, () => ({ at: row.place(at), heading, column }));
    if (value !== undefined) values[column.member] = value;
  }
  return values;
}

/** The rest of an area that is merged across columns: what it shows belongs to another column. */
function isBesideItself(row: TableRow, at: number): boolean {
  const cell = row.cell(at);
  return (
    typeof cell === 'object' && cell.trouble === 'merged' && at > 0 && textOf(row.cell(at - 1)) === cell.text
  );
}

function readCell(reading: Reading, cell: Cell, spotOf: () => Spot): unknown {
  const spot = spotOf();
  if (typeof cell === 'object' && refuseTrouble(reading, cell, spot)) return undefined;
  const text = readText(textOf(cell));
  if (text === undefined) return undefined;
  if (text === null) return readClearing(reading, spot);
  return checked(reading, understand(reading, text, spot), spot);
}

/** A calculated cell counts by its stored result, a merged one by what it shows, except where it tells records apart. */
function refuseTrouble({ faults }: Reading, cell: Exclude<Cell, string>, spot: Spot): boolean {
  const { at, heading, column } = spot;
  const telling = column.member === 'code' || column.member === 'name';
  if (cell.trouble === 'error') faults.add(at, 'cell-error', { column: heading, value: cell.text });
  else if (cell.trouble === 'formula' && cell.text === '')
    faults.add(at, 'cell-formula', { column: heading });
  else if (cell.trouble === 'merged' && telling) faults.add(at, 'cell-merged', { column: heading });
  else return false;
  return true;
}

function readClearing({ faults, clearable }: Reading, { at, heading, column }: Spot) {
  if (clearable.has(column.member)) return column.member === 'scopes' ? [] : null;
  return faults.add(at, 'not-clearable', { column: heading });
}

function understand(reading: Reading, text: string, spot: Spot): unknown {
  const { column } = spot;
  if (column.kind === 'word') return wordOf(reading, text, spot);
  if (column.kind === 'yes-no') {
    const answer = wordOf(reading, text, spot);
    return answer && answer === 'yes';
  }
  if (column.kind === 'day') return dayOf(reading, text, spot);
  if (column.kind === 'person') return reading.named.person(text, spot);
  if (column.member === 'scopes') return reading.named.scopes(readList(column.kind, text), spot);
  return column.kind === 'text' ? text : readList(column.kind, text);
}

function wordOf({ faults }: Reading, text: string, { at, heading, column }: Spot) {
  const { member, words = new Map<string, string>() } = column;
  const found = words.get(valueKey(text));
  if (found !== undefined) return found;
  const near = faults.nearest(text, words.keys());
  const params = { column: heading, value: text };
  // A file is mended in its own words, whoever reads it.
  const language = languageOf(column, heading);
  const known: Readonly<Record<string, string>> =
    language === undefined ? { field: member } : { known: say(language, `import.values.${member}`) };
  const code = language === undefined ? 'value' : 'word';
  if (near === undefined) return faults.add(at, code, { ...params, ...known });
  return faults.add(at, `${code}-near`, { ...params, ...known, near });
}

const written = /^(\d{4})-(\d\d)-(\d\d)$/;
const midnight = /[ T]00:00(:00)?$/;

/** A day is written YYYY-MM-DD. One with slashes or dots may be two different days, and is not guessed at. */
function dayOf({ faults, today }: Reading, text: string, { at, heading: column }: Spot) {
  const value = text.replace(midnight, '');
  if (!written.test(value)) return faults.add(at, 'day', { column, value: text });
  if (!isDay(value)) return faults.add(at, 'day-absent', { column, value });
  return value > today ? faults.add(at, 'day-future', { column, value, today }) : value;
}

function isDay(value: string): boolean {
  const [, year = 0, month = 0, day = 0] = (written.exec(value) ?? []).map(Number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}

/** The same limits as where the member is set alone. */
function checked(
  { schemas, faults }: Reading,
  value: unknown,
  { at, heading: column, column: { member } }: Spot,
) {
  const schema = schemas[member];
  if (value === undefined || schema === undefined) return value;
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const text = String(value);
  if (issue?.code === 'too_big') {
    const list = Array.isArray(value) && issue.path.length === 0;
    const params = { column, limit: Number(issue.maximum) };
    return faults.add(at, list ? 'too-many' : 'too-long', params);
  }
  if (member === 'code') return faults.add(at, 'code', { column, value: text });
  const breaks = issue?.message.startsWith('is no name') === true && !/\p{Cc}/u.test(text.replace(/\s/g, ''));
  return faults.add(at, breaks ? 'line' : 'characters', {
    column,
    value: text.replace(/[\p{Cc}\p{Cs}]/gu, '�'),
  });
}
