import type { Programme } from '@concord/programme';
import { type Standing, standingOn } from '../coverage/feed.ts';
import type { ViewMemory } from '../coverage/memory.ts';
import { Column } from './column.ts';
import { type Dimension, dimensions, type SortedBy, sortings } from './dimension.ts';
import { claimsBy, claimsByControl, controlsTouched, type Line, lineOf, scopeOf } from './line.ts';
import { moveLines, type Order, type Sorting, sortLines } from './order.ts';

/** What is kept of one control library: of all its days, and day by day. */
interface Kept {
  programme: Programme | undefined;
  slots: number;
  readonly lines: Map<string, Line>;
  readonly days: Map<string, Shelf>;
}

// Beside the memory and not in it: what is kept there need not know what is kept here.
const libraries = new WeakMap<ViewMemory, Kept>();
const daysKept = 4;
const foundKept = 40;
const movedOneByOne = 200;

interface Placing {
  readonly programme: Programme;
  readonly on: string;
  readonly memory: ViewMemory;
}

/** The library on a day, ready to be searched: as it was remembered, brought up to date, or made anew. */
export function openShelf({ programme, on, memory }: Placing): Shelf {
  const kept = libraries.get(memory) ?? { programme: undefined, slots: 0, lines: new Map(), days: new Map() };
  libraries.set(memory, kept);
  if (kept.programme !== programme) readLines(kept, programme);
  const shelf = kept.days.get(on) ?? new Shelf(on, kept.lines, programme);
  shelf.bringUpTo(programme);
  kept.days.delete(on);
  kept.days.set(on, shelf);
  const [oldest] = kept.days.keys();
  if (kept.days.size > daysKept && oldest !== undefined) kept.days.delete(oldest);
  return shelf;
}

function readLines(kept: Kept, programme: Programme): void {
  const { lines } = kept;
  const touched = kept.programme && controlsTouched(kept.programme, programme);
  if (touched === undefined) readAllLines(kept, programme);
  for (const id of touched ?? []) {
    const control = programme.controls.controls.get(id);
    const slot = lines.get(id)?.slot ?? kept.slots++;
    if (control) lines.set(id, lineOf(control, claimsBy(programme, id), slot));
    else lines.delete(id);
  }
  kept.programme = programme;
}

function readAllLines(kept: Kept, programme: Programme): void {
  kept.lines.clear();
  kept.days.clear();
  kept.slots = 0;
  const claimed = claimsByControl(programme);
  for (const control of programme.controls.controls.values()) {
    kept.lines.set(control.id, lineOf(control, claimed.get(control.id) ?? [], kept.slots++));
  }
}

/** The library on one day: orders, standings and answers that were worked out, until a change touches them. */
export class Shelf {
  readonly on: string;
  readonly lines: ReadonlyMap<string, Line>;
  #programme: Programme;
  readonly #standings = new Map<string, Standing>();
  readonly #orders = new Map<SortedBy, Order>();
  readonly #columns = new Map<Dimension, Column>();
  readonly #rows = new Map<string, object>();
  readonly #found = new Map<string, object>();

  constructor(on: string, lines: ReadonlyMap<string, Line>, programme: Programme) {
    this.on = on;
    this.lines = lines;
    this.#programme = programme;
  }

  get programme(): Programme {
    return this.#programme;
  }

  /** The lines have been brought there already. */
  bringUpTo(programme: Programme): void {
    if (this.#programme === programme) return;
    const touched = controlsTouched(this.#programme, programme);
    this.#programme = programme;
    this.#found.clear();
    if (touched === undefined) {
      for (const table of [this.#standings, this.#orders, this.#columns, this.#rows]) table.clear();
      return;
    }
    for (const id of touched) this.#forget(id);
    for (const [by, order] of this.#orders) {
      if (touched.size > movedOneByOne) this.#orders.delete(by);
      else moveLines(order, touched, this.#sorting(by));
    }
  }

  #forget(id: string): void {
    this.#standings.delete(id);
    this.#rows.delete(id);
    const line = this.lines.get(id);
    if (line) for (const column of this.#columns.values()) column.forget(line);
  }

  #sorting(by: SortedBy): Sorting {
    return { lines: this.lines, keyOf: (line) => sortings[by](line, this) };
  }

  /** How a control stands in its own scope; a retired one too. */
  standing({ control }: Line): Standing {
    const known = this.#standings.get(control.id);
    if (known) return known;
    const standing = standingOn(this.#programme, control, { scope: scopeOf(control), on: this.on });
    this.#standings.set(control.id, standing);
    return standing;
  }

  order(by: SortedBy): Order {
    const known = this.#orders.get(by);
    if (known) return known;
    const lines = by === 'code' ? this.lines.values() : this.order('code').placed.map(({ line }) => line);
    const order = sortLines(lines, this.#sorting(by).keyOf);
    this.#orders.set(by, order);
    return order;
  }

  column(dimension: Dimension): Column {
    const known = this.#columns.get(dimension);
    if (known) return known;
    const column = new Column((line) => dimensions[dimension](line, this));
    this.#columns.set(dimension, column);
    return column;
  }

  /** The very same row until something touches its control, so that it need not be written out anew either. */
  row<T extends object>({ control: { id } }: Line, make: () => T): T {
    return keep(this.#rows, id, make);
  }

  /** What was found for a question, until anything changes. */
  found<T extends object>(question: string, find: () => T): T {
    if (this.#found.size >= foundKept) this.#found.clear();
    return keep(this.#found, question, find);
  }
}

function keep<T extends object>(table: Map<string, object>, key: string, make: () => T): T {
  const known = table.get(key);
  if (known) return known as T;
  const made = make();
  table.set(key, made);
  return made;
}
