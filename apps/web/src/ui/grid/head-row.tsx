import { Tick } from '../choices/boxes.tsx';
import { Mark } from '../marks/mark.tsx';
import { cx } from '../props.ts';
import { useSay } from '../say.ts';
import { type DataColumn, nextSort } from './column.ts';
import css from './data-table.module.css';
import type { DataTableProps } from './data-table.tsx';
import type { Grid } from './use-grid.ts';

interface HeadRowProps<Row> extends DataTableProps<Row> {
  readonly grid: Grid;
  readonly tracks: string;
}

/** The headings: pressed, they sort. */
export function HeadRow<Row>(props: HeadRowProps<Row>) {
  const { columns, selection, tracks, grid } = props;
  const before = selection ? 1 : 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: of a grid
    <div role="rowgroup" className={css.head}>
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: its cells take the focus */}
      <div
        role="row"
        aria-rowindex={1}
        data-ticks={selection ? true : undefined}
        className={css.headRow}
        style={{ gridTemplateColumns: tracks }}
      >
        {selection && <TickAll {...props} />}
        {columns.map((column, index) => (
          <HeadCell key={column.id} {...{ props, column, grid }} at={index + before} />
        ))}
      </div>
    </div>
  );
}

function isAt({ active }: Grid, column: number): boolean {
  return active.row === 0 && active.column === column;
}

interface HeadCellProps<Row> {
  readonly props: DataTableProps<Row>;
  readonly column: DataColumn<Row>;
  readonly grid: Grid;
  readonly at: number;
}

function HeadCell<Row>({ props: { sort, onSort }, column, grid, at }: HeadCellProps<Row>) {
  const isSorted = sort?.by === column.id;
  const sortable = column.sortable === true && onSort !== undefined;
  const order = sort?.descending ? 'descending' : 'ascending';
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useKeyWithClickEvents: a cell of a grid, which hears the keys
    <div
      role="columnheader"
      tabIndex={isAt(grid, at) ? 0 : -1}
      aria-colindex={at + 1}
      title={column.description}
      aria-sort={sortable ? (isSorted ? order : 'none') : undefined}
      className={cx(css.heading, column.align && css.end, sortable && css.sortable)}
      onClick={sortable ? () => onSort(nextSort(sort, column.id)) : undefined}
    >
      <span className={css.cut}>{column.header}</span>
      {isSorted && <Mark name={sort.descending ? 'sort-down' : 'sort-up'} size={12} />}
    </div>
  );
}

/** Ticks all rows that are loaded, or none. */
function TickAll<Row>({ count, rowAt, keyOf, selection, grid }: HeadRowProps<Row>) {
  const { say } = useSay();
  const size = selection?.keys.size ?? 0;
  const all = size > 0 && size >= count;
  const press = () => {
    if (size > 0) return selection?.onChange(new Set());
    const rows = Array.from({ length: count }, (_, index) => rowAt(index)).filter((row) => row !== undefined);
    selection?.onChange(new Set(rows.map(keyOf)));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: a cell of a grid; the box in it takes the focus
    <div role="columnheader" aria-colindex={1} className={css.tickCell}>
      {/* biome-ignore lint/a11y/useSemanticElements: drawn as everywhere */}
      <div
        role="checkbox"
        tabIndex={isAt(grid, 0) ? 0 : -1}
        aria-checked={all ? true : size > 0 ? 'mixed' : false}
        aria-label={say(size > 0 ? 'tick-none' : 'tick-all')}
        data-selected={all || undefined}
        data-indeterminate={(size > 0 && !all) || undefined}
        className={css.tickBox}
        onClick={press}
        onKeyDown={(event) => {
          if (event.key !== ' ' && event.key !== 'Enter') return;
          event.preventDefault();
          event.stopPropagation();
          press();
        }}
      >
        <Tick isIndeterminate={size > 0 && !all} />
        <span className={css.everyWord}>{say(size > 0 ? 'tick-none' : 'tick-all')}</span>
      </div>
    </div>
  );
}
