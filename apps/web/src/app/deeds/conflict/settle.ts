import type { Problem } from '@concord/operations/client';
import { isRefusal, routeNamed } from '../../client/index.ts';
import { makeStore } from '../../store/store.ts';
import {
  type Choices,
  type Compared,
  chosenInput,
  compareChanges,
  isJoined,
  isNothingLeft,
  mayMerge,
  mergedInput,
  saysNothing,
} from './compared.ts';

/** `later`: neither yet; what was typed stays where it is. */
type Resolution = Choices | 'theirs' | 'later';

/** What was answered before and was refused: it is asked again as it was, and nothing that was joined is lost. */
export interface RefusedAnswer {
  readonly choices: Choices;
  /** Why, in words. */
  readonly failed: string;
}

/** Somebody else changed the same record after it was read here. */
export interface Conflict extends Compared {
  /** Each question is another one. */
  readonly nth: number;
  readonly before?: RefusedAnswer | undefined;
  readonly who: readonly string[];
  /** It is recorded as a whole and cannot be merged, so that one of the two has to stand. */
  readonly isWhole: boolean;
  readonly answer: (resolution: Resolution) => void;
}

const conflict = makeStore<Conflict | undefined>(undefined);

export const useConflict = conflict.use;

/** Whether the record is not as it was read; or stands where nothing was read, which the server asks to be said. */
export function isMovedOn({ code, revision }: Problem): boolean {
  return (code === 'revision.stale' || code === 'revision.required') && revision !== undefined;
}

let last: Promise<unknown> = Promise.resolve();
let asked = 0;

/** Asks the person how the two changes are to stand; one question after the other. */
function askResolution(question: Omit<Conflict, 'answer' | 'nth'>): Promise<Resolution> {
  const answered = last.then(
    () =>
      new Promise<Resolution>((resolve) => {
        asked += 1;
        conflict.set({
          ...question,
          nth: asked,
          answer: (resolution) => {
            conflict.set(undefined);
            resolve(resolution);
          },
        });
      }),
  );
  last = answered;
  return answered;
}

type Input = Readonly<Record<string, unknown>>;

/** What is sent again, and what of theirs stands beside it: members, and who changed them. */
export interface Settled {
  readonly again: Input;
  /** What was answered; nothing where nobody was asked. */
  readonly choices: Choices;
  readonly beside: readonly string[];
  readonly who: readonly string[];
}

/**
 * How a change stands to a record that moved on: what is to be sent again, or that it is given up for theirs, or left for
 * later. Changes that do not meet are both kept without asking. A row that changes members (PATCH) is merged by them; one
 * that says the whole record where the server tells how that stands, in the same members.
 */
export async function settleStale(
  { name, input }: { readonly name: string; readonly input: Input },
  problem: Problem,
  before?: RefusedAnswer,
): Promise<Settled | 'theirs' | 'later'> {
  const { inPath, method } = routeNamed(name);
  const path = membersOf(input, (each) => inPath.includes(each));
  const mine = membersOf(input, (each) => !inPath.includes(each));
  const compared = compareChanges(mine, problem);
  const { stands } = problem;
  const isWhole = method !== 'PATCH' && !(stands && mayMerge(mine, stands, compared));
  const who = problem.changedBy ?? [];
  const meets = compared.clashes.length > 0 || isWhole;
  const resolution = meets ? await askResolution({ ...compared, who, isWhole, before }) : {};
  if (resolution === 'theirs' || resolution === 'later') return resolution;
  if (isWhole) return { again: input, choices: {}, beside: [], who };
  if (isNothingLeft(compared, resolution) && compared.clashes.length > 0) return 'theirs';
  const chosen = stands
    ? mergedInput({ mine, stands }, compared, resolution)
    : chosenInput(mine, compared, resolution);
  if (!stands && saysNothing(chosen)) return 'theirs';
  return { again: { ...path, ...chosen }, choices: resolution, beside: compared.theirsOnly, who };
}

/** How a refusal is asked about once more: where a joined text was refused, it stands in the question and nowhere else. */
export function refusedAnswer({ choices }: Settled, error: unknown): RefusedAnswer | undefined {
  const mayAsk = isRefusal(error) && !isMovedOn(error.problem) && isJoined(choices);
  return mayAsk ? { choices, failed: error.problem.detail } : undefined;
}

function membersOf(input: Input, isWanted: (member: string) => boolean): Input {
  return Object.fromEntries(Object.entries(input).filter(([member]) => isWanted(member)));
}
