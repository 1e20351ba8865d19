import { type MouseEvent, memo, type ReactNode } from 'react';
import { Tick } from '../choices/boxes.tsx';
import { cx } from '../props.ts';
import type { DataColumn } from './column.ts';
import css from './data-table.module.css';
import type { RowActs } from './use-grid.ts';

interface RowLineProps<Row> {
  readonly row: Row | undefined;
  readonly index: number;
  /** Pixels from the top of all rows, and its height. */
  readonly start: number;
  readonly size: number;
  readonly columns: readonly DataColumn<Row>[];
  readonly tracks: string;
  readonly isNarrow: boolean;
  readonly opens: boolean;
  readonly isOpen: boolean;
  readonly ticks: boolean;
  readonly isTicked: boolean | undefined;
  /** Where the focus is, if it is in this row. */
  readonly activeColumn: number | undefined;
  readonly acts: RowActs<Row>;
}

/** One row in its place: loaded, or still on its way. */
function DrawnRow<Row>(props: RowLineProps<Row>) {
  const { row, index, start, size, tracks, isNarrow, opens, isOpen, ticks, isTicked, acts } = props;
  const open = (event: MouseEvent) => {
    const inner =
      event.target instanceof Element && event.target.closest('a, button, input, [role="checkbox"]');
    if (row !== undefined && !inner) acts.open(row);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: its cells take the focus and the keys
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isTicked}
      aria-busy={row === undefined ? true : undefined}
      data-open={isOpen || undefined}
      data-ticks={ticks || undefined}
      className={cx(css.row, index === 0 && css.first, opens && css.opens)}
      style={{
        top: start,
        height: size,
        gridTemplateColumns: isNarrow ? undefined : tracks,
      }}
      onClick={open}
    >
      <Cells {...props} />
    </div>
  );
}

/** Drawn again only when something of its own changes. */
export const RowLine = memo(DrawnRow) as typeof DrawnRow;

function Cells<Row>(props: RowLineProps<Row>) {
  const { row, columns, ticks, isNarrow, activeColumn } = props;
  const before = ticks ? 1 : 0;
  const cells = columns.map((column, index) => (
    <DataCell
      key={column.id}
      at={index + before}
      isActive={activeColumn === index + before}
      {...{ column, row }}
    />
  ));
  const above = columns.filter(({ narrow = 'under' }) => narrow !== 'under').length;
  return (
    <>
      {ticks && <TickRow {...props} />}
      {isNarrow ? (
        <>
          <Line>{cells.slice(0, above)}</Line>
          <Line isUnder>{cells.slice(above)}</Line>
        </>
      ) : (
        cells
      )}
    </>
  );
}

function Line({ children, isUnder = false }: { readonly children: ReactNode; readonly isUnder?: boolean }) {
  return (
    <div role="presentation" className={cx(css.line, isUnder && css.underLine)}>
      {children}
    </div>
  );
}

interface DataCellProps<Row> {
  readonly column: DataColumn<Row>;
  readonly row: Row | undefined;
  /** Counted from 0, the box to tick included. */
  readonly at: number;
  readonly isActive: boolean;
}

function DataCell<Row>({ column, row, at, isActive }: DataCellProps<Row>) {
  const { align, isRowHeader, narrow, cell } = column;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both of its roles are cells of a grid
    <div
      role={isRowHeader ? 'rowheader' : 'gridcell'}
      aria-colindex={at + 1}
      tabIndex={isActive ? 0 : -1}
      data-narrow={narrow ?? 'under'}
      className={cx(css.cell, align && css.end, isRowHeader && css.name)}
    >
      {row === undefined ? <span className={css.coming} /> : cell(row)}
    </div>
  );
}

function TickRow<Row>({ row, acts, activeColumn, isTicked = false }: RowLineProps<Row>) {
  const tick = () => row !== undefined && acts.tick(row);
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the box in it takes the focus
    <div role="gridcell" aria-colindex={1} className={css.tickCell}>
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useKeyWithClickEvents: the grid hears the keys */}
      <div
        role="checkbox"
        tabIndex={activeColumn === 0 ? 0 : -1}
        aria-checked={isTicked}
        aria-label={acts.labelOf(row)}
        data-selected={isTicked || undefined}
        className={css.tickBox}
        onClick={tick}
      >
        <Tick />
      </div>
    </div>
  );
}
