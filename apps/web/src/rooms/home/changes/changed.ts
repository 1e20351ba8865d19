import { type AnswerOf, isAboutMore } from '@concord/operations/client';
import type { About } from '../../../app/index.ts';

export type Batch = AnswerOf<'batches list'>['rows'][number];

export interface Change {
  /** Position of its latest entry's batch. */
  readonly id: number;
  readonly who: string;
  readonly operation: string;
  /** How many times in a row. */
  readonly count: number;
  readonly at: string;
  /** What these were about, the latest first, each once. */
  readonly about: readonly About[];
  /** There is more that they were about than is named. */
  readonly isMore: boolean;
}

/** What was done after a position, the latest first; the same by the same person in a row is one line. */
export function changesOf(batches: readonly Batch[], since: number): readonly Change[] {
  const changes: Change[] = [];
  for (const { first, last, at, actor, operation, about } of batches) {
    if (first <= since) continue;
    const before = changes.at(-1);
    const isMore = isAboutMore({ first, last });
    if (before?.who === actor.name && before.operation === operation)
      changes[changes.length - 1] = {
        ...before,
        count: before.count + 1,
        about: onlyOnce([...before.about, ...about]),
        isMore: before.isMore || isMore,
      };
    else changes.push({ id: first, who: actor.name, operation, count: 1, at, about, isMore });
  }
  return changes;
}

function onlyOnce(all: readonly About[]): readonly About[] {
  return all.filter(
    (each, at) => all.findIndex(({ kind, id }) => kind === each.kind && id === each.id) === at,
  );
}
