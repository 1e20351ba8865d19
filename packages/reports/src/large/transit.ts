import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { listOf } from '@concord/views/made-lists';

/** Where a list stands in a view: the names of the members that lead there. */
type Place = readonly string[];

/** A view on its way to another thread: rows of its long lists, some at a time, and at the end all else. */
export type Parcel =
  | { readonly list: Place; readonly rows: Uint8Array; readonly count: number }
  | { readonly rest: Uint8Array; readonly lists: readonly Place[] };

/** What is said to the thread that writes: here is more of the view, or hand over the next piece of the file. */
export type ToThread = { readonly parcel: Parcel } | 'next';
/** What it answers: a piece of the file where there is one more; nothing when a parcel is put away. */
export interface FromThread {
  readonly piece?: Uint8Array | undefined;
}

const [long, rowsAtOnce] = [500, 250];

/** So many times as many rows stay unpacked: a list of some thousand is read criss-cross, a longer one from start to end. */
const mostUnpacked = 64;

/** How many rows all the long lists of a view have together. */
export function rowsIn(view: object): number {
  return longLists(view).reduce((sum, { list }) => sum + list.length, 0);
}

interface Found {
  readonly place: Place;
  readonly list: readonly unknown[];
}

/** A view's own lists, and those of its members. */
function longLists(view: object, levels = 2): Found[] {
  return Object.entries(view).flatMap(([name, member]): Found[] => {
    if (Array.isArray(member)) return member.length > long ? [{ place: [name], list: member }] : [];
    if (levels === 1 || typeof member !== 'object' || member === null) return [];
    return longLists(member, levels - 1).map(({ place, list }) => ({ place: [name, ...place], list }));
  });
}

const encoder = new TextEncoder();

/** Takes a view apart, a few milliseconds' work at a time. Rows travel as JSON, which is read twice as fast as what V8 writes. */
export function* takeApart(view: object): Generator<Parcel, void> {
  const found = longLists(view);
  for (const { place, list } of found) {
    for (let from = 0; from < list.length; from += rowsAtOnce) {
      const some = list.slice(from, from + rowsAtOnce);
      yield { list: place, rows: encoder.encode(JSON.stringify(some)), count: some.length };
    }
  }
  const places = found.map(({ place }) => place);
  yield { rest: serialize(without(view, places)), lists: places };
}

function without(view: object, places: readonly Place[]): object {
  const members = Object.entries(view).map(([name, member]) => {
    const below = places.filter(([first]) => first === name).map(([, ...rest]) => rest);
    if (below.length === 0) return [name, member];
    return [name, below.some(({ length }) => length === 0) ? [] : without(member, below)];
  });
  return Object.fromEntries(members);
}

/** Puts a view together where it arrives. Its long lists stay packed; what is read is unpacked, and not for long. */
export class Arrivals {
  readonly #packed = new Map<string, Uint8Array[]>();
  readonly #counts = new Map<string, number>();

  add({ list, rows, count }: Extract<Parcel, { list: Place }>): void {
    const key = list.join('/');
    this.#packed.set(key, [...(this.#packed.get(key) ?? []), deflateRawSync(rows, { level: 1 })]);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + count);
  }

  view({ rest, lists }: Extract<Parcel, { rest: Uint8Array }>): object {
    const view = deserialize(rest) as object;
    for (const place of lists) put(view, place, this.#listAt(place.join('/')));
    return view;
  }

  #listAt(key: string): readonly unknown[] {
    const packed = this.#packed.get(key) ?? [];
    const unpacked = new Map<number, readonly unknown[]>();
    return listOf(this.#counts.get(key) ?? 0, (nth) => {
      const which = Math.floor(nth / rowsAtOnce);
      const known = unpacked.get(which);
      if (known) return known[nth % rowsAtOnce];
      const rows = JSON.parse(String(inflateRawSync(packed[which] as Uint8Array))) as unknown[];
      unpacked.set(which, rows);
      const [oldest] = unpacked.keys();
      if (unpacked.size > mostUnpacked) unpacked.delete(oldest as number);
      return rows[nth % rowsAtOnce];
    });
  }
}

function put(view: object, [name, ...rest]: Place, list: readonly unknown[]): void {
  const members = view as Record<string, unknown>;
  if (rest.length === 0) members[name as string] = list;
  else put(members[name as string] as object, rest, list);
}
