import { type Programme, requirementKey } from '@concord/programme';
import {
  type Claim,
  type Question,
  type Result,
  type Solution,
  solve,
  solveIncrementally,
} from '../calculus/index.ts';
import { type Aspect, claimOf, nodesAsked, requirementAsked, type Standing } from './feed.ts';
import { type Standings, type Touched, touchedSince, workOutStandings } from './standings.ts';

/** What is known of every requirement of one framework, in one scope, on one day, and of the controls behind it. */
export interface Coverage {
  readonly programme: Programme;
  readonly aspect: Aspect;
  readonly results: ReadonlyMap<string, Result>;
  readonly standings: Standings['table'];
  /** Requirements whose basis changed since the coverage this one was brought up to date from; undefined: all. */
  readonly changed: ReadonlySet<string> | undefined;
  readonly question: Question;
  readonly solution: Solution;
}

/** Coverage of one aspect from nothing: the same facts and day always give the same answer. */
export function workOutCoverage(
  programme: Programme,
  aspect: Aspect,
  { table }: Standings = workOutStandings(programme, aspect),
): Coverage {
  const nodes = nodesAsked(aspect.framework);
  const requirements = nodes.map((node) => requirementAsked(programme, node, aspect));
  const ids = nodes.map((node) => node.id);
  const question = { requirements, ...basisOf(ids, table, { programme, aspect }), relations: [] };
  const solution = solve(question);
  return {
    programme,
    aspect,
    results: solution.results,
    standings: table,
    changed: undefined,
    question,
    solution,
  };
}

/**
 * The same answer as `workOutCoverage`, from an earlier one of the same aspect: only what the facts in between
 * touched is worked out again. Undefined when the programme no longer knows what they touched.
 */
export function bringUpToDate(
  before: Coverage,
  programme: Programme,
  { table }: Standings,
): Coverage | undefined {
  const { aspect } = before;
  const touched = touchedSince(before.programme, programme);
  if (touched === undefined) return undefined;
  const changed = requirementsTouched(programme, aspect, touched);
  if (changed.size === 0) return { ...before, programme, standings: table, changed };
  const ground = { programme, aspect };
  const question = {
    ...requirementsAnew(before, programme, changed),
    ...basisOf(changed, table, ground),
    relations: [],
  };
  const solution = solveIncrementally(before.solution, question, changed);
  return { programme, aspect, results: solution.results, standings: table, changed, question, solution };
}

function requirementsAnew(
  { question, aspect }: Coverage,
  programme: Programme,
  changed: ReadonlySet<string>,
): Pick<Question, 'requirements'> {
  const nodes = nodesAsked(aspect.framework);
  const requirements = question.requirements.map((requirement, at) =>
    changed.has(requirement.id)
      ? requirementAsked(programme, nodes[at] as (typeof nodes)[number], aspect)
      : requirement,
  );
  return { requirements };
}

interface Ground {
  readonly programme: Programme;
  readonly aspect: Aspect;
}

/** Only the claims on `ids` and the controls behind those: nothing else is read. */
function basisOf(
  ids: Iterable<string>,
  standings: Standings['table'],
  { programme, aspect }: Ground,
): Pick<Question, 'claims' | 'controls'> {
  const claims: Claim[] = [];
  const controls = new Map<string, Standing['state']>();
  for (const id of ids) {
    for (const claim of claimsRead(programme, aspect, id)) {
      claims.push(claim);
      for (const control of claim.controls) {
        const standing = standings.get(control);
        if (standing) controls.set(control, standing.state);
      }
    }
  }
  return { claims, controls: [...controls.values()] };
}

function claimsRead(programme: Programme, aspect: Aspect, requirement: string): Claim[] {
  const { claims, claimsOn } = programme.controls;
  const ids = claimsOn.get(requirementKey(aspect.framework.id, requirement));
  if (!ids) return [];
  const read: Claim[] = [];
  for (const id of ids) {
    const stated = claims.get(id);
    const claim = stated && claimOf(programme, stated, aspect);
    if (claim) read.push(claim);
  }
  return read;
}

function requirementsTouched(programme: Programme, aspect: Aspect, touched: Touched): Set<string> {
  const prefix = `${aspect.framework.id}/`;
  const changed = new Set<string>();
  for (const key of touched.requirements) if (key.startsWith(prefix)) changed.add(key.slice(prefix.length));
  for (const control of touched.controls) {
    for (const id of programme.controls.claimsBy.get(control) ?? []) {
      const claim = programme.controls.claims.get(id);
      if (claim?.framework === aspect.framework.id) changed.add(claim.requirement);
    }
  }
  return changed;
}
