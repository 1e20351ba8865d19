import type { BarsBlock, HeatBlock, IntervalBlock, TimelineBlock } from './drawn-blocks.ts';

/**
 * A document is what any renderer is given: the facts that stand on every page, then blocks in reading order.
 * It holds plain text only. No renderer reads markup out of it, so nothing a person typed can become code.
 */
export interface Document {
  readonly title: string;
  /** One line above the title, such as the standard and clause that asks for the document. */
  readonly asked?: string;
  /** What the document comes to, in one or two sentences under the title. */
  readonly lead?: string;
  /** `page`: meant to stand on one page, so it opens without white space above the title. */
  readonly layout?: 'page';
  /** BCP 47 tag: `en`, `de-AT`. */
  readonly language: string;
  readonly organisation: string;
  readonly scope: string;
  readonly version?: string;
  /** The day the document speaks about, `YYYY-MM-DD`. It is also the creation date of a PDF. */
  readonly on: string;
  /** Ledger position up to which facts were read. */
  readonly knownAt: number;
  /** Ledger position of `head`. */
  readonly position: number;
  /** Seal of the entry at `position`, 64 lower-case hex digits. */
  readonly head: string;
  readonly keyFingerprint?: string;
  /** One line under the title and in the footer: the version, and whether anybody approved it. */
  readonly status: string;
  readonly running: RunningLines;
  /** What a copy says before the names of scripts and characters that its fonts lack. */
  readonly lacking?: string;
  readonly blocks: readonly Block[];
}

/** What stands at the top and bottom of each page; short enough for one line each. */
export interface RunningLines {
  readonly left: string;
  readonly right: string;
  readonly foot: string;
}

export type * from './drawn-blocks.ts';

export type Block =
  | HeadingBlock
  | ParagraphBlock
  | FactsBlock
  | FiguresBlock
  | IntervalBlock
  | BarsBlock
  | HeatBlock
  | TimelineBlock
  | ListBlock
  | ColumnsBlock
  | ContentsBlock
  | TableBlock
  | NoteBlock
  | PageBreakBlock;

export interface HeadingBlock {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: string;
}

/** Labels and their values, in order. */
export interface FactsBlock {
  readonly kind: 'facts';
  /** They are one record of many under each other: set smaller, and on one page while they fit. */
  readonly record?: true;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/** Two to four numbers that the page is about, each with its words. */
export interface FiguresBlock {
  readonly kind: 'figures';
  readonly figures: readonly { readonly figure: string; readonly words: string }[];
}

/** Points in order, numbered or not; with a title they stand together in a panel. */
export interface ListBlock {
  readonly kind: 'list';
  readonly numbered?: true;
  readonly title?: string;
  /** `lead` is set strong before the text. */
  readonly items: readonly { readonly lead?: string; readonly text: string }[];
}

/** Blocks side by side where the page is wide enough, one after the other where it is not. */
export interface ColumnsBlock {
  readonly kind: 'columns';
  readonly columns: readonly (readonly Block[])[];
}

/** The headings of the first two levels with their pages, where there are pages. */
export interface ContentsBlock {
  readonly kind: 'contents';
  readonly title: string;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Empty cells are to be filled in by hand, so the rows are set higher. */
  readonly form?: true;
  /** Tables of one dataset have the same columns and are written as one CSV. */
  readonly dataset?: string;
  /** The same rows, one value in a cell, for a workbook and a CSV, where a page says several in one cell. */
  readonly apart?: Pick<TableBlock, 'columns' | 'rows'>;
  /** For each row, what is set under it over the width of the page: only where it is laid out for one. */
  readonly below?: readonly (readonly TextBelow[])[];
  /** On a page each row is set as a record of its own, in full width; in a workbook and a CSV it stays a row. */
  readonly records?: true;
}

/** A text too long for its column, headed by what it is and of which row. */
export interface TextBelow {
  readonly heading: string;
  readonly text: string;
}

export interface Column {
  readonly id: string;
  readonly label: string;
  /** Share of the table's width. */
  readonly width: number;
  /** The column that names the row: its text never breaks while it fits. */
  readonly identifies?: true;
  /** Figures stand at the end of their column. */
  readonly align?: 'end';
  /**
   * Where it stands when rows are set as records: in the heading of each, with its lines in one line, or not at all,
   * because the heading above says it. Otherwise its lines stand under each other beside its label.
   */
  readonly inRecord?: 'heading' | 'line' | 'nowhere';
  /** On a page it stands quietly in the column of that id, under its first line and after its own label. */
  readonly under?: string;
}

/** One line of text, or several. */
export type Cell = Line | readonly Line[];

/**
 * `quiet` is set smaller in importance, for what only explains the line above it. `number` and `date` (`YYYY-MM-DD`)
 * are what the text says, for a workbook to sort and reckon with.
 */
export type Line =
  | string
  | { readonly text: string; readonly mark: Mark }
  | { readonly text: string; readonly quiet: true }
  | { readonly text: string; readonly number: number }
  | { readonly text: string; readonly date: string };

/** The states of the coverage calculus; each is drawn as its own shape, so it survives black and white. */
export type Mark = 'met' | 'partly' | 'gap' | 'supported' | 'unknown' | 'stale' | 'conflict' | 'excluded';

/** Where a statement comes from: the standard or law, common practice that can be changed, or our own computing. */
export type NoteKind = 'rule' | 'practice' | 'own computation';

export interface NoteBlock {
  readonly kind: 'note';
  readonly source: NoteKind;
  /** The kind in the reader's words. */
  readonly label: string;
  readonly text: string;
}

export interface PageBreakBlock {
  readonly kind: 'pageBreak';
}

/** Columns and rows of a table as a workbook and a CSV have them. */
export function apartIn(table: TableBlock): Pick<TableBlock, 'columns' | 'rows'> {
  return table.apart ?? table;
}

/** The lines of a cell, whichever way it was written. */
export function linesOf(cell: Cell): readonly Line[] {
  return Array.isArray(cell) ? cell : [cell as Line];
}

/** The words of a line without its mark or tone. */
export function textOf(line: Line): string {
  return typeof line === 'string' ? line : line.text;
}
