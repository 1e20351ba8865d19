import type { Map as Table } from 'immutable';
import type { Circumstances, Decision, Fact, RecordedFact } from '../../foundation/index.ts';

/** Members of a record that a change names; null where a value is taken away. */
export type Changes<D> = { [M in keyof D]?: D[M] | null | undefined };

/** Of what is asked, what the record does not say already. `bare` holds what a member is when there is nothing. */
export function changesOf<R extends object, A extends object>(
  before: R,
  asked: A,
  bare: Partial<R>,
): Partial<A> {
  const differs = ([member, value]: [string, unknown]) => {
    const none = bare[member as keyof R] ?? null;
    const now = before[member as keyof R] ?? none;
    return value !== undefined && JSON.stringify(now) !== JSON.stringify(value ?? none);
  };
  return Object.fromEntries(Object.entries(asked).filter(differs)) as Partial<A>;
}

/** The record after a change. What was erased must not bring back what it had replaced. */
export function changed<R extends object>(before: R, fact: RecordedFact<object>, bare: Partial<R>): R {
  const erased = fact.redacted.map((member): [string, unknown] => [member, null]);
  const named = [...erased, ...Object.entries(fact.data)];
  const now = named.map(([member, value]) => [member, value ?? bare[member as keyof R]]);
  return { ...before, ...Object.fromEntries(now), seq: fact.seq };
}

/** A table with one of its records changed; as it was when there is no such record. */
export function updated<R>(table: Table<string, R>, id: string, change: (before: R) => R): Table<string, R> {
  const before = table.get(id);
  return before === undefined ? table : table.set(id, change(before));
}

/** Another record, still in force, that says the same in these members; what was erased is like nothing. */
export function twinOf<R extends { readonly id: string; readonly endedOn?: string | undefined }>(
  table: Table<string, R>,
  one: { readonly [M in keyof R]?: unknown },
  members: readonly (keyof R)[],
): R | undefined {
  const isSame = (other: R) => members.every((member) => other[member] === one[member] && one[member] !== '');
  return table.find((other) => other.endedOn === undefined && other.id !== one.id && isSame(other));
}

/** Records a fact. A review day that is past is taken as it is, and told: the review is overdue. */
export function recordReviewed(
  fact: Fact,
  { reviewOn }: { readonly reviewOn?: string | null | undefined },
  { today }: Circumstances,
): Decision {
  if (!reviewOn || reviewOn >= today) return { facts: [fact] };
  return { facts: [fact], notices: [{ code: 'review.past', params: { reviewOn } }] };
}
