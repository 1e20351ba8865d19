import type { Worked } from '../../coverage/memory.ts';
import type { StateMark } from '../../coverage/word.ts';

/** Something as it is, and as it would be. */
export interface BeforeAfter<T> {
  readonly before: T;
  readonly after: T;
}

/** One framework before and after, and which of its nodes print otherwise. */
export interface Pair extends BeforeAfter<Worked> {
  readonly differing: ReadonlySet<string>;
}

/** Whether a row prints as met, by whomever. */
export function met({ mark }: { readonly mark: StateMark }): boolean {
  return mark === 'met';
}
