import type { InParts } from '../../pauses/in-parts.ts';
import type { Closure } from './closure.ts';
import type { Rule } from './rules.ts';

/** What every list that satisfies the wishes needs of some node: at least so many of these controls. */
export interface Demand {
  readonly node: number;
  readonly controls: readonly number[];
  readonly atLeast: number;
}

/**
 * For each wanted node that is not met, which of the open controls can have a part in meeting it, and how many of them
 * that takes at least. A way to a node never leads through the node itself: so a rule plays no part where one of its
 * sources cannot be met without it. What the open controls cannot meet is no demand.
 */
export function* demandsOn(closure: Closure, open: readonly number[]): InParts<Demand[]> {
  const { problem } = closure;
  const rules = rulesLeft(closure, open);
  const givenBy = rulesByNode(problem.nodes, rules);
  const atLeast = fewestEach(closure, rules);
  const sources = new Set(rules.flatMap(({ from }) => from));
  const wanted = new Set(problem.wanted.flatMap(({ nodes }) => nodes));
  const reached = closure.without(-1, open);
  const demands: Demand[] = [];
  for (const node of wanted) {
    if (closure.met[node] === 1 || reached[node] === 0) continue;
    const without = sources.has(node) ? closure.without(node, open) : reached;
    demands.push({ node, controls: partIn(node, givenBy, without), atLeast: atLeast[node] ?? 1 });
    if (without !== reached) yield;
  }
  return demands;
}

/** The rules that can still be fulfilled, each with what it still needs of the open controls. */
function rulesLeft({ problem, added }: Closure, open: readonly number[]): Rule[] {
  const isOpen = new Uint8Array(problem.controls);
  for (const control of open) isOpen[control] = 1;
  return problem.rules.flatMap((rule) => {
    const needs = rule.needs.filter((control) => added[control] === 0);
    return needs.every((control) => isOpen[control] === 1) ? [{ ...rule, needs }] : [];
  });
}

function rulesByNode(nodes: number, rules: readonly Rule[]): Rule[][] {
  const by = Array.from({ length: nodes }, (): Rule[] => []);
  for (const rule of rules) by[rule.gives]?.push(rule);
  return by;
}

function partIn(node: number, givenBy: readonly (readonly Rule[])[], without: Uint8Array): number[] {
  const controls = new Set<number>();
  const nodes = new Set([node]);
  for (const each of nodes) {
    for (const { needs, from } of givenBy[each] ?? []) {
      if (from.some((source) => source === node || without[source] === 0)) continue;
      for (const control of needs) controls.add(control);
      for (const source of from) nodes.add(source);
    }
  }
  return [...controls];
}

/** A number of controls that no way to a node stays below: that of its rule, or of the dearest of its sources. */
function fewestEach({ met }: Closure, rules: readonly Rule[]): number[] {
  const fewest = Array.from(met, (is) => (is === 1 ? 0 : Number.POSITIVE_INFINITY));
  let lower = true;
  while (lower) {
    lower = false;
    for (const { needs, from, gives } of rules) {
      const least = Math.max(needs.length, ...from.map((node) => fewest[node] ?? 0));
      if (least >= (fewest[gives] ?? 0)) continue;
      fewest[gives] = least;
      lower = true;
    }
  }
  return fewest;
}

/** How many more of each wish must be met. */
export interface Missing {
  readonly nodes: ReadonlySet<number>;
  readonly count: number;
}

export function missingOf({ problem, counts }: Closure): Missing[] {
  return problem.wanted
    .map(({ nodes, atLeast }, at) => ({ nodes: new Set(nodes), count: atLeast - (counts[at] ?? 0) }))
    .filter(({ count }) => count > 0);
}

/**
 * No list of further controls is shorter than this. Each demand that is satisfied takes its number of controls out of
 * those that have a part in it; so the best of two ways to share them out holds.
 */
export function fewestControls(demands: readonly Demand[], missing: readonly Missing[]): number {
  return Math.max(0, byShares(demands, missing), byPrices(demands, missing));
}

/**
 * A control adds to a demand at most one in so many as it takes. The fewest whose shares could add up to what is
 * missing, if they were those with the most.
 */
export function byShares(demands: readonly Demand[], missing: readonly Missing[]): number {
  const wishes = missing.map(({ nodes, count }) => {
    const among = demands.filter(({ node }) => nodes.has(node));
    return fewestThatAddUp(among, count);
  });
  const wanted = (node: number) => missing.filter(({ nodes }) => nodes.has(node)).length;
  const together = missing.reduce((sum, { count }) => sum + count, 0);
  const all = demands.flatMap((demand) => Array.from({ length: wanted(demand.node) }, () => demand));
  return Math.max(0, ...wishes, fewestThatAddUp(all, together));
}

function fewestThatAddUp(demands: readonly Demand[], wanted: number): number {
  const shares = new Map<number, number>();
  for (const { controls, atLeast } of demands) {
    for (const control of controls) shares.set(control, (shares.get(control) ?? 0) + 1 / atLeast);
  }
  const largest = [...shares.values()].sort((one, other) => other - one);
  let sum = 0;
  let count = 0;
  while (sum < wanted - rounding && count < largest.length) {
    sum += largest[count] ?? 0;
    count += 1;
  }
  return count;
}

const rounding = 1e-6;

/**
 * Prices on demands such that no control is worth more than one: by weak duality of linear programmes, what is missing
 * costs at least its cheapest part. Demands that few can satisfy are priced first.
 */
export function byPrices(demands: readonly Demand[], missing: readonly Missing[]): number {
  const left = new Map<number, number>();
  const worth = new Map<number, number>();
  const scarce = [...demands].sort(
    (one, other) => one.controls.length / one.atLeast - other.controls.length / other.atLeast,
  );
  for (const { node, controls, atLeast } of scarce) {
    const price = controls.reduce((least, control) => Math.min(least, left.get(control) ?? 1), 1);
    for (const control of controls) left.set(control, (left.get(control) ?? 1) - price);
    worth.set(node, price * atLeast);
  }
  // A node may stand in several wishes: then only the dearest of them counts.
  const shared = missing.some(({ nodes }, at) =>
    missing.some((other, than) => than > at && [...nodes].some((node) => other.nodes.has(node))),
  );
  const costs = missing.map(({ nodes, count }) => {
    const among = demands.flatMap(({ node }) => (nodes.has(node) ? [worth.get(node) ?? 0] : []));
    const cheapest = among.sort((one, other) => one - other).slice(0, count);
    return cheapest.reduce((sum, each) => sum + each, 0);
  });
  const cost = shared ? Math.max(0, ...costs) : costs.reduce((sum, each) => sum + each, 0);
  return Math.ceil(cost - rounding);
}
