import {
  type Block,
  type Cell,
  type Column,
  type FactsBlock,
  type HeadingBlock,
  type Line,
  linesOf,
  type TableBlock,
  textOf,
} from '../../blocks.ts';
import { putBelow } from './below.ts';

/**
 * The blocks as they stand on a page, where a wide table would leave its columns too little room: columns that belong
 * under others are put there, a text that would be a ribbon stands under its row, and rows that are records become a
 * heading and its facts each.
 */
export function onPage(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'columns') return [{ ...block, columns: block.columns.map(onPage) }];
    if (block.kind !== 'table') return [block];
    return block.records
      ? block.rows.flatMap((row) => writeRecord(row, block))
      : [putBelow(putUnder(withoutApart(block)))];
  });
}

/** What is for workbooks alone is no part of a page. */
function withoutApart({ apart: _, ...table }: TableBlock): TableBlock {
  return table;
}

function writeRecord(row: readonly Cell[], { columns }: TableBlock): [HeadingBlock, FactsBlock] {
  const told = columns.map((column, at) => ({ column, lines: linesOf(row[at] ?? '').map(textOf) }));
  const heads = told.filter(({ column }) => column.inRecord === 'heading');
  const facts = told
    .filter(({ column }) => column.inRecord !== 'heading' && column.inRecord !== 'nowhere')
    .map(({ column, lines }) => ({
      label: column.label,
      value: lines.join(column.inRecord === 'line' ? ' · ' : '\n'),
    }));
  return [
    { kind: 'heading', level: 3, text: heads.flatMap(({ lines }) => lines).join(' ') },
    { kind: 'facts', record: true, facts: facts.filter(({ value }) => value !== '') },
  ];
}

function putUnder(table: TableBlock): TableBlock {
  const { columns, rows } = table;
  if (columns.every(({ under }) => under === undefined)) return table;
  const kept = columns.flatMap((column, at) => (column.under === undefined ? [{ column, at }] : []));
  return {
    ...table,
    columns: kept.map(({ column }) => ({ ...column, width: widthWithAll(column, columns) })),
    rows: rows.map((row) => kept.map(({ column, at }) => joinUnder(row[at] ?? '', { column, columns, row }))),
  };
}

/** What goes under another column leaves its room to the one that names the row. */
function widthWithAll(column: Column, columns: readonly Column[]): number {
  const freed = columns.filter(({ under }) => under !== undefined).reduce((sum, { width }) => sum + width, 0);
  return column.identifies ? column.width + freed : column.width;
}

function joinUnder(
  cell: Cell,
  { column, columns, row }: { column: Column; columns: readonly Column[]; row: readonly Cell[] },
): Cell {
  const below = columns.flatMap(({ under, label }, at): Line[] =>
    under === column.id
      ? linesOf(row[at] ?? '')
          .filter((line) => textOf(line) !== '')
          .map((line) => ({ text: `${label} ${textOf(line)}`, quiet: true }))
      : [],
  );
  const [first = '', ...rest] = linesOf(cell);
  return below.length === 0 ? cell : [first, ...below, ...rest];
}
