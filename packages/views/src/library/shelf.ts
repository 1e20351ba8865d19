import type { Programme } from '@concord/programme';
import { type Standing, standingOn } from '../coverage/feed.ts';
import type { ViewMemory } from '../coverage/memory.ts';
import { controlsTouched, type Line, lineOf, scopeOf } from './line.ts';
import { moveLines, type Order, type Sorting, sortLines } from './order.ts';

/** What is kept of one control library: of all its days, and day by day. */
interface Kept {
  programme: Programme | undefined;
  readonly lines: Map<string, Line>;
  readonly days: Map<string, Shelf>;
}

// Beside the memory and not in it: what is kept there need not know what is kept here.
const libraries = new WeakMap<ViewMemory, Kept>();
const daysKept = 4;
const foundKept = 40;

interface Placing {
  readonly programme: Programme;
  readonly on: string;
  readonly memory: ViewMemory;
}

/** The library on a day, ready to be searched: as it was remembered, brought up to date, or made anew. */
export function openShelf({ programme, on, memory }: Placing): Shelf {
  const kept = libraries.get(memory) ?? { programme: undefined, lines: new Map(), days: new Map() };
  libraries.set(memory, kept);
  readLines(kept, programme);
  const known = kept.days.get(on);
  const shelf = known ?? new Shelf(on, kept.lines, programme);
  shelf.bringUpTo(programme);
  kept.days.delete(on);
  kept.days.set(on, shelf);
  const [oldest] = kept.days.keys();
  if (kept.days.size > daysKept && oldest !== undefined) kept.days.delete(oldest);
  return shelf;
}

function readLines(kept: Kept, programme: Programme): void {
  if (kept.programme === programme) return;
  const { controls } = programme.controls;
  const touched = kept.programme && controlsTouched(kept.programme, programme);
  if (touched === undefined) kept.lines.clear();
  for (const id of touched ?? controls.keys()) {
    const control = controls.get(id);
    if (control) kept.lines.set(id, lineOf(programme, control));
    else kept.lines.delete(id);
  }
  kept.programme = programme;
}

/** The library on one day: sorted orders, standings and answers that were worked out, until a change touches them. */
export class Shelf {
  readonly on: string;
  readonly lines: ReadonlyMap<string, Line>;
  #programme: Programme;
  readonly #standings = new Map<string, Standing>();
  readonly #orders = new Map<string, { order: Order; keyOf: Sorting['keyOf'] }>();
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
      for (const table of [this.#standings, this.#orders, this.#rows]) table.clear();
      return;
    }
    for (const id of touched) {
      this.#standings.delete(id);
      this.#rows.delete(id);
    }
    for (const each of this.#orders.values()) {
      each.order = moveLines(each.order, touched, { lines: this.lines, keyOf: each.keyOf });
    }
  }

  /** How a control stands in its own scope; a retired one too. */
  standing({ control }: Line): Standing {
    const known = this.#standings.get(control.id);
    if (known) return known;
    const standing = standingOn(this.#programme, control, { scope: scopeOf(control), on: this.on });
    this.#standings.set(control.id, standing);
    return standing;
  }

  /** All lines by what `keyOf` says; the name says which it is. */
  order(name: string, keyOf: Sorting['keyOf']): Order {
    const known = this.#orders.get(name);
    if (known) return known.order;
    const order = sortLines({ lines: this.lines, keyOf });
    this.#orders.set(name, { order, keyOf });
    return order;
  }

  /** The very same row until something touches its control, so that it need not be written out anew either. */
  row<T extends object>({ control: { id } }: Line, make: () => T): T {
    const known = this.#rows.get(id);
    if (known) return known as T;
    const row = make();
    this.#rows.set(id, row);
    return row;
  }

  /** What was found for a question, until anything changes. */
  found<T extends object>(question: string, find: () => T): T {
    const known = this.#found.get(question);
    if (known) return known as T;
    const answer = find();
    if (this.#found.size >= foundKept) this.#found.clear();
    this.#found.set(question, answer);
    return answer;
  }
}
