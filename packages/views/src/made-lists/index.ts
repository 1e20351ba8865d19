/**
 * A list whose members are made whenever they are read, and not kept. Its `map` and `filter` are such lists again: `filter`
 * reads every member once and keeps only which they are. All else reads members as that of any list does.
 */
export function listOf<T>(length: number, at: (nth: number) => T): readonly T[] {
  const own = {
    length,
    map: <U>(made: (member: T, nth: number) => U) => listOf(length, (nth) => made(at(nth), nth)),
    filter: (wanted: (member: T, nth: number) => boolean) => {
      const kept: number[] = [];
      for (let nth = 0; nth < length; nth += 1) if (wanted(at(nth), nth)) kept.push(nth);
      return listOf(kept.length, (nth) => at(kept[nth] as number));
    },
  };
  const has = (key: PropertyKey) => typeof key === 'string' && isPlace(key, length);
  return new Proxy([] as T[], {
    get: (list, key) => {
      if (has(key)) return at(Number(key));
      return Object.hasOwn(own, key) ? own[key as keyof typeof own] : Reflect.get(list, key);
    },
    has: (list, key) => has(key) || Reflect.has(list, key),
  });
}

function isPlace(key: string, length: number): boolean {
  const nth = Number(key);
  return Number.isInteger(nth) && nth >= 0 && nth < length;
}

/** One list behind the other, read as one. */
export function joinLists<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only;
  const ends: number[] = [];
  for (const { length } of lists) ends.push((ends.at(-1) ?? 0) + length);
  return listOf(ends.at(-1) ?? 0, (nth) => {
    const which = ends.findIndex((end) => nth < end);
    const list = lists[which] as readonly T[];
    return list[nth - ((ends[which] as number) - list.length)] as T;
  });
}
