import type { Problem } from '@concord/operations/client';
import { makeStore } from '../store/store.ts';

/** `later`: neither yet; what was typed stays where it is. */
export type Resolution = 'mine' | 'theirs' | 'both' | 'later';

/** Somebody else changed the same record after it was read here. */
export interface Conflict {
  readonly who: readonly string[];
  /** Members of mine that they changed too. */
  readonly clash: readonly string[];
  /** Whether some of mine do not meet theirs, so that both can stand. */
  readonly canKeepBoth: boolean;
  readonly answer: (resolution: Resolution) => void;
}

const conflict = makeStore<Conflict | undefined>(undefined);

export const useConflict = conflict.use;

/** Members that a fact carries beside what was changed; they clash with nothing. */
const about = new Set(['effective', 'reason', 'note', 'position']);

/** What of mine they changed too. */
export function clashOf(mine: readonly string[], problem: Problem): readonly string[] {
  const theirs = new Set(problem.changedFields ?? []);
  return mine.filter((member) => theirs.has(member) && !about.has(member));
}

let last: Promise<unknown> = Promise.resolve();

/** Asks the person how the two changes are to stand; one question after the other. */
export function askResolution(
  mine: readonly string[],
  problem: Problem,
  { canMerge }: { canMerge: boolean },
): Promise<Resolution> {
  const clash = clashOf(mine, problem);
  const rest = mine.filter((member) => !about.has(member)).length - clash.length;
  const asked = last.then(
    () =>
      new Promise<Resolution>((resolve) => {
        conflict.set({
          who: problem.changedBy ?? [],
          clash,
          canKeepBoth: canMerge && rest > 0,
          answer: (resolution) => {
            conflict.set(undefined);
            resolve(resolution);
          },
        });
      }),
  );
  last = asked;
  return asked;
}
