import type { InParts } from '../../pauses/in-parts.ts';
import { Closure } from './closure.ts';
import type { Problem, Rule } from './rules.ts';

/**
 * A list that satisfies every wish: always what gains most for each control that it takes, where several that are only
 * of use together count as one. Undefined where even all controls do not.
 */
export function* greedyList(closure: Closure, moves: Moves = 'every'): InParts<number[] | undefined> {
  const chosen: number[] = [];
  const mark = closure.mark;
  const { rules } = closure.problem;
  while (!closure.satisfied) {
    const best = bestMove(closure, { rules, moves });
    yield;
    if (!best) {
      closure.back(mark);
      return undefined;
    }
    closure.addAll(best);
    chosen.push(...best);
  }
  closure.back(mark);
  return chosen;
}

/** Which moves are weighed: by every rule, or for each node by one that is cheapest. Now one, now the other leads better. */
export type Moves = 'every' | 'cheapest';

interface Weighed {
  readonly rules: readonly Rule[];
  readonly moves: Moves;
}

/** The members of a list, those that gain most first, each with what it needs beside it. */
export function* inOrderOfGain(problem: Problem, list: readonly number[]): InParts<number[][]> {
  const closure = new Closure(problem);
  const left = new Set(list);
  const moves: number[][] = [];
  const rules = problem.rules.filter(({ needs }) => needs.every((control) => left.has(control)));
  while (left.size > 0) {
    const move = closure.satisfied ? undefined : bestMove(closure, { rules, moves: 'every' });
    const next = move ?? [...left].sort((one, other) => one - other);
    for (const control of next) left.delete(control);
    closure.addAll(next);
    moves.push(next);
    yield;
  }
  return moves;
}

function bestMove(closure: Closure, weighed: Weighed): number[] | undefined {
  let best: { move: number[]; gain: number } | undefined;
  for (const move of movesOf(closure, weighed)) {
    const gain = gainOf(closure, move);
    if (gain > 0 && (!best || isBetter({ move, gain }, best))) best = { move, gain };
  }
  return best?.move;
}

interface Move {
  readonly move: readonly number[];
  readonly gain: number;
}

/** More for each control, then more at all, then the controls that come first. */
function isBetter(one: Move, other: Move): boolean {
  const rate = one.gain * other.move.length - other.gain * one.move.length;
  if (rate !== 0) return rate > 0;
  if (one.gain !== other.gain) return one.gain > other.gain;
  const [first, than] = [one.move[0] ?? 0, other.move[0] ?? 0];
  return first < than;
}

function gainOf(closure: Closure, move: readonly number[]): number {
  const before = closure.missing;
  const mark = closure.mark;
  closure.addAll(move);
  const gain = before - closure.missing;
  closure.back(mark);
  return gain;
}

/** For each rule that gives what is still wanted, its controls and those of a cheap way to its sources; each set once. */
function movesOf(closure: Closure, { rules, moves }: Weighed): number[][] {
  const ways = cheapestWays(closure, rules);
  const wanted = stillWanted(closure);
  const found = new Map<string, number[]>();
  for (const rule of rules) {
    if (!wanted.has(rule.gives) || (moves === 'cheapest' && ways.by[rule.gives] !== rule)) continue;
    if (costOf(rule, ways.cost, closure.added) === Number.POSITIVE_INFINITY) continue;
    const move = controlsOf(rule, ways, closure.added);
    found.set(move.join(), move);
  }
  return [...found.values()];
}

function stillWanted({ problem, counts, met }: Closure): ReadonlySet<number> {
  const open = problem.wanted.filter(({ atLeast }, at) => (counts[at] ?? 0) < atLeast);
  return new Set(open.flatMap(({ nodes }) => nodes.filter((node) => met[node] === 0)));
}

interface Ways {
  readonly cost: readonly number[];
  /** The rule by which each node is met most cheaply. */
  readonly by: readonly (Rule | undefined)[];
}

/** What each node costs in controls, those that several sources share counted for each: a guide, and no bound. */
function cheapestWays(closure: Closure, rules: readonly Rule[]): Ways {
  const cost = Array.from(closure.met, (met) => (met === 1 ? 0 : Number.POSITIVE_INFINITY));
  const by: (Rule | undefined)[] = [];
  let cheaper = true;
  while (cheaper) {
    cheaper = false;
    for (const rule of rules) {
      closure.work += 1;
      const sum = costOf(rule, cost, closure.added);
      if (sum >= (cost[rule.gives] ?? 0)) continue;
      cost[rule.gives] = sum;
      by[rule.gives] = rule;
      cheaper = true;
    }
  }
  return { cost, by };
}

function costOf({ needs, from }: Rule, cost: readonly number[], added: Uint8Array): number {
  let sum = 0;
  for (const control of needs) if (added[control] === 0) sum += 1;
  for (const node of from) sum += cost[node] ?? 0;
  return sum;
}

function controlsOf(first: Rule, { by }: Ways, added: Uint8Array): number[] {
  const controls = new Set<number>();
  const rules = new Set([first]);
  for (const { needs, from } of rules) {
    for (const control of needs) if (added[control] === 0) controls.add(control);
    for (const source of from) {
      const rule = by[source];
      if (rule) rules.add(rule);
    }
  }
  return [...controls].sort((one, other) => one - other);
}

/** Without those that the others make needless; the last in the list go first. */
export function* pruned(closure: Closure, list: readonly number[]): InParts<number[]> {
  let kept = [...list];
  for (const control of [...list].reverse()) {
    const rest = kept.filter((each) => each !== control);
    if (satisfies(closure, rest)) kept = rest;
    yield;
  }
  return kept;
}

/** Whether a list does, on top of what is added; nothing is left added. */
export function satisfies(closure: Closure, list: Iterable<number>): boolean {
  const mark = closure.mark;
  closure.addAll(list);
  const { satisfied } = closure;
  closure.back(mark);
  return satisfied;
}
