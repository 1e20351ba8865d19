import type { VirtualItem } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useId, useMemo } from 'react';
import { cx } from '../props.ts';
import { useSay } from '../say.ts';
import { useWide } from '../widths/use-wide.ts';
import { useWidth } from '../widths/use-width.ts';
import {
  type DataColumn,
  type DataSelection,
  type DataSort,
  leastWidth,
  narrowColumns,
  tracksOf,
} from './column.ts';
import css from './data-table.module.css';
import { HeadRow } from './head-row.tsx';
import type { Place } from './move.ts';
import { NarrowSort } from './narrow-sort.tsx';
import { loadedIn, partOf } from './print/loaded.ts';
import { PrintAll } from './print/print-all.tsx';
import { usePrinting } from './print/use-printing.ts';
import { RowLine } from './row-line.tsx';
import { type RowActs, type Sizes, useGrid } from './use-grid.ts';

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
  /** What is typed to come to a row: its id, or its name. */
  readonly seekBy?: ((row: Row) => string) | undefined;
  /** Rows to be seen at once, where the table does not fill the height of its place. */
  readonly visibleRows?: number | undefined;
  /** Further words at the end of the footer. */
  readonly foot?: ReactNode;
}

/** Widths of the window in pixels: below, a row is an entry of two lines, to be hit by a finger; and one of three. */
const narrowBelow = 900;
const tightBelow = 480;

/** A dense table that draws only the rows in sight. Keys as in every grid; Enter opens, Space ticks, letters lead to a row. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const isPrinting = usePrinting();
  const [place, width] = useWidth();
  const isHandheld = !useWide(narrowBelow);
  // Also where a panel beside it, or a dialog, leaves too little for its columns: nothing scrolls sideways.
  const hasRoom = width === 0 || width >= leastWidth(props.columns, props.selection !== undefined);
  const isNarrow = isHandheld || isPrinting || !hasRoom;
  const columns = useMemo(
    () => (isNarrow ? narrowColumns(props.columns) : props.columns),
    [props.columns, isNarrow],
  );
  return <DrawnTable {...props} {...{ columns, place, isHandheld, isNarrow, isPrinting }} />;
}

interface DrawnProps<Row> extends DataTableProps<Row> {
  readonly place: RefObject<HTMLDivElement | null>;
  readonly isHandheld: boolean;
  readonly isNarrow: boolean;
  readonly isPrinting: boolean;
}

function DrawnTable<Row>(props: DrawnProps<Row>) {
  const { label, columns, count, selection, visibleRows, empty, place, isNarrow, isPrinting } = props;
  const ticks = selection !== undefined;
  const told = useId();
  const isTight = !useWide(tightBelow) && !isPrinting;
  const sizes = sizesOf({ isHandheld: props.isHandheld, isNarrow, isTight, ticks });
  // On paper all that is here stays: what a page of the screen would show is not asked for.
  const grid = useGrid(isPrinting ? { ...props, onRange: undefined } : props, sizes);
  const tracks = useMemo(() => tracksOf(columns, ticks), [columns, ticks]);
  const high = visibleRows === undefined ? undefined : { height: visibleRows * sizes.row + sizes.head };
  return (
    <div ref={place} className={cx(css.whole, visibleRows === undefined && css.fills)}>
      {isPrinting && <Printed {...props} />}
      {isNarrow && <NarrowSort {...props} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a table element cannot be drawn in parts */}
      <div
        ref={grid.scroller}
        role="grid"
        aria-label={label}
        aria-describedby={told}
        aria-rowcount={count + 1}
        aria-colcount={grid.columns}
        aria-multiselectable={ticks ? true : undefined}
        tabIndex={-1}
        data-list=""
        className={cx(css.grid, isNarrow && css.narrow, isTight && css.tight, count === 0 && css.bare)}
        style={high}
        onKeyDown={grid.press}
        onFocus={grid.follow}
      >
        <HeadRow {...props} grid={grid} tracks={tracks} />
        {/* biome-ignore lint/a11y/useSemanticElements: of the same grid */}
        <div role="rowgroup" className={css.rows} style={{ height: grid.virtual.getTotalSize() }}>
          {(isPrinting ? printedRows(props) : grid.virtual.getVirtualItems()).map((item) => (
            <RowLine key={item.index} {...lineOf(props, grid, item)} {...{ tracks, isNarrow }} />
          ))}
        </div>
      </div>
      {count === 0 && <div className={css.empty}>{empty}</div>}
      <Foot {...props} told={told} />
    </div>
  );
}

interface Form {
  readonly isHandheld: boolean;
  readonly isNarrow: boolean;
  readonly isTight: boolean;
  readonly ticks: boolean;
}

/** Pixels of a row, and of the header that stays above them: narrow, it keeps no more than the box for all rows. */
function sizesOf({ isHandheld, isNarrow, isTight, ticks }: Form): Sizes {
  if (!isNarrow) return { row: 32, head: 29 };
  const row = isHandheld ? 60 : 48;
  return { row: isTight ? 72 : row, head: ticks ? 37 : 0 };
}

type Item = Pick<VirtualItem, 'index' | 'start' | 'size'>;

/** Paper does not scroll: it gets every row that is loaded, one under the other. */
function printedRows<Row>({ count, rowAt }: DataTableProps<Row>): Item[] {
  return loadedIn(count, rowAt).map((index) => ({ index, start: 0, size: 0 }));
}

/** Says so, over the rows, when paper does not get all of them. */
function Printed<Row>({ count, rowAt }: DataTableProps<Row>) {
  const { say, language } = useSay();
  const part = partOf(loadedIn(count, rowAt), count);
  if (!part) return null;
  const figure = new Intl.NumberFormat(language);
  const [from, to, total] = [part.from, part.to, part.total].map((each) => figure.format(each));
  return <p>{say(part.from <= 1 ? 'printed-first' : 'printed-part', { from, to, total })}</p>;
}

interface Drawing<Row> {
  readonly active: Place;
  readonly acts: RowActs<Row>;
}

/** What one row is drawn from: nothing that changes while others are scrolled. */
function lineOf<Row>(props: DataTableProps<Row>, { active, acts }: Drawing<Row>, item: Item) {
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
  const { columns, count, total, selection, sort, foot, told, rowAt, onRange, visibleRows } = props;
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
      {visibleRows === undefined && <PrintAll {...{ count, rowAt, onRange }} />}
    </div>
  );
}
