/** A value with the local date from which it holds; '' means it always did, as far as anybody said. */
export interface Dated<T> {
  readonly from: string;
  readonly value: T;
}

/** The value that holds on a local date: the latest `from` not after it; of equal dates the later recorded. */
export function valueOn<T>(history: readonly Dated<T>[], on: string): T | undefined {
  let found: Dated<T> | undefined;
  for (const entry of history)
    if (entry.from <= on && (found === undefined || entry.from >= found.from)) found = entry;
  return found?.value;
}
