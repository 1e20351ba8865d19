import type { Programme } from '@concord/programme';
import { type Standing, standingOn } from '../coverage/feed.ts';
import { standingKnown, type ViewMemory } from '../coverage/memory.ts';
import { Column } from './column.ts';
import { type Dimension, dimensions, type SortedBy, sortings } from './dimension.ts';
import { claimsBy, claimsByControl, controlsTouched, type Line, lineOf, scopeOf } from './line.ts';
import { moveLine, type Order, placeOf, sortLines } from './order.ts';

/** What is kept of one control library: of all its days, and day by day. */
interface Kept {
  programme: Programme | undefined;
  /** By slot; a control that was removed keeps its own, and nothing is there. */
  readonly lines: (Line | undefined)[];
  readonly slots: Map<string, number>;
  readonly days: Map<string, Shelf>;
}

// Beside the memory and not in it: what is kept there need not know what is kept here.
const libraries = new WeakMap<ViewMemory, Kept>();
const daysKept = 4;
const answersKept = 30;
const foundKept = 40;
const movedOneByOne = 200;

interface Placing {
  readonly programme: Programme;
  readonly on: string;
  readonly memory: ViewMemory;
}

/** The library on a day, ready to be searched: as it was remembered, brought up to date, or made anew. */
export function openShelf({ programme, on, memory }: Placing): Shelf {
  const known = libraries.get(memory);
  // Who asks of an earlier programme leaves to others what is brought up to date for them.
  const isEarlier = (known?.programme?.position ?? 0) > programme.position;
  const kept = isEarlier || !known ? newlyKept() : known;
  if (!isEarlier) libraries.set(memory, kept);
  if (kept.programme !== programme) readLines(kept, programme);
  const shelf = kept.days.get(on) ?? new Shelf(kept, { programme, on, memory });
  shelf.bringUpTo(programme);
  putLast(kept.days, on, shelf);
  dropOldest(kept.days, daysKept);
  return shelf;
}

function newlyKept(): Kept {
  return { programme: undefined, lines: [], slots: new Map(), days: new Map() };
}

function readLines(kept: Kept, programme: Programme): void {
  const { lines, slots } = kept;
  const touched = kept.programme && controlsTouched(kept.programme, programme);
  kept.programme = programme;
  if (touched === undefined) {
    readAllLines(kept, programme);
    return;
  }
  for (const id of touched) {
    const control = programme.controls.controls.get(id);
    const slot = slots.get(id) ?? slots.size;
    slots.set(id, slot);
    lines[slot] = control && lineOf(control, claimsBy(programme, id), slot);
  }
}

function readAllLines({ lines, slots, days }: Kept, programme: Programme): void {
  lines.length = 0;
  slots.clear();
  days.clear();
  const claimed = claimsByControl(programme);
  for (const control of programme.controls.controls.values()) {
    slots.set(control.id, lines.length);
    lines.push(lineOf(control, claimed.get(control.id) ?? [], lines.length));
  }
}

/** The library on one day: orders, standings and answers that were worked out, until a change touches them. */
export class Shelf {
  readonly on: string;
  /** By slot. */
  readonly lines: readonly (Line | undefined)[];
  #programme: Programme;
  readonly #memory: ViewMemory;
  readonly #slots: ReadonlyMap<string, number>;
  readonly #standings: (Standing | undefined)[] = [];
  readonly #rows: (object | undefined)[] = [];
  readonly #orders = new Map<SortedBy, Order>();
  readonly #columns = new Map<Dimension, Column>();
  readonly #answers = new Map<string, Column>();
  readonly #found = new Map<string, object>();

  constructor({ lines, slots }: Pick<Kept, 'lines' | 'slots'>, { programme, on, memory }: Placing) {
    this.on = on;
    this.#memory = memory;
    this.lines = lines;
    this.#slots = slots;
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
    if (touched === undefined || touched.size > movedOneByOne) this.#orders.clear();
    if (touched === undefined) this.#forgetAll();
    else for (const id of touched) this.#renew(this.#slots.get(id) as number);
  }

  #forgetAll(): void {
    this.#standings.length = 0;
    this.#rows.length = 0;
    this.#columns.clear();
    this.#answers.clear();
  }

  #renew(slot: number): void {
    this.#standings[slot] = undefined;
    this.#rows[slot] = undefined;
    for (const column of this.#columns.values()) column.forget(slot);
    for (const column of this.#answers.values()) column.forget(slot);
    const line = this.lines[slot];
    for (const [by, order] of this.#orders) {
      moveLine(order, slot, line && placeOf(line, (each) => sortings[by](each, this)));
    }
  }

  /** How a control stands in its own scope; a retired one too. */
  standing({ control, slot }: Line): Standing {
    const known = this.#standings[slot];
    if (known) return known;
    const place = { scope: scopeOf(control), on: this.on };
    const worked = standingKnown(this.#memory, this.#programme, { ...place, id: control.id });
    const standing = worked ?? standingOn(this.#programme, control, place);
    this.#standings[slot] = standing;
    return standing;
  }

  /** Whether how it stands would have to be worked out. */
  isOpen({ slot }: Line): boolean {
    return this.#standings[slot] === undefined;
  }

  order(by: SortedBy): Order {
    const known = this.#orders.get(by);
    if (known) return known;
    const slots = by === 'code' ? this.lines.keys() : this.order('code').slots;
    const lines = [...slots].flatMap((slot) => this.lines[slot] ?? []);
    const order = sortLines(lines, (line) => sortings[by](line, this));
    this.#orders.set(by, order);
    return order;
  }

  column(dimension: Dimension): Column {
    const known = this.#columns.get(dimension);
    if (known) return known;
    const column = new Column(this.lines, (line) => dimensions[dimension](line, this));
    this.#columns.set(dimension, column);
    return column;
  }

  /** Whether something is true of a line, `true` or `false`; the name says all that it depends on. */
  answers(name: string, isTrue: (line: Line) => boolean): Column {
    const column = this.#answers.get(name) ?? new Column(this.lines, (line) => String(isTrue(line)));
    putLast(this.#answers, name, column);
    dropOldest(this.#answers, answersKept);
    return column;
  }

  /** The very same row until something touches its control, so that it need not be written out anew either. */
  row<T extends object>({ slot }: Line, make: () => T): T {
    const row = this.#rows[slot] ?? make();
    this.#rows[slot] = row;
    return row as T;
  }

  /** What was found for a question, until anything changes. */
  found<T extends object>(question: string, find: () => T): T {
    const found = this.#found.get(question) ?? find();
    putLast(this.#found, question, found);
    dropOldest(this.#found, foundKept);
    return found as T;
  }
}

function putLast<T>(table: Map<string, T>, key: string, value: T): void {
  table.delete(key);
  table.set(key, value);
}

function dropOldest(table: Map<string, unknown>, kept: number): void {
  const [oldest] = table.keys();
  if (table.size > kept && oldest !== undefined) table.delete(oldest);
}
