import {
  type Change,
  changeOf,
  type Reading,
  type Stands,
  sentencesOf,
  stateClause,
} from '../statement-of-applicability/changes/change.ts';

export interface ViewChanges {
  readonly rows: readonly Change[];
  /** The same, read aloud: one sentence for each row. */
  readonly sentences: readonly string[];
}

interface Named extends Omit<Stands, 'word'> {
  readonly id: string;
  readonly word?: unknown;
  /** How a change list calls it, where its id says nothing. */
  readonly named?: unknown;
}

/**
 * What differs between two answers of the same view, whatever its rows are: what came, what went, and whose word is
 * another. The view may have been kept by an earlier version, which said less.
 */
export function viewChanges(before: object, after: object, by: Reading = {}): ViewChanges {
  const one = namedIn(before);
  const other = namedIn(after);
  const changed = [...new Set([...other.keys(), ...one.keys()])]
    .map((id) => ({
      row: (other.get(id) ?? one.get(id))?.named ?? id,
      clauses: stateClause(one.get(id) ?? {}, other.get(id) ?? {}, by),
    }))
    .filter(({ clauses }) => clauses.length > 0);
  return {
    rows: changed.flatMap(({ row, clauses }) => clauses.map((clause) => changeOf(row, clause, by))),
    sentences: sentencesOf(changed, by),
  };
}

interface Said extends Stands {
  readonly named: string;
}

/** The word of each row by its id, in every list of a view that has both. */
function namedIn(view: object): Map<string, Said> {
  const rows = Object.values(view).filter(Array.isArray).flat().filter(isNamed);
  return new Map(
    rows.map(({ id, word, named, kind, mark, state }) => [
      id,
      { named: typeof named === 'string' ? named : id, word: String(word), kind, mark, state },
    ]),
  );
}

function isNamed(row: unknown): row is Named {
  return (
    typeof row === 'object' &&
    row !== null &&
    'id' in row &&
    typeof row.id === 'string' &&
    'word' in row &&
    typeof row.word === 'string'
  );
}
