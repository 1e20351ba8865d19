import type { Problem } from '@concord/operations/client';
import { routeNamed } from '../client/index.ts';
import { makeStore } from '../store/store.ts';

/** `later`: neither yet; what was typed stays where it is. */
type Resolution = 'mine' | 'theirs' | 'both' | 'later';

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
function clashOf(mine: readonly string[], problem: Problem): readonly string[] {
  const theirs = new Set(problem.changedFields ?? []);
  return mine.filter((member) => theirs.has(member) && !about.has(member));
}

/** Whether the record is not as it was read; or stands where nothing was read, which the server asks to be said. */
export function isMovedOn({ code, revision }: Problem): boolean {
  return (code === 'revision.stale' || code === 'revision.required') && revision !== undefined;
}

let last: Promise<unknown> = Promise.resolve();

/** Asks the person how the two changes are to stand; one question after the other. */
function askResolution(
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

type Input = Readonly<Record<string, unknown>>;

/**
 * How a change stands to a record that moved on: what is to be sent again, or that it is given up for theirs, or left for
 * later. Changes that do not meet are both kept without asking. Only a row that changes members (PATCH) can be merged:
 * another says the whole record anew.
 */
export async function settleStale(
  name: string,
  input: Input,
  problem: Problem,
): Promise<{ readonly again: Input } | 'theirs' | 'later'> {
  const { inPath, method } = routeNamed(name);
  const canMerge = method === 'PATCH';
  const mine = Object.keys(input).filter((member) => !inPath.includes(member));
  const clash = clashOf(mine, problem);
  const meets = clash.length > 0 || !canMerge;
  const resolution = meets ? await askResolution(mine, problem, { canMerge }) : 'both';
  if (resolution === 'theirs' || resolution === 'later') return resolution;
  const members = Object.entries(input).filter(
    ([member]) => resolution === 'mine' || !clash.includes(member),
  );
  return { again: Object.fromEntries(members) };
}
