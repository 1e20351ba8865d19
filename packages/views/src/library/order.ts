import type { Line } from './line.ts';

/** By what a line has its place in a sorted order. */
interface Place {
  /** What is sorted by; undefined for a control that has none. */
  readonly key: string | undefined;
  readonly code: string;
  readonly id: string;
}

/** The slots of all lines by one key, ascending: what has no key comes last, and of the same key the code decides. */
export interface Order {
  readonly slots: number[];
  /** The other way round, once that was asked for. */
  turned: readonly number[] | undefined;
  /** By slot. */
  readonly places: (Place | undefined)[];
}

export type KeyOf = (line: Line) => string | undefined;

/** What has the same key stays in the order of `lines`, which is that of codes. */
export function sortLines(lines: Iterable<Line>, keyOf: KeyOf): Order {
  const places: (Place | undefined)[] = [];
  const byKey = new Map<string | undefined, number[]>();
  for (const line of lines) {
    const place = placeOf(line, keyOf);
    places[line.slot] = place;
    const same = byKey.get(place.key);
    if (same) same.push(line.slot);
    else byKey.set(place.key, [line.slot]);
  }
  const last = byKey.get(undefined) ?? [];
  byKey.delete(undefined);
  const keyed = [...byKey].sort(([one], [other]) => ((one ?? '') < (other ?? '') ? -1 : 1));
  return { slots: [...keyed.flatMap(([, same]) => same), ...last], turned: undefined, places };
}

/** The order is changed: what is at a slot is put where it belongs now, or taken out. */
export function moveLine(order: Order, slot: number, now: Place | undefined): void {
  const { slots, places } = order;
  const before = places[slot];
  places[slot] = now;
  if (before && now && compare(before, now) === 0) return;
  order.turned = undefined;
  if (before) {
    // It is still looked for by where it was.
    const at = findPlace(slots, before, (each) => (each === slot ? before : places[each]));
    slots.splice(at, 1);
  }
  if (now)
    slots.splice(
      findPlace(slots, now, (each) => places[each]),
      0,
      slot,
    );
}

export function placeOf(line: Line, keyOf: KeyOf): Place {
  const { code, id } = line.control;
  return { key: keyOf(line), code, id };
}

/** All slots by descending keys: of the same key the code decides as before, and what has no key stays last. */
export function descending(order: Order): readonly number[] {
  if (order.turned) return order.turned;
  const { slots, places } = order;
  const turned: number[] = [];
  const keyOf = (at: number) => places[slots[at] as number]?.key;
  let end = slots.length;
  while (end > 0 && keyOf(end - 1) === undefined) end -= 1;
  const last = slots.slice(end);
  while (end > 0) {
    let start = end - 1;
    while (start > 0 && keyOf(start - 1) === keyOf(end - 1)) start -= 1;
    for (let at = start; at < end; at += 1) turned.push(slots[at] as number);
    end = start;
  }
  order.turned = turned.concat(last);
  return order.turned;
}

/** Where in the order it stands, or would stand. */
function findPlace(
  slots: readonly number[],
  wanted: Place,
  placeAt: (slot: number) => Place | undefined,
): number {
  let [low, high] = [0, slots.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(placeAt(slots[middle] as number) as Place, wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compare(one: Place, other: Place): number {
  if (one.key !== other.key) {
    if (one.key === undefined) return 1;
    if (other.key === undefined) return -1;
    return one.key < other.key ? -1 : 1;
  }
  if (one.code !== other.code) return one.code < other.code ? -1 : 1;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
