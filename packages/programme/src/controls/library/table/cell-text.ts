import type { CellKind } from './columns.ts';

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
