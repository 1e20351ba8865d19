import type { Programme } from '@concord/programme';
import { maySee, type Reader } from '../reader.ts';

/** What a question about a register is asked with. */
export interface RegisterAsked {
  readonly programme: Programme;
  /** Local date that the answer is about. */
  readonly on: string;
  readonly reader: Reader;
}

export interface RegisterFilter {
  /** Id of a person; empty for what nobody owns. */
  readonly owner?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** A page of a register. `hidden` are all of its records that the reader may not see, whatever was asked for. */
export interface RegisterList<Row> {
  readonly on: string;
  readonly knownAt: number;
  /** How many were found, of those the reader may see. */
  readonly total: number;
  readonly hidden: number;
  readonly rows: readonly Row[];
}

/** A record that somebody owns. */
interface Owned {
  readonly id: string;
  readonly owner?: string | undefined;
}

interface Page<R extends Owned, Row> {
  readonly records: Iterable<R>;
  /** The record as a row, or undefined where it is not asked for. */
  readonly row: (record: R) => Row | undefined;
  /** What rows are sorted by; equal ones by id. */
  readonly order: (record: R) => string;
}

/** Who sees only their own sees the records that they own; the others are counted. */
export function registerPage<R extends Owned, Row>(
  { programme, on, reader }: RegisterAsked,
  { owner, offset, limit }: RegisterFilter,
  { records, row, order }: Page<R, Row>,
): RegisterList<Row> {
  const all = [...records];
  const seen = all.filter((record) => maySee(reader, record.owner));
  const found = seen
    .filter((record) => owner === undefined || (record.owner ?? '') === owner)
    .map((record) => ({ key: [order(record), record.id] as const, row: row(record) }))
    .filter((each): each is { key: readonly [string, string]; row: Row } => each.row !== undefined)
    .sort((one, other) => compare(one.key, other.key));
  return {
    on,
    knownAt: programme.position,
    total: found.length,
    hidden: all.length - seen.length,
    rows: found.slice(offset, offset + limit).map((each) => each.row),
  };
}

function compare(one: readonly [string, string], other: readonly [string, string]): number {
  const at = one[0] === other[0] ? 1 : 0;
  return one[at] < other[at] ? -1 : 1;
}

/** A record of which the reader may know that it is there. */
export function seenRecord<R extends Owned>({ reader }: RegisterAsked, record: R | undefined): R | undefined {
  return record && maySee(reader, record.owner) ? record : undefined;
}

export const standings = ['in-force', 'ended'] as const;

/** What holds of records that may end: whether they have by the day, and whether their review is overdue then. */
export interface Standing {
  readonly state: (typeof standings)[number];
  readonly reviewOverdue: boolean;
}

export function standingOn(
  { endedOn, reviewOn }: { readonly endedOn?: string | undefined; readonly reviewOn?: string | undefined },
  on: string,
): Standing {
  const ended = endedOn !== undefined && endedOn <= on;
  return {
    state: ended ? 'ended' : 'in-force',
    reviewOverdue: !ended && reviewOn !== undefined && reviewOn < on,
  };
}

export function revisionOf({ programme }: RegisterAsked, kind: string, id: string): number {
  return programme.revisions.get(`${kind}/${id}`) ?? 0;
}
