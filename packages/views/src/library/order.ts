import type { Line } from './line.ts';

/** A line at its place in a sorted order. */
export interface Placed {
  /** What is sorted by; undefined for a control that has none. */
  readonly key: string | undefined;
  readonly line: Line;
}

/** All lines by one key, ascending: what has no key comes last, and of the same key the code decides. */
export interface Order {
  readonly placed: Placed[];
  readonly byId: Map<string, Placed>;
}

/** Where the lines are, and what they are sorted by. */
export interface Sorting {
  readonly lines: ReadonlyMap<string, Line>;
  readonly keyOf: (line: Line) => string | undefined;
}

/** What has the same key stays in the order of `lines`, which is that of codes. */
export function sortLines(lines: Iterable<Line>, keyOf: Sorting['keyOf']): Order {
  const byKey = new Map<string | undefined, Placed[]>();
  const byId = new Map<string, Placed>();
  for (const line of lines) {
    const each = { key: keyOf(line), line };
    byId.set(line.control.id, each);
    const same = byKey.get(each.key);
    if (same) same.push(each);
    else byKey.set(each.key, [each]);
  }
  const last = byKey.get(undefined) ?? [];
  byKey.delete(undefined);
  const keyed = [...byKey].sort(([one], [other]) => ((one ?? '') < (other ?? '') ? -1 : 1));
  return { placed: [...keyed.flatMap(([, same]) => same), ...last], byId };
}

/** The same as `sortLines`, from an earlier order, which is used up: only these controls are put where they belong now. */
export function moveLines(order: Order, ids: ReadonlySet<string>, sorting: Sorting): Order {
  for (const id of ids) {
    const line = sorting.lines.get(id);
    const now = line && { key: sorting.keyOf(line), line };
    replace(order.placed, order.byId.get(id), now);
    if (now) order.byId.set(id, now);
    else order.byId.delete(id);
  }
  return order;
}

function replace(placed: Placed[], before: Placed | undefined, now: Placed | undefined): void {
  const at = before && placeOf(placed, before);
  if (at !== undefined && now && compare(placed[at] as Placed, now) === 0) {
    placed[at] = now;
    return;
  }
  if (at !== undefined) placed.splice(at, 1);
  if (now) placed.splice(placeOf(placed, now), 0, now);
}

/** Lines as they come by descending keys: of the same key the code decides as before, and what has no key stays last. */
export function descending(ascending: readonly Placed[]): Placed[] {
  const turned: Placed[] = [];
  const keyed = ascending.findIndex(({ key }) => key === undefined);
  let end = keyed < 0 ? ascending.length : keyed;
  const rest = ascending.slice(end);
  while (end > 0) {
    let start = end - 1;
    while (start > 0 && ascending[start - 1]?.key === ascending[end - 1]?.key) start -= 1;
    for (let at = start; at < end; at += 1) turned.push(ascending[at] as Placed);
    end = start;
  }
  return turned.concat(rest);
}

/** Where a line stands, or would stand. */
function placeOf(placed: readonly Placed[], wanted: Placed): number {
  let [low, high] = [0, placed.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(placed[middle] as Placed, wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compare(one: Placed, other: Placed): number {
  if (one.key !== other.key) {
    if (one.key === undefined) return 1;
    if (other.key === undefined) return -1;
    return one.key < other.key ? -1 : 1;
  }
  const [first, second] = [one.line.control, other.line.control];
  if (first.code !== second.code) return first.code < second.code ? -1 : 1;
  return first.id < second.id ? -1 : first.id > second.id ? 1 : 0;
}
