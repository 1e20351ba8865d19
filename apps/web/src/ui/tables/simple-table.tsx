import type { ReactNode } from 'react';
import { underRow, useOneStop } from '../grid/one-stop.ts';
import { cx } from '../props.ts';
import { useWide } from '../widths/use-wide.ts';
import { ScrollBox } from './scroll-box.tsx';
import css from './tables.module.css';

export interface SimpleColumn<Row> {
  readonly id: string;
  readonly header: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the end; their unit in the heading. */
  readonly align?: 'end' | undefined;
  /** The cell that names the row. */
  readonly isRowHeader?: boolean | undefined;
  /** Pixels, where the content should not decide. */
  readonly width?: number | undefined;
  /** Its heading is only heard. */
  readonly hideHeader?: boolean | undefined;
}

interface SimpleTableProps<Row> {
  /** Says what the table shows. */
  readonly caption: string;
  readonly showCaption?: boolean | undefined;
  readonly columns: readonly SimpleColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Stands under a row, over its whole width: what speaks about it. */
  readonly under?: ((row: Row) => ReactNode) | undefined;
  /** Shown when there is no row. */
  readonly empty?: ReactNode;
  /** Where the columns have no room each row becomes a small list of its own. */
  readonly stacks?: boolean | undefined;
  /** It is long and its rows hold things to press: one stop of Tab, with the keys of a grid within. */
  readonly isOneStop?: boolean | undefined;
}

/** So much room, in pixels of the window, a column takes; and the least that a table does. */
const columnWidth = 120;
const leastWidth = 600;

/** A table as it would be printed: as many rows as it has. */
export function SimpleTable<Row>(props: SimpleTableProps<Row>) {
  const { caption, showCaption = false, rows, keyOf, under, empty } = props;
  const stop = useOneStop(props.isOneStop === true);
  const fits = useWide(Math.max(leastWidth, columnWidth * props.columns.length));
  const isStacked = props.stacks === true && !fits;
  const columns = isStacked ? nameFirst(props.columns) : props.columns;
  if (rows.length === 0 && empty !== undefined) return empty;
  return (
    <ScrollBox label={caption} className={css.scroll}>
      <table ref={stop.ref} className={cx(css.table, isStacked && css.stacks)} {...stop.props}>
        <caption className={cx(css.caption, !showCaption && 'visually-hidden')}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, header, align, width, hideHeader }) => (
              <th key={id} scope="col" className={cx(align && css.end)} style={width ? { width } : undefined}>
                {hideHeader ? <span className="visually-hidden">{header}</span> : header}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row) => (
          <tbody key={keyOf(row)}>
            <tr>
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} />
              ))}
            </tr>
            <Under row={row} under={under} span={columns.length} />
          </tbody>
        ))}
      </table>
    </ScrollBox>
  );
}

/** In a stack what names the row stands first, wherever its column does: to be seen, read aloud and reached in one order. */
function nameFirst<Row>(columns: readonly SimpleColumn<Row>[]): readonly SimpleColumn<Row>[] {
  const names = columns.filter(({ isRowHeader }) => isRowHeader);
  return [...names, ...columns.filter(({ isRowHeader }) => !isRowHeader)];
}

function Cell<Row>({ column, row }: { readonly column: SimpleColumn<Row>; readonly row: Row }) {
  const { align, cell, isRowHeader, header, hideHeader = false } = column;
  const name = typeof header === 'string' && !hideHeader ? header : undefined;
  const className = cx(align && css.end);
  if (isRowHeader) {
    return (
      <th scope="row" className={className}>
        {cell(row)}
      </th>
    );
  }
  return (
    <td className={className} data-header={name}>
      {cell(row)}
    </td>
  );
}

interface UnderProps<Row> {
  readonly row: Row;
  readonly under: ((row: Row) => ReactNode) | undefined;
  readonly span: number;
}

function Under<Row>({ row, under, span }: UnderProps<Row>) {
  const said = under?.(row);
  if (said === undefined || said === null || said === false) return null;
  return (
    <tr className={css.under} {...underRow}>
      <td colSpan={span}>{said}</td>
    </tr>
  );
}
