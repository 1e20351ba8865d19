import type { EvidenceRegister, RegisterPiece } from '../evidence/register.ts';
import { sayIn } from '../language/say.ts';
import {
  type Clause,
  listClause,
  type ReadAloud,
  valueClause,
} from '../statement-of-applicability/changes/change.ts';
import { wholeClauses } from '../statement-of-applicability/changes/changes.ts';
import { type ChangesTold, paired, tellChanges } from '../statement-of-applicability/changes/paired.ts';

/** A register as it was published, perhaps by an earlier version, which said less. */
type RegisterKept = Partial<EvidenceRegister>;
type Piece = Partial<RegisterPiece>;

/** What differs between two registers of evidence, piece by piece; what is gone comes last. */
export function evidenceChanges(before: RegisterKept, after: RegisterKept, by: ReadAloud): ChangesTold {
  const pieces = paired(before.rows, after.rows, ({ id }) => id).map(({ one, other }) => ({
    row: (other ?? one)?.named ?? '',
    clauses: one && other ? clausesOf(one, other, by) : recordedClauses(one, other),
  }));
  return tellChanges([{ row: 'whole', clauses: wholeClauses(before, after, by) }, ...pieces], by);
}

/** What came or went, and how what is there now stands. */
function recordedClauses(one: Piece | undefined, other: Piece | undefined): Clause[] {
  return [
    ...valueClause('recorded', one?.title ?? '', other?.title ?? ''),
    ...(other ? valueClause('freshness', '', standingOf(other)) : []),
  ];
}

function clausesOf(one: Piece, other: Piece, by: ReadAloud): Clause[] {
  const compared = (what: string, said: (piece: Piece) => string) =>
    valueClause(what, said(one), said(other));
  return [
    ...compared('title', ({ title = '' }) => title),
    ...compared('source', sourceOf),
    ...compared('collected', ({ collectedOn = '' }) => collectedOn),
    ...compared('covers', coveredBy),
    ...compared('shows', ({ outcome = '' }) => outcome),
    ...compared('by', (piece) => (piece.by === undefined ? '' : by.nameOf(piece.by))),
    ...listClause('controls', servedBy(one, by), servedBy(other, by)),
    ...compared('until', ({ until = '' }) => until),
    ...compared('grace', ({ graceUntil = '' }) => graceUntil),
    ...compared('freshness', standingOf),
    ...listClause('rests', one.holds ?? [], other.holds ?? []),
    ...compared('replaced', ({ replacedBy }) =>
      replacedBy ? `${replacedBy.title} (${replacedBy.collectedOn})` : '',
    ),
  ];
}

/** Where later results have decided, that it is past says more than how it once stood. */
function standingOf({ freshness, past }: Piece): string {
  return past ? 'past' : (freshness ?? '');
}

function sourceOf({ file, link = '', record }: Piece): string {
  if (file) return `${file.name} (${file.hash})`;
  return record === undefined ? link : `${record}`;
}

function coveredBy({ coversFrom = '', coversTo = '' }: Piece): string {
  return coversFrom === '' && coversTo === '' ? '' : `${coversFrom} – ${coversTo}`.trim();
}

function servedBy({ codes = [], hiddenControls = 0 }: Piece, by: ReadAloud): string[] {
  return hiddenControls === 0 ? [...codes] : [...codes, sayIn(by)('why.hidden', { count: hiddenControls })];
}
