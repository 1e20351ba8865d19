import type { InParts } from './in-parts.ts';

const atOnce = 1000;

/** What is found at each of many, without those where it is nothing. */
export function* foundInParts<T, U>(all: Iterable<T>, find: (each: T) => U | undefined): InParts<U[]> {
  const found: U[] = [];
  let read = 0;
  for (const each of all) {
    read += 1;
    if (read % atOnce === 0) yield;
    const one = find(each);
    if (one !== undefined) found.push(one);
  }
  return found;
}

/** Negative where `one` comes before `other`; of those that tie, the one that came first stays first. */
type Compare<T> = (one: T, other: T) => number;

/** The same order as that of `toSorted`, for lists that take long to bring into it. */
export function* sortedInParts<T>(list: readonly T[], compare: Compare<T>): InParts<T[]> {
  let runs: T[][] = [];
  for (let from = 0; from < list.length; from += atOnce) {
    runs.push(list.slice(from, from + atOnce).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(yield* mergedInParts(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* mergedInParts<T>(left: readonly T[], right: readonly T[], compare: Compare<T>): InParts<T[]> {
  const merged: T[] = [];
  let [fromLeft, fromRight] = [0, 0];
  while (fromLeft < left.length || fromRight < right.length) {
    if (merged.length % atOnce === 0) yield;
    const isRight =
      fromLeft === left.length ||
      (fromRight < right.length && compare(right[fromRight] as T, left[fromLeft] as T) < 0);
    merged.push((isRight ? right[fromRight] : left[fromLeft]) as T);
    if (isRight) fromRight += 1;
    else fromLeft += 1;
  }
  return merged;
}
