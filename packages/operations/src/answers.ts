import type { ColumnTaken, Stranger } from '@concord/programme';
import type { TypedQueries } from './rows.ts';

/** The types of each query by its name, worked out once. */
type Queries = { readonly [Each in TypedQueries as Each['name']]: NonNullable<Each['typed']> };

/** Names of the queries that a client may ask. */
export type QueryName = keyof Queries;

/** What a query takes, as sent: members with a default may be left out. */
export type InputOf<Name extends QueryName> = Queries[Name]['input'];

/** What a query answers as JSON. Refusals are not among it: they come as a problem. */
export type AnswerOf<Name extends QueryName> = Queries[Name]['found'];

/** A refusal (RFC 9457): what was refused, in words that say what to do next. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** Member of the input that is at fault. */
  readonly path?: string;
  /** Every fault of a file that was sent, each at its place. */
  readonly errors?: readonly { readonly at: string; readonly code: string; readonly detail: string }[];
  /** The same, those that say the same told as one: how many, and where (`Sheet1!C2:C5001`). */
  readonly alike?: readonly FaultKind[];
  /** What should be known besides, in words. */
  readonly notices?: readonly string[];
  /** Of a table that was sent: what its columns are taken for. */
  readonly columns?: readonly ColumnTaken[];
  /** Of a workbook several sheets of which may be meant: their names. */
  readonly sheets?: readonly string[];
  /** And whom it names who is nobody here. */
  readonly strangers?: readonly Stranger[];
  /** Of a revision that is stale or was not said: the one it has now, who changed it since, and what. */
  readonly revision?: number;
  readonly changedBy?: readonly string[];
  readonly changedFields?: readonly string[];
  /** The same, field by field, as it stands now. */
  readonly changes?: readonly FieldChange[];
  /** Of a command that says the whole record: as it stands now, as the members that the command would be sent. */
  readonly stands?: Readonly<Record<string, unknown>>;
}

/** Faults of a file that say the same. */
interface FaultKind {
  readonly at: string;
  readonly code: string;
  readonly detail: string;
  readonly count: number;
}

/** A member of a record as somebody else has left it. */
export interface FieldChange {
  readonly member: string;
  /** As it was before, and as it is now; left out where nothing was said of it, and where it was erased. */
  readonly was?: unknown;
  readonly now?: unknown;
  /** Who changed it last, by name, and when (ISO 8601). */
  readonly by: string;
  readonly at: string;
}
