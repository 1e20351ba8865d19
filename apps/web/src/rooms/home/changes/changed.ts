import type { AnswerOf } from '@concord/operations/client';

export type Batch = AnswerOf<'batches list'>['rows'][number];

export interface Change {
  /** Position of its latest entry's batch. */
  readonly id: number;
  readonly who: string;
  readonly operation: string;
  /** How many times in a row. */
  readonly count: number;
  readonly at: string;
}

/** What was done after a position, the latest first; the same by the same person in a row is one line. */
export function changesOf(batches: readonly Batch[], since: number): readonly Change[] {
  const changes: Change[] = [];
  for (const { first, at, actor, operation } of batches) {
    if (first <= since) continue;
    const before = changes.at(-1);
    if (before?.who === actor.name && before.operation === operation)
      changes[changes.length - 1] = { ...before, count: before.count + 1 };
    else changes.push({ id: first, who: actor.name, operation, count: 1, at });
  }
  return changes;
}
