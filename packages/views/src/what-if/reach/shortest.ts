import type { InParts } from '../../pauses/in-parts.ts';
import { demandsOn, fewestControls, missingOf } from './bound.ts';
import { Closure } from './closure.ts';
import { greedyList, pruned, satisfies } from './greedy.ts';
import type { Problem } from './rules.ts';

/** A list of controls, and how short any list can be. */
export interface Shortest {
  /** Places of controls, none of them needless. */
  readonly list: readonly number[];
  /** No list that satisfies the wishes is shorter. */
  readonly fewest: number;
}

/** How many steps the exact search may take. */
const mostWork = 1_000_000;

/**
 * A short list that satisfies every wish, and a bound. Greedy first, then without what is needless, then branch and
 * bound for so many steps; when that comes to its end, there is no shorter list. Undefined where all controls together
 * do not satisfy the wishes.
 */
export function* shortestList(problem: Problem, work: number = mostWork): InParts<Shortest | undefined> {
  const closure = new Closure(problem);
  const found = yield* greedyList(closure);
  if (!found) return undefined;
  const first = yield* pruned(closure, found);
  const all = Array.from({ length: problem.controls }, (_, control) => control);
  const needed = yield* neededOf(closure, first, all);
  closure.addAll(needed);
  const list = shortestOf([first, ...(yield* listsAround(closure, needed))]);
  const rest = new Set(needed);
  const open = all.filter((control) => !rest.has(control));
  const fewest = needed.length + fewestControls(yield* demandsOn(closure, open), missingOf(closure));
  if (fewest >= list.length) return { list, fewest: list.length };
  const search = new Search(closure, needed, { best: list, work });
  if (yield* search.finished(open)) return { list: search.best, fewest: search.best.length };
  const shorter = yield* pruned(new Closure(problem), search.best);
  return { list: shorter, fewest: Math.min(fewest, shorter.length) };
}

/** Those of a list without which even all others together do not do. */
function* neededOf(
  closure: Closure,
  list: readonly number[],
  all: readonly number[],
): InParts<readonly number[]> {
  const needed: number[] = [];
  for (const control of list) {
    const others = all.filter((each) => each !== control);
    if (!satisfies(closure, others)) needed.push(control);
    yield;
  }
  return needed;
}

/** Lists that begin with what every list needs, found in two ways. */
function* listsAround(closure: Closure, needed: readonly number[]): InParts<number[][]> {
  const lists: number[][] = [];
  for (const moves of ['every', 'cheapest'] as const) {
    const list = (yield* greedyList(closure, moves)) ?? [];
    lists.push([...needed, ...(yield* pruned(closure, list))]);
  }
  return lists;
}

function shortestOf(lists: readonly (readonly number[])[]): readonly number[] {
  return lists.reduce((best, list) => (list.length < best.length ? list : best));
}

/** Branch and bound over the controls that are not in every list. */
class Search {
  best: readonly number[];
  readonly #closure: Closure;
  readonly #chosen: number[];
  readonly #until: number;

  constructor(
    closure: Closure,
    chosen: readonly number[],
    { best, work }: { best: readonly number[]; work: number },
  ) {
    this.#closure = closure;
    this.#chosen = [...chosen];
    this.best = best;
    this.#until = closure.work + work;
  }

  /** False when the steps ran out before everything was tried. */
  *finished(open: readonly number[]): InParts<boolean> {
    const closure = this.#closure;
    if (closure.work > this.#until) return false;
    if (closure.satisfied) {
      if (this.#chosen.length < this.best.length) this.best = [...this.#chosen];
      return true;
    }
    const demands = yield* demandsOn(closure, open);
    yield;
    closure.work += demands.reduce(
      (sum, { controls }) => sum + controls.length,
      closure.problem.rules.length,
    );
    const missing = missingOf(closure);
    const enough = missing.every(
      ({ nodes, count }) => demands.filter(({ node }) => nodes.has(node)).length >= count,
    );
    if (!enough || this.#chosen.length + fewestControls(demands, missing) >= this.best.length) return true;
    return yield* this.#branch(mostAsked(demands), open);
  }

  /** With the control that most demands ask for, then without it. */
  *#branch(control: number, open: readonly number[]): InParts<boolean> {
    const rest = open.filter((each) => each !== control);
    const mark = this.#closure.mark;
    this.#closure.add(control);
    this.#chosen.push(control);
    const withIt = yield* this.finished(rest);
    this.#chosen.pop();
    this.#closure.back(mark);
    return withIt && (yield* this.finished(rest));
  }
}

function mostAsked(demands: readonly { controls: readonly number[]; atLeast: number }[]): number {
  const asked = new Map<number, number>();
  for (const { controls, atLeast } of demands) {
    for (const control of controls) asked.set(control, (asked.get(control) ?? 0) + 1 / atLeast);
  }
  let most = { control: -1, share: -1 };
  for (const [control, share] of asked) {
    const more = share > most.share || (share === most.share && control < most.control);
    if (more) most = { control, share };
  }
  return most.control;
}
