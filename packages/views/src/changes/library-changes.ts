import type { BookClaim, BookRow, ControlBook } from '../library/control-book.ts';
import {
  type Clause,
  changeOf,
  listClause,
  type ReadAloud,
  sentencesOf,
  valueClause,
} from '../statement-of-applicability/changes/change.ts';
import type { ViewChanges } from './view-changes.ts';

/** What differs between two books of the library, control by control; what is gone comes last. */
export function libraryChanges(
  before: Partial<ControlBook>,
  after: Partial<ControlBook>,
  by: ReadAloud,
): ViewChanges {
  const earlier = new Map((before.rows ?? []).map((row) => [row.id, row]));
  const later = new Map((after.rows ?? []).map((row) => [row.id, row]));
  const gone = [...earlier].filter(([id]) => !later.has(id));
  const changed = [...later, ...gone]
    .map(([id, { code }]) => ({
      row: code,
      clauses: clausesOf(earlier.get(id), later.get(id), by),
    }))
    .filter(({ clauses }) => clauses.length > 0);
  return {
    rows: changed.flatMap(({ row, clauses }) => clauses.map((clause) => changeOf(row, clause, by))),
    sentences: sentencesOf(changed, by),
  };
}

function clausesOf(one: BookRow | undefined, other: BookRow | undefined, { nameOf }: ReadAloud): Clause[] {
  if (!one || !other) return valueClause('listed', one?.name ?? '', other?.name ?? '');
  const owner = (row: BookRow) => (row.owner === undefined ? '' : nameOf(row.owner));
  return [
    ...(['code', 'name', 'statement', 'family', 'frequency', 'design', 'implementation'] as const).flatMap(
      (member) => valueClause(member, one[member] ?? '', other[member] ?? ''),
    ),
    ...valueClause('owner', owner(one), owner(other)),
    ...valueClause('freshness', one.freshness, other.freshness),
    ...listClause('claims', one.claims.map(claimNamed), other.claims.map(claimNamed)),
  ];
}

function claimNamed({ framework, requirement, contribution, state }: BookClaim): string {
  return `${framework} ${requirement} (${contribution}, ${state})`;
}
