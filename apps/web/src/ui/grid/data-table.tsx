import type { VirtualItem } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useId, useMemo } from 'react';
import { useWide } from '../overlays/use-wide.ts';
import { cx } from '../props.ts';
import { useSay } from '../say.ts';
import { type DataColumn, type DataSelection, type DataSort, leastWidth, tracksOf } from './column.ts';
import css from './data-table.module.css';
import { HeadRow } from './head-row.tsx';
import type { Place } from './move.ts';
import { NarrowSort } from './narrow-sort.tsx';
import { RowLine } from './row-line.tsx';
import { type RowActs, useGrid } from './use-grid.ts';

export interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  /** Rows in the answer. */
  readonly count: number;
  /** Rows there are without filters; the footer then reads "48 of 164". */
  readonly total?: number | undefined;
  /** undefined while the row is not loaded. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly keyOf: (row: Row) => string;
  /** Asks for the rows from one index to another, both included, when they come into sight. */
  readonly onRange?: ((from: number, to: number) => void) | undefined;
  /** A click or Enter on a row. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** Key of the row that is open beside the table. */
  readonly openKey?: string | undefined;
  readonly selection?: DataSelection<Row> | undefined;
  readonly sort?: DataSort | undefined;
  readonly onSort?: ((sort: DataSort) => void) | undefined;
  /** Stands there when no row is in the answer. */
  readonly empty?: ReactNode;
  /** Rows to be seen at once, where the table does not fill the height of its place. */
  readonly visibleRows?: number | undefined;
  /** Further words at the end of the footer. */
  readonly foot?: ReactNode;
}

const narrowBelow = 900;

/** A dense table that draws only the rows in sight. Keys as in every grid; Enter opens, Space ticks. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, count, selection, visibleRows, empty, sort } = props;
  const isNarrow = !useWide(narrowBelow);
  const height = isNarrow ? 60 : 32;
  const told = useId();
  const grid = useGrid(props, height);
  const tracks = useMemo(() => tracksOf(columns, selection !== undefined), [columns, selection]);
  const least = { '--least': `${leastWidth(columns, selection !== undefined)}px` } as CSSProperties;
  const high = visibleRows === undefined ? undefined : { height: visibleRows * height + (isNarrow ? 0 : 29) };
  return (
    <div className={cx(css.whole, visibleRows === undefined && css.fills)}>
      {isNarrow && <NarrowSort {...props} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a table element cannot be drawn in parts */}
      <div
        ref={grid.scroller}
        role="grid"
        aria-label={label}
        aria-describedby={told}
        aria-rowcount={count + 1}
        aria-colcount={grid.columns}
        aria-multiselectable={selection ? true : undefined}
        tabIndex={-1}
        className={cx(css.grid, isNarrow && css.narrow, count === 0 && css.bare)}
        style={{ ...high, ...least }}
        onKeyDown={grid.press}
      >
        <HeadRow {...props} grid={grid} tracks={tracks} />
        {/* biome-ignore lint/a11y/useSemanticElements: of the same grid */}
        <div role="rowgroup" className={css.rows} style={{ height: grid.virtual.getTotalSize() }}>
          {grid.virtual.getVirtualItems().map((item) => (
            <RowLine key={item.key} {...lineOf(props, grid, item)} {...{ tracks, isNarrow }} />
          ))}
        </div>
      </div>
      {count === 0 && <div className={css.empty}>{empty}</div>}
      <Foot {...props} sort={sort} told={told} />
    </div>
  );
}

interface Drawing<Row> {
  readonly active: Place;
  readonly acts: RowActs<Row>;
}

/** What one row is drawn from: nothing that changes while others are scrolled. */
function lineOf<Row>(props: DataTableProps<Row>, { active, acts }: Drawing<Row>, item: VirtualItem) {
  const { columns, rowAt, keyOf, onOpen, openKey, selection } = props;
  const { index, start, size } = item;
  const row = rowAt(index);
  const key = row === undefined ? undefined : keyOf(row);
  return {
    ...{ row, index, start, size, columns, acts },
    opens: onOpen !== undefined,
    isOpen: key !== undefined && key === openKey,
    isTicked: selection && key !== undefined && selection.keys.has(key),
    ticks: selection !== undefined,
    activeColumn: active.row === index + 1 ? active.column : undefined,
  };
}

/** How many there are, and how they are sorted: read out when it changes. */
function Foot<Row>(props: DataTableProps<Row> & { readonly told: string }) {
  const { columns, count, total, selection, sort, foot, told } = props;
  const { say, language } = useSay();
  const figure = new Intl.NumberFormat(language);
  const counted =
    total === undefined
      ? say('rows', { count, figure: figure.format(count) })
      : say('rows-of', { count: figure.format(count), total: figure.format(total) });
  const by = columns.find(({ id }) => id === sort?.by)?.header;
  return (
    <div className={css.foot}>
      <p role="status" id={told}>
        <b>{counted}</b>
        {selection && selection.keys.size > 0 && ` · ${say('chosen', { count: selection.keys.size })}`}
        {by !== undefined && (
          <span className="visually-hidden">
            {` · ${say(sort?.descending ? 'sorted-down' : 'sorted-up', { by })}`}
          </span>
        )}
      </p>
      {foot}
    </div>
  );
}
