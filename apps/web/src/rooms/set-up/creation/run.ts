import type { Keeper } from '../answers/answers.ts';
import type { PlannedStep } from './plan.ts';

/** What became of a step. */
export type Came = 'done' | 'left-out';

/** A set-up under way: its steps stay as they were begun, so that each can be sent again under its own key. */
export interface Run {
  /** Random; the keys of the steps are made from it. */
  readonly id: string;
  readonly name: string;
  readonly steps: readonly PlannedStep[];
  /** What became of the first so many steps. */
  readonly came: readonly Came[];
  /** Id of the organisation, once it is there. */
  readonly organisation?: string | undefined;
}

const place = 'concord.set-up.run';

export function begin(id: string, name: string, steps: readonly PlannedStep[]): Run {
  return { id, name, steps, came: [] };
}

/** The run that was interrupted, or undefined. What can not be read is none. */
export function keptRun(keeper: Keeper): Run | undefined {
  try {
    const found: Run | null = JSON.parse(keeper.getItem(place) ?? 'null');
    const isRun = Array.isArray(found?.steps) && Array.isArray(found?.came) && typeof found?.id === 'string';
    return isRun && found ? found : undefined;
  } catch {
    return undefined;
  }
}

export function keepRun(keeper: Keeper, run: Run): void {
  keeper.setItem(place, JSON.stringify(run));
}

export function forgetRun(keeper: Keeper): void {
  keeper.removeItem(place);
}

/** The step that is next, with its key; the same step always has the same key. Undefined when all are through. */
export function nextOf({ id, steps, came }: Run): (PlannedStep & { readonly key: string }) | undefined {
  const step = steps[came.length];
  return step && { ...step, key: `set-up-${id}-${came.length}` };
}

/** The run after its next step was done, in this organisation, or was left out. */
export function after(run: Run, came: Came, organisation: string | undefined = run.organisation): Run {
  return { ...run, came: [...run.came, came], organisation };
}

/** Everything rests on the organisation: its creation can not be left out. */
export function canLeaveOut(run: Run): boolean {
  return run.organisation !== undefined && nextOf(run) !== undefined;
}

/** Carries out one step; answers the organisation that it concerns. Throws when it was not done. */
export type CarryOut = (
  step: PlannedStep & { readonly key: string },
  organisation: string | undefined,
) => Promise<string>;

/** Carries out what is left, step by step; each is told as soon as it is done. Throws at the step that was not done. */
export async function carryOn(run: Run, carryOut: CarryOut, onDone: (run: Run) => void): Promise<Run> {
  let now = run;
  for (let step = nextOf(now); step; step = nextOf(now)) {
    now = after(now, 'done', await carryOut(step, now.organisation));
    onDone(now);
  }
  return now;
}
