import { languages, type Sheet, type SheetRow, say, textOf } from '@concord/catalog';
import { CsvError, type Options, parse } from 'csv-parse/sync';
import { limits, Unreadable } from './limits.ts';

/** What our own CSV puts an apostrophe before (`neutraliseText`), so that no spreadsheet calculates it. */
const neutralised = /^'+[=+\-@\t\r＝＋－＠]/;

const separators = [',', ';', '\t', '|'] as const;

/**
 * A text of separated values as a sheet, and a report of ours as several: what stands below its rows under captions is none
 * of them. Rows are numbered as a spreadsheet shows them: a quoted line break begins no row. The apostrophe that keeps a text from being calculated is taken off again.
 */
export function readCsv(name: string, text: string): Sheet[] {
  const announced = /^sep=(.)(?:\r\n?|\n)/i.exec(text);
  const body = announced ? text.slice(announced[0].length) : text;
  const before = announced ? 1 : 0;
  const records = readRecords(body, announced?.[1] ?? detectSeparator(body), before);
  let cells = 0;
  const rows = records.flatMap((record, at) => {
    cells += record.length;
    if (cells > limits.cells) throw new Unreadable('too-many-cells', { limit: limits.cells });
    if (record.every((cell) => cell === '')) return [];
    return [{ number: at + 1 + before, cells: record.map(restore) }];
  });
  return rows.some(isAbout) ? partsOf(name, rows) : [{ name, rows }];
}

function partsOf(name: string, rows: readonly SheetRow[]): Sheet[] {
  const heads = rows.flatMap((row, at) => (captionOf(row, at, rows) === undefined ? [] : [at]));
  return [-1, ...heads].map((head, nth) => ({
    name: head < 0 ? name : (captionOf(rows[head] as SheetRow, head, rows) as string),
    rows: rows.slice(head + 1, heads[nth]),
  }));
}

const captions = new Set(languages.map((language) => say(language, 'document.workbook.about-report')));

/** Our own CSV ends with what it says of itself, under one of these. */
function isAbout(row: SheetRow, at: number, rows: readonly SheetRow[]): boolean {
  return captions.has(captionOf(row, at, rows) ?? '');
}

/** What stands alone in a row, after an empty one. */
function captionOf(row: SheetRow, at: number, rows: readonly SheetRow[]): string | undefined {
  const before = rows[at - 1];
  if (before === undefined || row.number === before.number + 1) return undefined;
  const [first, ...others] = row.cells.map(textOf).filter((text) => text !== '');
  return others.length === 0 ? first : undefined;
}

function restore(cell: string): string {
  return neutralised.test(cell) ? cell.slice(1) : cell;
}

function readRecords(text: string, delimiter: string, linesBefore: number): string[][] {
  let lines = linesBefore;
  const options: Options = {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    on_record: (record, info) => {
      lines = linesBefore + info.lines;
      return record;
    },
  };
  try {
    return parseLeniently(text, options);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
      throw new Unreadable('quote-open', { line: lines + 1 });
    }
    throw new Unreadable('quote-stray', { line: linesBefore + Number(error.lines ?? 0) });
  }
}

/** A quote within a cell that did not begin with one stands for itself, as in 19" rack. */
function parseLeniently(text: string, options: Options): string[][] {
  try {
    return parse(text, options) as unknown as string[][];
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'INVALID_OPENING_QUOTE') throw error;
    return parse(text, { ...options, relax_quotes: true }) as unknown as string[][];
  }
}

const looked = 20;

/** The separator that divides most of the first rows into equally many cells; a comma where none does. */
function detectSeparator(text: string): string {
  const start = text.slice(0, 64_000);
  let best: { separator: string; score: number } = { separator: ',', score: 0 };
  for (const separator of separators) {
    const score = evenness(countPerRow(start, separator));
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

function countPerRow(text: string, separator: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  for (const letter of text.replace(/\r\n?/g, '\n')) {
    if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === separator) count += 1;
    else if (!quoted && letter === '\n') {
      counts.push(count);
      count = 0;
    }
    if (counts.length === looked) return counts;
  }
  return count > 0 ? [...counts, count] : counts;
}

/** How many rows agree on a number of separators, and then on how many. */
function evenness(counts: readonly number[]): number {
  const agreed = new Map<number, number>();
  for (const count of counts) if (count > 0) agreed.set(count, (agreed.get(count) ?? 0) + 1);
  return Math.max(0, ...[...agreed].map(([count, rows]) => rows * 1000 + count));
}
