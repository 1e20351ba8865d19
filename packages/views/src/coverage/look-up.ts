const tables = new WeakMap<object, ReadonlyMap<string, unknown>>();

/**
 * The same table, for who looks up much of it: a persistent one works out a hash of each id that it is asked for. Not
 * for who looks up the few that a change touched: every change makes another table.
 */
export function lookUpMany<T>(table: Iterable<[string, T]>): ReadonlyMap<string, T> {
  const known = tables.get(table);
  if (known) return known as ReadonlyMap<string, T>;
  const made = new Map(table);
  tables.set(table, made);
  return made;
}
