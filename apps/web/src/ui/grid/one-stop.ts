import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { move, type Place } from './move.ts';
import { seek, type Typed, typeOn } from './seek.ts';

/** What stands in a table and keeps its own keys: a form under its row. Tab goes through it as everywhere. */
export const ownKeys = { 'data-own-keys': '' };
/** What stands under a row and is part of it. */
export const underRow = { 'data-under-row': '' };
/** What opens a row: up and down lead from one to the next. The id is what is typed to come to the row. */
export const opensRow = (id: string) => ({ 'data-row': id });

const pressable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), summary, [tabindex]';

/** The things to press of each row, in their order; rows without any are left out. */
function rowsOf(table: HTMLElement): HTMLElement[][] {
  const rows: HTMLElement[][] = [];
  for (const line of table.querySelectorAll<HTMLElement>('tr')) {
    const stops = [...line.querySelectorAll<HTMLElement>(pressable)].filter(
      (stop) => !stop.closest('[data-own-keys]'),
    );
    if (line.matches('[data-under-row]')) rows.at(-1)?.push(...stops);
    else if (stops.length > 0) rows.push(stops);
  }
  return rows;
}

/** Counted as in every grid: the first row is 1, for the header takes no focus. */
function placeOf(rows: readonly HTMLElement[][], stop: HTMLElement | null): Place | undefined {
  const row = stop === null ? -1 : rows.findIndex((stops) => stops.includes(stop));
  return row === -1 || stop === null ? undefined : { row: row + 1, column: rows[row]?.indexOf(stop) ?? 0 };
}

const openerAt = (stops: readonly HTMLElement[]) =>
  Math.max(
    0,
    stops.findIndex((stop) => stop.dataset.row !== undefined),
  );

/** From row to row what opens them stays under each other, and so does what stands before it: their boxes. */
function under(from: Place, to: Place, rows: readonly HTMLElement[][]): HTMLElement | undefined {
  const [before = [], after = []] = [rows[from.row - 1], rows[to.row - 1]];
  if (from.row === to.row) return after[to.column];
  const beside = Math.min(0, from.column - openerAt(before));
  return after[Math.max(0, openerAt(after) + beside)];
}

function idOf(stops: readonly HTMLElement[]): string | undefined {
  const opener = stops[openerAt(stops)];
  return opener?.dataset.row ?? opener?.closest('tr')?.querySelector('th')?.textContent?.trim();
}

/** Rows that fit on the screen, less two that stay in sight. */
function pageOf(stop: Element): number {
  const height = stop.closest('tr')?.getBoundingClientRect().height || 32;
  return Math.max(1, Math.floor(window.innerHeight / height) - 2);
}

/** Leaves one thing to press in the order of Tab: the one that had the focus last, else what opens the first row. */
function settle(table: HTMLElement, last: RefObject<HTMLElement | null>): void {
  const rows = rowsOf(table);
  const [first = []] = rows;
  if (placeOf(rows, last.current) === undefined) last.current = first[openerAt(first)] ?? null;
  for (const stop of rows.flat()) {
    const index = stop === last.current ? '0' : '-1';
    if (stop.getAttribute('tabindex') !== index) stop.setAttribute('tabindex', index);
  }
}

/**
 * Makes a table whose rows hold things to press one stop of Tab, with the keys of a grid within, and typing that leads
 * to an id. The order of Tab is the document's own: it is kept there, so that whatever stands in a cell need not know.
 */
export function useOneStop(isWanted = true) {
  const table = useRef<HTMLTableElement>(null);
  const last = useRef<HTMLElement | null>(null);
  const typed = useRef<Typed | undefined>(undefined);
  useLayoutEffect(() => {
    const own = table.current;
    if (!own || !isWanted) return undefined;
    const again = () => settle(own, last);
    again();
    const watch = new MutationObserver(again);
    watch.observe(own, { childList: true, subtree: true, attributeFilter: ['tabindex', 'disabled', 'href'] });
    return () => watch.disconnect();
  });
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const rows = table.current ? rowsOf(table.current) : [];
    const to = stopFor(event, rows, typed);
    if (!to) return;
    event.preventDefault();
    to.focus();
  };
  const follow = ({ target }: { readonly target: HTMLElement }) => {
    if (!table.current?.contains(target) || target.closest('[data-own-keys]')) return;
    last.current = target;
    settle(table.current, last);
  };
  return isWanted
    ? { ref: table, props: { role: 'grid', 'data-list': '', onKeyDown: press, onFocus: follow } as const }
    : { ref: table, props: {} };
}

/** Where a key leads from where the focus is. */
function stopFor(
  event: KeyboardEvent<HTMLElement>,
  rows: readonly HTMLElement[][],
  typed: RefObject<Typed | undefined>,
): HTMLElement | undefined {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  const from = target instanceof HTMLElement ? placeOf(rows, target) : undefined;
  if (!from || event.defaultPrevented || altKey) return undefined;
  const ctrl = ctrlKey || metaKey;
  const columns = rows[from.row - 1]?.length ?? 1;
  const extent = { rows: rows.length, columns, heads: 0, page: pageOf(target as Element) };
  const to = move(from, { key, ctrl }, extent);
  if (to) return under(from, to, rows);
  const now = ctrl ? undefined : typeOn(typed.current, key, event.timeStamp);
  if (!now) return undefined;
  typed.current = now;
  const stops = rows[seek(rows.map(idOf), now.text, from.row - 1)];
  return stops?.[openerAt(stops)];
}
