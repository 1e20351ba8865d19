/** A cell as a person reads it: a date as YYYY-MM-DD, a number without thousands marks; '' where it is empty. */
export type Cell = string | TroubledCell;

/** A cell that holds no plain value of its own. */
export interface TroubledCell {
  /** What it shows; the stored result of a formula, the top left value for the rest of a merged area. */
  readonly text: string;
  readonly trouble: 'formula' | 'error' | 'merged';
}

/** One row of a sheet under the number a person sees beside it, from 1. `cells[0]` stands in column A. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly Cell[];
}

export interface Sheet {
  /** Name of the sheet; of a CSV file the name of the file. */
  readonly name: string;
  /** Rows that hold something, in order. */
  readonly rows: readonly SheetRow[];
}

/** What was noticed while the bytes were read, and whoever sent them should know; its words are `notice.<code>`. */
export interface ReadingNotice {
  readonly code: 'document.windows-1252' | 'document.sheets-hidden' | 'document.rows-hidden';
  readonly params: Readonly<Record<string, string | number>>;
}

/** A file that was sent to be read and not to be kept: its sheets (XLSX, CSV), or its value (JSON, YAML). */
export type SentDocument =
  | {
      readonly kind: 'sheets';
      readonly name: string;
      readonly hash: string;
      readonly sheets: readonly Sheet[];
      readonly noticed?: readonly ReadingNotice[];
    }
  | { readonly kind: 'value'; readonly name: string; readonly hash: string; readonly value: unknown };

export function textOf(cell: Cell | undefined): string {
  return typeof cell === 'object' ? cell.text : (cell ?? '');
}

/** The letters over a column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const rest = column % 26;
  const before = (column - rest) / 26;
  return (before === 0 ? '' : columnLetters(before - 1)) + String.fromCharCode(65 + rest);
}
