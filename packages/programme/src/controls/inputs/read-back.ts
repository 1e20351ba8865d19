import type { Command, FactType, RecordedFact } from '../../foundation/index.ts';

/** What a fact that says its whole record says, as the input of the command that says it. */
type ReadBack = NonNullable<Command['readsBack']>;

/** Reads facts of one type back; undefined for any other, and for one of which something was erased. */
export function readingBack<D extends object>(
  factOf: FactType<D>,
  read: (fact: RecordedFact<D>) => Readonly<Record<string, unknown>>,
): ReadBack {
  return (fact) =>
    fact.type === factOf.type && fact.redacted.length === 0 ? read(fact as RecordedFact<D>) : undefined;
}
