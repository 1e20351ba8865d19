import { type Change, type Clause, changeOf, type Reading, sentencesOf } from './change.ts';

/** A change list, row by row, and read aloud: one sentence for each row. */
export interface ChangesTold {
  readonly rows: readonly Change[];
  readonly sentences: readonly string[];
}

/** What changed of one row; nothing is told of a row without clauses. */
export interface RowChanged {
  readonly row: string;
  readonly clauses: readonly Clause[];
}

export function tellChanges(rows: readonly RowChanged[], by: Reading): ChangesTold {
  const changed = rows.filter(({ clauses }) => clauses.length > 0);
  return {
    rows: changed.flatMap(({ row, clauses }) => clauses.map((clause) => changeOf(row, clause, by))),
    sentences: sentencesOf(changed, by),
  };
}

interface Pair<T> {
  readonly key: string;
  readonly one: T | undefined;
  readonly other: T | undefined;
}

/** Rows of two answers that are about the same, in the order of the later one; what is gone comes last. */
export function paired<T>(
  before: readonly T[] = [],
  after: readonly T[] = [],
  keyOf: (row: T) => string,
): Pair<T>[] {
  const earlier = new Map(before.map((row) => [keyOf(row), row]));
  const later = new Map(after.map((row) => [keyOf(row), row]));
  const keys = [...later.keys(), ...[...earlier.keys()].filter((key) => !later.has(key))];
  return keys.map((key) => ({ key, one: earlier.get(key), other: later.get(key) }));
}
