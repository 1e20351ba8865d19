import { buildGraph, type Component, type Graph } from './graph.ts';
import type { Knowledge } from './knowledge.ts';
import { type LocalKnowledge, localKnowledge } from './local.ts';
import { propagate, type Settled, settleAlone } from './propagate.ts';
import type { Claim, Controls, Hint, KeptQuestion, Requirement, Result } from './question.ts';
import { excludedResult, relationHints, resultOf, sameHints, standingOf, toldToOthers } from './verdict.ts';

/** A result for every requirement, in the question's order, and what a next solve can take over. */
export interface Solution {
  readonly results: ReadonlyMap<string, Result>;
  readonly memory: Memory;
}

/** What `solveIncrementally` takes over. Not meant to be read. */
export interface Memory {
  readonly graph: Graph;
  /** The graph was built from these very lists. */
  readonly builtFrom: BuiltFrom;
  readonly locals: ReadonlyMap<string, LocalKnowledge>;
  readonly componentOf: ReadonlyMap<string, Component>;
  /** Results before the hints of relations were added. */
  readonly bare: ReadonlyMap<string, Result>;
  readonly hopLimit: number;
}

type BuiltFrom = Pick<KeptQuestion, 'requirements' | 'relations'>;

/** What is worked out anew, and what is taken over. */
interface Work {
  readonly graph: Graph;
  readonly locals: ReadonlyMap<string, LocalKnowledge>;
  readonly hopLimit: number;
}

/** Claims by requirement, for these requirements only. */
function claimsOn(claims: readonly Claim[], wanted: ReadonlyMap<string, unknown>): Map<string, Claim[]> {
  const grouped = new Map<string, Claim[]>();
  for (const claim of claims) {
    const list = grouped.get(claim.requirement);
    if (list) list.push(claim);
    else if (wanted.has(claim.requirement)) grouped.set(claim.requirement, [claim]);
  }
  return grouped;
}

function localsOf(
  question: KeptQuestion,
  wanted: ReadonlyMap<string, Requirement>,
  before?: Memory['locals'],
): Map<string, LocalKnowledge> {
  const controls = byId(question.controls);
  const grouped = claimsOn(question.claims, wanted);
  const locals = new Map<string, LocalKnowledge>();
  for (const [id, requirement] of wanted) {
    const claims = grouped.get(id) ?? [];
    locals.set(id, localKnowledge(requirement, { claims, controls }, before?.get(id)));
  }
  return locals;
}

function byId(controls: KeptQuestion['controls']): Controls {
  return 'get' in controls ? controls : new Map(controls.map((control) => [control.id, control]));
}

interface Solved {
  readonly settled: Settled;
  readonly beforeLapse: Knowledge;
}

/** Solved twice, the second time with everything lapsed restored: stale is what is lost between (decision 6). */
function solveComponent(component: Component, locals: Work['locals']): Map<string, Solved> {
  const now = propagate(component, (id) => locals.get(id)!);
  const lapsed = component.ids.some((id) => locals.get(id)!.now !== locals.get(id)!.beforeLapse);
  const before = lapsed
    ? propagate(component, (id) => ({ now: locals.get(id)!.beforeLapse, inferences: [] }))
    : now;
  const solved = new Map<string, Solved>();
  for (const [id, settled] of now) solved.set(id, { settled, beforeLapse: before.get(id)!.knowledge });
  return solved;
}

function bareResult(id: string, solved: Solved, work: Work): Result {
  const { graph, locals, hopLimit } = work;
  const standing = standingOf(id, graph, (relative) => locals.get(relative)!.standing);
  return resultOf({
    requirement: graph.live.get(id)!,
    local: locals.get(id)!,
    ...solved,
    standing,
    hopLimit,
  });
}

function solveAlone(local: LocalKnowledge): Solved {
  return { settled: settleAlone(local), beforeLapse: local.beforeLapse };
}

/** Bare results of all requirements in play; those that `keep` names are the previous ones. */
function bareResults(work: Work, componentOf: Memory['componentOf'], keep: ReadonlyMap<string, Result>) {
  const bare = new Map<string, Result>();
  const solvedComponents = new Map<Component, Map<string, Solved>>();
  for (const id of work.graph.live.keys()) {
    const kept = keep.get(id);
    const component = componentOf.get(id);
    if (kept) bare.set(id, kept);
    else if (component === undefined) bare.set(id, bareResult(id, solveAlone(work.locals.get(id)!), work));
    else {
      const solved = solvedComponents.get(component) ?? solveComponent(component, work.locals);
      solvedComponents.set(component, solved);
      bare.set(id, bareResult(id, solved.get(id)!, work));
    }
  }
  return bare;
}

