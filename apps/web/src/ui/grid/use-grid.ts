import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Focusing } from './cell-focus.ts';
import { nextSort } from './column.ts';
import type { DataTableProps } from './data-table.tsx';
import { move, type Place } from './move.ts';

/** What the parts of a grid know of it. */
export type Grid = Pick<ReturnType<typeof useGrid>, 'active'> & { readonly acts: Focusing };

/** Which rows are in sight, which cell has the focus, and what a key does. */
export function useGrid<Row>(props: DataTableProps<Row>, height: number) {
  const { columns, count, selection } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const all = columns.length + (selection ? 1 : 0);
  const [place, setPlace] = useState<Place>({ row: 1, column: selection ? 1 : 0 });
  const wantsFocus = useRef(false);
  const active = { row: Math.min(place.row, count), column: Math.min(place.column, all - 1) };
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    // The row with the focus stays drawn, however far it is scrolled away.
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range);
      const kept = active.row - 1;
      return kept < 0 || rows.includes(kept) ? rows : [...rows, kept].sort((one, other) => one - other);
    },
  });
  useEffect(() => virtual.measure(), [height]);
  useAsked(virtual.range, props);
  const go = (to: Place) => {
    wantsFocus.current = true;
    setPlace(to);
    if (to.row > 0) virtual.scrollToIndex(to.row - 1);
  };
  const press = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 2);
    const to = move(
      active,
      { key: event.key, ctrl: event.ctrlKey || event.metaKey },
      { rows: count, columns: all, page },
    );
    if (!to && !actOn(event.key, active, props)) return;
    event.preventDefault();
    if (to) go(to);
  };
  const acts = useActs(props, { setPlace, wantsFocus });
  return { scroller, virtual, columns: all, active, press, acts };
}

/** What a row can do, always the same object: so that rows in sight are not drawn again while others come. */
export interface RowActs<Row> extends Focusing {
  readonly open: (row: Row) => void;
  readonly tick: (row: Row) => void;
  readonly labelOf: (row: Row) => string;
}

function useActs<Row>(props: DataTableProps<Row>, focusing: Focusing): RowActs<Row> {
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const [acts] = useState(() => ({
    ...focusing,
    open: (row: Row) => latest.current.onOpen?.(row),
    tick: (row: Row) => {
      const { selection, keyOf } = latest.current;
      selection?.onChange(toggled(selection.keys, keyOf(row)));
    },
    labelOf: (row: Row) => latest.current.selection?.labelOf(row) ?? '',
  }));
  return acts;
}

/** Asks for the rows in sight, a page around them, each time that they change. */
function useAsked<Row>(
  range: { readonly startIndex: number; readonly endIndex: number } | null,
  { onRange, count }: DataTableProps<Row>,
) {
  const ask = useEffectEvent((from: number, to: number) => onRange?.(from, to));
  const from = Math.max(0, (range?.startIndex ?? 0) - 20);
  const to = Math.min(count - 1, (range?.endIndex ?? 40) + 20);
  useEffect(() => {
    if (to >= from) ask(from, to);
  }, [from, to]);
}

/** Enter sorts by a heading or opens a row; Space ticks it. Says whether the key meant anything. */
function actOn<Row>(key: string, { row, column }: Place, props: DataTableProps<Row>): boolean {
  if (key !== 'Enter' && key !== ' ') return false;
  const { selection, columns, sort, onSort, onOpen, rowAt, keyOf } = props;
  const heading = columns[column - (selection ? 1 : 0)];
  if (row === 0) {
    if (!heading?.sortable || !onSort) return false;
    onSort(nextSort(sort, heading.id));
    return true;
  }
  const line = rowAt(row - 1);
  if (line === undefined) return false;
  const ticks = selection !== undefined && (key === ' ' || heading === undefined);
  if (ticks) selection.onChange(toggled(selection.keys, keyOf(line)));
  else onOpen?.(line);
  return true;
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}
