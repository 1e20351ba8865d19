import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useSay } from '../say.ts';
import { nextSort } from './column.ts';
import type { DataTableProps } from './data-table.tsx';
import { move, type Place } from './move.ts';
import { seek, type Typed, typeOn } from './seek.ts';

/** What the parts of a grid know of it. */
export type Grid = Pick<ReturnType<typeof useGrid>, 'active'>;

/** Heights in pixels. */
export interface Sizes {
  readonly row: number;
  readonly head: number;
}

type GridProps<Row> = DataTableProps<Row> & { readonly isNarrow: boolean };

/** Which rows are in sight, which cell has the focus, and what a key does. */
export function useGrid<Row>(props: GridProps<Row>, sizes: Sizes) {
  const { columns, count, selection, isNarrow } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const before = selection ? 1 : 0;
  const all = columns.length + before;
  const [place, setPlace] = useState<Place>({ row: 1, column: before });
  const active = { row: Math.min(place.row, count), column: Math.min(place.column, all - 1) };
  const virtual = useRows({ count, sizes, scroller, kept: active.row - 1 });
  useAsked(virtual.range, props);
  const wantsFocus = useFocusOn(scroller, active);
  const go = (to: Place) => {
    wantsFocus.current = true;
    setPlace(to);
    if (to.row > 0) virtual.scrollToIndex(to.row - 1);
  };
  const typed = useRef<Typed | undefined>(undefined);
  const sought = ({ key, timeStamp, ctrlKey, metaKey, altKey }: KeyboardEvent): Place | undefined => {
    const now = ctrlKey || metaKey || altKey ? undefined : typeOn(typed.current, key, timeStamp);
    if (!now || !props.seekBy) return undefined;
    typed.current = now;
    const row = seek(idsOf(props), now.text, active.row - 1);
    return row === -1 ? undefined : { row: row + 1, column: active.column };
  };
  const press = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? sizes.row) / sizes.row) - 2);
    const extent = { rows: count, columns: all, heads: isNarrow ? before : all, page };
    const to =
      move(active, { key: event.key, ctrl: event.ctrlKey || event.metaKey }, extent) ?? sought(event);
    if (!to && !actOn(event.key, active, props)) return;
    event.preventDefault();
    if (to) go(to);
  };
  const follow = ({ target }: FocusEvent) => {
    const to = placeOf(target);
    if (to && (to.row !== active.row || to.column !== active.column)) setPlace(to);
  };
  return { scroller, virtual, columns: all, active, press, follow, acts: useActs(props) };
}

/** What its rows are called, of those that are loaded. */
function idsOf<Row>({ count, rowAt, seekBy }: DataTableProps<Row>): readonly (string | undefined)[] {
  return Array.from({ length: count }, (_, index) => {
    const row = rowAt(index);
    return row === undefined ? undefined : seekBy?.(row);
  });
}

interface Drawn {
  readonly count: number;
  readonly sizes: Sizes;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Index of the row with the focus: it stays drawn, however far it is scrolled away. */
  readonly kept: number;
}

function useRows({ count, sizes, scroller, kept }: Drawn) {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => sizes.row,
    overscan: 6,
    scrollPaddingEnd: sizes.head,
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range);
      return kept < 0 || rows.includes(kept) ? rows : [...rows, kept].sort((one, other) => one - other);
    },
  });
  const before = useRef(sizes.row);
  useEffect(() => {
    const seen = virtual.range;
    virtual.measure();
    if (before.current === sizes.row) return;
    before.current = sizes.row;
    if (seen) virtual.scrollToIndex(...rowToKeep(seen, kept));
  }, [sizes.row]);
  return virtual;
}

/** Which row stays in sight as rows become higher or lower, and where: the one with the focus if it was, else the first. */
function rowToKeep(
  { startIndex, endIndex }: Pick<Range, 'startIndex' | 'endIndex'>,
  kept: number,
): [number, { align: 'auto' | 'start' }] {
  if (startIndex <= kept && kept <= endIndex) return [kept, { align: 'auto' }];
  return [startIndex, { align: 'start' }];
}

/** The active cell takes the focus when a key has led to it, as soon as it is drawn. */
function useFocusOn(scroller: RefObject<HTMLDivElement | null>, { row, column }: Place): RefObject<boolean> {
  const wantsFocus = useRef(false);
  useEffect(() => {
    if (!wantsFocus.current) return;
    const cell = scroller.current?.querySelector<HTMLElement>(
      `[aria-rowindex="${row + 1}"] [aria-colindex="${column + 1}"]`,
    );
    if (!cell) return;
    wantsFocus.current = false;
    (cell.querySelector<HTMLElement>('[role="checkbox"]') ?? cell).focus({ preventScroll: true });
  });
  return wantsFocus;
}

/** The cell of a grid that something stands in. */
function placeOf(inside: Element): Place | undefined {
  const column = Number(inside.closest('[aria-colindex]')?.getAttribute('aria-colindex') ?? 0);
  const row = Number(inside.closest('[aria-rowindex]')?.getAttribute('aria-rowindex') ?? 0);
  return column > 0 && row > 0 ? { row: row - 1, column: column - 1 } : undefined;
}

/** What a row can do, always the same object: so that rows in sight are not drawn again while others come. */
export interface RowActs<Row> {
  readonly open: (row: Row) => void;
  readonly tick: (row: Row) => void;
  /** What its box is called; a row that is still on its way says so. */
  readonly labelOf: (row: Row | undefined) => string;
}

function useActs<Row>(props: DataTableProps<Row>): RowActs<Row> {
  const { say } = useSay();
  const latest = useRef({ ...props, say });
  useLayoutEffect(() => {
    latest.current = { ...props, say };
  });
  const [acts] = useState(() => ({
    open: (row: Row) => latest.current.onOpen?.(row),
    tick: (row: Row) => {
      const { selection, keyOf } = latest.current;
      selection?.onChange(toggled(selection.keys, keyOf(row)));
    },
    labelOf: (row: Row | undefined) =>
      row === undefined ? latest.current.say('loading') : (latest.current.selection?.labelOf(row) ?? ''),
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
