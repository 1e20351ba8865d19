import { type Control, type Notice, type Programme, requirementKey } from '@concord/programme';
import { isMet } from '../../calculus/index.ts';
import { coverageInParts, type ViewMemory } from '../../coverage/memory.ts';
import type { ViewAsked } from '../../envelope.ts';
import { type Say, sayIn } from '../../language/say.ts';
import type { InParts } from '../../pauses/in-parts.ts';
import type { Change, Refused } from '../hypothesis/change.ts';
import { draft, type PlannedAction, priorityAt } from '../planning/plan.ts';
import { Closure } from './closure.ts';
import { type Goal, readGoals } from './goal.ts';
import { inOrderOfGain } from './greedy.ts';
import { type Model, modelOf, wanting } from './model.ts';
import { type Unreachable, unreachableIn } from './obstacle.ts';
import { type Proposed, proposedOf } from './proposed.ts';
import { shortestList } from './shortest.ts';

/** How one goal stands, and how far it can be brought. */
export interface GoalShown extends Pick<Goal, 'framework' | 'scope' | 'target' | 'met' | 'atLeast'> {
  /** How many count. */
  readonly n: number;
  /** How many are met today, without anything supposed; `met` is with what is supposed, before the list. */
  readonly metToday: number;
  /** How many would be met if every control of the library worked. */
  readonly reachable: number;
  /** How many would be met with the list. */
  readonly metThen: number;
  readonly reached: boolean;
}

/** A control of the list, with what becomes met once it works, after all before it. */
export interface ReachStep {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly owner?: string;
  /** How many requirements become met. */
  readonly gain: number;
  readonly frameworks: readonly { readonly framework: string; readonly requirements: readonly string[] }[];
  /** Codes of those in the list that are of use only together with it. */
  readonly together?: readonly string[];
}

/** The shortest list of controls that was found to reach the goals, and how far from the shortest of all it can be. */
export interface Reach {
  readonly goals: readonly GoalShown[];
  readonly steps: readonly ReachStep[];
  /** No list of controls that reaches as much is shorter. */
  readonly fewest: number;
  /** By how many the list can at most be longer than the shortest: its length less `fewest`. */
  readonly atMostOver: number;
  /** What no control can meet as things are claimed and judged. */
  readonly unreachable: readonly Unreachable[];
  /** What would come of confirming claims that are proposed, which count for nothing above. */
  readonly proposed: Proposed;
}

export interface Reaching {
  readonly reach: Omit<Reach, 'goals'>;
  readonly goals: readonly Goal[];
  /** By goal, how many are met without anything supposed. */
  readonly metToday: readonly number[];
  readonly reachable: readonly number[];
  /** The list as changes, to be supposed. */
  readonly changes: readonly Change[];
  readonly plan: readonly PlannedAction[];
}

/**
 * Our own computation over claims that are confirmed: which controls that do not work would have to. The bound holds
 * for lists that do not rest on contradicting a judgement.
 */
export function* reachOf(
  asked: ViewAsked,
  { said, today }: { readonly said: readonly string[]; readonly today: ViewAsked },
): InParts<Reaching | Refused> {
  const goals = readGoals(asked, said);
  if ('refusal' in goals) return goals;
  const goalsToday = readGoals(today, said);
  if ('refusal' in goalsToday) return goalsToday;
  const { programme } = asked;
  const whole = yield* modelOf(goals, { programme, confirmed: false });
  const { reached, counts: reachable } = allWorking(whole);
  // What cannot be reached is not asked for: the list leads as far as any does.
  const model = wanting(
    whole,
    goals.map(({ atLeast }, at) => Math.min(atLeast, reachable[at] ?? 0)),
  );
  const found = (yield* shortestList(model.problem)) ?? { list: [], fewest: 0 };
  const moves = yield* inOrderOfGain(model.problem, found.list);
  const steps = yield* stepsOf({ model, goals, programme }, moves);
  return {
    goals,
    metToday: goalsToday.map(({ met }) => met),
    reachable,
    changes: steps.map(({ control }) => ({ kind: 'set', control, state: 'works' })),
    plan: steps.map(({ control, closes }, at) =>
      actionOf({ control, closes }, priorityAt(at, steps.length), sayIn(asked)),
    ),
    reach: {
      steps: steps.map(({ step }) => step),
      fewest: found.fewest,
      atMostOver: found.list.length - found.fewest,
      unreachable: goals.flatMap((goal, at) => unreachableIn(goal, namesOf(model, at, reached), asked)),
      proposed: yield* proposedOf(goals, { model: whole, reachable }, asked),
    },
  };
}

