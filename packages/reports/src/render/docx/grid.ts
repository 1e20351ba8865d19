import {
  type ITableCellOptions,
  type ITableRowOptions,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { Block, HeadingBlock } from '../../blocks.ts';
import { paragraph } from './text.ts';

/** What stood before in the document: the library's own counters go on from one document to the next. */
export interface Counted {
  lists: number;
  headings: number;
}

/** What a block may take: its width in twips, its place, and what stood before it. */
export interface Room {
  readonly width: number;
  readonly counted: Counted;
  /** All headings of the document in their order, each with its depth in the outline. */
  readonly ranks: ReadonlyMap<HeadingBlock, 1 | 2 | 3>;
  /** It is the first on a new page. */
  readonly opens: boolean;
  /** What follows it belongs to it. */
  readonly leads: boolean;
  /** Blocks whose caption is the heading above them. */
  readonly said: ReadonlySet<Block>;
}

export type Written = Paragraph | Table;

const none = { style: 'none', size: 0, color: 'auto' } as const;
const bare = { top: none, bottom: none, left: none, right: none };

/** Two tables that touch would be one, and a cell must end with a paragraph. */
export function between(): Paragraph {
  return paragraph('', 'Between');
}

/** A table without lines of its own, of fixed columns. */
export function grid(widths: readonly number[], rows: readonly TableRow[], margins = {}): Table {
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { ...bare, insideHorizontal: none, insideVertical: none },
    margins: { top: 0, bottom: 0, left: 0, right: 0, ...margins },
  });
}

export function row(cells: readonly TableCell[], more: Omit<ITableRowOptions, 'children'> = {}): TableRow {
  return new TableRow({ children: cells, ...more });
}

export function cell(
  children: readonly Written[],
  width: number,
  more: Omit<ITableCellOptions, 'children' | 'width'> = {},
): TableCell {
  return new TableCell({ children, width: { size: width, type: WidthType.DXA }, ...more });
}