function componentsById(graph: Graph): Map<string, Component> {
  const componentOf = new Map<string, Component>();
  for (const component of graph.components) for (const id of component.ids) componentOf.set(id, component);
  return componentOf;
}

function withHints(bare: Result, hints: readonly Hint[] | undefined, previous: Result | undefined): Result {
  const all = hints === undefined ? bare.hints : [...bare.hints, ...hints];
  const kept = previous !== undefined && previous.inferences === bare.inferences;
  if (kept && sameHints(previous.hints, all)) return previous;
  return hints === undefined ? bare : { ...bare, hints: all };
}

/** Adds the hints of relations; keeps the previous result where nothing differs. */
function finish(
  question: KeptQuestion,
  graph: Graph,
  made: { bare: Map<string, Result>; previous?: Solution },
) {
  const { bare, previous } = made;
  const hints = relationHints(question.relations, graph, (id) => toldToOthers(bare.get(id)));
  const results = new Map<string, Result>();
  for (const { id } of question.requirements) {
    const result = bare.get(id);
    const known = previous?.memory.bare.get(id) === result ? previous?.results.get(id) : undefined;
    results.set(id, result === undefined ? excludedResult(id) : withHints(result, hints.get(id), known));
  }
  return results;
}

/**
 * Works out every requirement (methods 4.6; our own computation). Pure: the same question gives the same
 * answer in whatever order its lists are. Ids of requirements, controls, claims and relations must be unique.
 */
export function solve(question: KeptQuestion): Solution {
  const graph = buildGraph(question.requirements, question.relations);
  const hopLimit = question.hopLimit ?? 1;
  const locals = localsOf(question, graph.live);
  const componentOf = componentsById(graph);
  const bare = bareResults({ graph, locals, hopLimit }, componentOf, new Map());
  const results = finish(question, graph, { bare });
  const builtFrom = { requirements: question.requirements, relations: question.relations };
  return { results, memory: { graph, builtFrom, locals, componentOf, bare, hopLimit } };
}

/** True when a component has the same members as before and none of them changed. */
function isUntouched(component: Component, memory: Memory, changed: ReadonlySet<string>): boolean {
  const before = memory.componentOf.get(component.ids[0]!);
  if (before === undefined || before.ids.length !== component.ids.length) return false;
  return component.ids.every((id) => !changed.has(id) && memory.componentOf.get(id) === before);
}

function keptResults(
  graph: Graph,
  componentOf: Memory['componentOf'],
  from: {
    memory: Memory;
    changed: ReadonlySet<string>;
  },
): Map<string, Result> {
  const { memory, changed } = from;
  const untouched = new Set(graph.components.filter((one) => isUntouched(one, memory, changed)));
  const kept = new Map<string, Result>();
  for (const id of graph.live.keys()) {
    const component = componentOf.get(id);
    const alone = component === undefined && !memory.componentOf.has(id) && !changed.has(id);
    const result = memory.bare.get(id);
    if (result !== undefined && (alone || (component && untouched.has(component)))) kept.set(id, result);
  }
  return kept;
}

function graphFor(
  question: BuiltFrom,
  { builtFrom, graph, componentOf }: Memory,
): Pick<Memory, 'graph' | 'componentOf'> {
  const { requirements, relations } = builtFrom;
  const same = question.requirements === requirements && question.relations === relations;
  if (same) return { graph, componentOf };
  const anew = buildGraph(question.requirements, question.relations);
  return { graph: anew, componentOf: componentsById(anew) };
}

/**
 * The same answer as `solve(question)`, taking over what no change reaches; results that did not change are
 * the same objects. `changed` must name every requirement whose own fields, claims, controls of its claims
 * or relations (either end) differ from the question that `previous` answered. The question needs the claims on those
 * only; but with another hop limit all of it is worked out anew, and then it must hold every claim.
 */
export function solveIncrementally(
  previous: Solution,
  question: KeptQuestion,
  changed: ReadonlySet<string>,
): Solution {
  const hopLimit = question.hopLimit ?? 1;
  if (hopLimit !== previous.memory.hopLimit) return solve(question);
  const { graph, componentOf } = graphFor(question, previous.memory);
  const old = previous.memory.locals;
  const wanted = new Map([...graph.live].filter(([id]) => changed.has(id) || !old.has(id)));
  const fresh = localsOf(question, wanted, old);
  const locals = new Map([...graph.live.keys()].map((id) => [id, fresh.get(id) ?? old.get(id)!]));
  const keep = keptResults(graph, componentOf, { memory: previous.memory, changed });
  const bare = bareResults({ graph, locals, hopLimit }, componentOf, keep);
  const results = finish(question, graph, { bare, previous });
  const builtFrom = { requirements: question.requirements, relations: question.relations };
  return { results, memory: { graph, builtFrom, locals, componentOf, bare, hopLimit } };
}
