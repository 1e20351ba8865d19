/** Indices of the rows that are here, of so many. */
export function loadedIn(count: number, rowAt: (index: number) => unknown): readonly number[] {
  return Array.from({ length: count }, (_, index) => index).filter((index) => rowAt(index) !== undefined);
}

/** What is told on paper of the rows that it gets: nothing where it gets all, else which of how many, from 1. */
export function partOf(
  loaded: readonly number[],
  total: number,
): { readonly from: number; readonly to: number; readonly total: number } | undefined {
  const [first, last] = [loaded[0], loaded.at(-1)];
  if (loaded.length >= total) return undefined;
  return first === undefined || last === undefined
    ? { from: 0, to: 0, total }
    : { from: first + 1, to: last + 1, total };
}
