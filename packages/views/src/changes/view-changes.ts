import { type Reading, type Stands, stateClause } from '../statement-of-applicability/changes/change.ts';
import { type ChangesTold, tellChanges } from '../statement-of-applicability/changes/paired.ts';

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
export function viewChanges(before: object, after: object, by: Reading = {}): ChangesTold {
  const one = namedIn(before);
  const other = namedIn(after);
  const rows = [...new Set([...other.keys(), ...one.keys()])].map((id) => ({
    row: (other.get(id) ?? one.get(id))?.named ?? id,
    clauses: stateClause(one.get(id) ?? {}, other.get(id) ?? {}, by),
  }));
  return tellChanges(rows, by);
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