function allWorking({ problem }: Model): { reached: Uint8Array; counts: number[] } {
  const closure = new Closure(problem);
  for (let control = 0; control < problem.controls; control += 1) closure.add(control);
  return { reached: closure.met, counts: [...closure.counts] };
}

/** Requirements of a goal whose nodes are met. */
function namesOf({ nodes }: Model, goal: number, met: Uint8Array): ReadonlySet<string> {
  const known = nodes[goal] as ReadonlyMap<string, number>;
  return new Set([...known].flatMap(([id, node]) => (met[node] === 1 ? [id] : [])));
}

interface Stepping {
  readonly model: Model;
  readonly goals: readonly Goal[];
  readonly programme: Programme;
}

interface StepTaken {
  readonly control: Control;
  readonly step: ReachStep;
  /** Keys of requirements that it, or what it is of use with, has met. */
  readonly closes: readonly string[];
}

function* stepsOf(stepping: Stepping, moves: readonly (readonly number[])[]): InParts<StepTaken[]> {
  const closure = new Closure(stepping.model.problem);
  const steps: StepTaken[] = [];
  for (const move of moves) {
    const made = move.map((place) => {
      const before = metBy(stepping, closure.met);
      closure.add(place);
      const gained = metBy(stepping, closure.met).map((all, goal) =>
        all.filter((id) => !before[goal]?.includes(id)),
      );
      return { place, gained };
    });
    const closes = made.flatMap(({ gained }) => keysOf(stepping, gained));
    const codes = move.map((place) => controlAt(stepping, place).code);
    for (const { place, gained } of made) {
      const control = controlAt(stepping, place);
      steps.push({ control, closes, step: stepShown(control, { gained, codes, ...stepping }) });
    }
    yield;
  }
  return steps;
}

function metBy({ model, goals }: Stepping, met: Uint8Array): string[][] {
  return goals.map(({ requirements }, at) => {
    const known = model.nodes[at] as ReadonlyMap<string, number>;
    return requirements.filter((id) => met[known.get(id) ?? -1] === 1);
  });
}

function keysOf({ goals }: Stepping, gained: readonly (readonly string[])[]): string[] {
  return gained.flatMap((ids, at) => ids.map((id) => requirementKey(goals[at]?.framework.id ?? '', id)));
}

function controlAt({ model, programme }: Stepping, place: number): Control {
  return programme.controls.controls.get(model.controls[place] ?? '') as Control;
}

function stepShown(
  { id, code, name, owner }: Control,
  { gained, codes, goals }: { gained: readonly string[][]; codes: readonly string[] } & Stepping,
): ReachStep {
  const frameworks = goals.map(({ framework }, at) => ({
    framework: framework.id,
    requirements: gained[at] ?? [],
  }));
  const together = codes.filter((each) => each !== code);
  return {
    id,
    code,
    name,
    ...(owner === undefined ? {} : { owner }),
    gain: frameworks.reduce((sum, { requirements }) => sum + requirements.length, 0),
    frameworks: frameworks.filter(({ requirements }) => requirements.length > 0),
    ...(together.length > 0 ? { together } : {}),
  };
}

function actionOf(
  { control, closes }: Pick<StepTaken, 'control' | 'closes'>,
  priority: PlannedAction['priority'],
  say: Say,
): PlannedAction {
  const { id, code, name, owner } = control;
  const requirements = closes.map((key) => ({ kind: 'requirement', id: key }) as const);
  const subjects = [{ kind: 'control', id } as const, ...requirements];
  return { ...draft('works', { code, name }, { say, owner, closes: subjects }), priority };
}

/** The goals once the list is supposed, by the ordinary coverage and not by the rules that the list was found with. */
export function* goalsThen(
  { goals, metToday, reachable }: Pick<Reaching, 'goals' | 'metToday' | 'reachable'>,
  then: Programme,
  memory: ViewMemory,
): InParts<{ goals: GoalShown[]; notices: Notice[] }> {
  const shown: GoalShown[] = [];
  for (const [at, goal] of goals.entries()) {
    const { framework, scope, target, met, atLeast, requirements } = goal;
    const { coverage } = yield* coverageInParts(then, goal.coverage.aspect, memory);
    const counted = requirements.filter((id) => isMet(coverage.results.get(id)!)).length;
    shown.push({
      framework,
      scope,
      target,
      n: requirements.length,
      metToday: metToday[at] ?? met,
      met,
      atLeast,
      reachable: reachable[at] ?? 0,
      metThen: counted,
      reached: counted >= atLeast,
    });
    yield;
  }
  const short = shown.filter((each) => each.metThen < Math.min(each.atLeast, each.reachable));
  const notices = short.map(({ framework }) => ({
    code: 'what-if.reach-contradicted',
    params: { framework: framework.title },
  }));
  return { goals: shown, notices };
}
