import { type Programme, requirementKey, type Claim as Stated } from '@concord/programme';
import {
  type Claim,
  type Question,
  type Result,
  type Solution,
  solve,
  solveIncrementally,
} from '../calculus/index.ts';
import {
  type Aspect,
  claimOf,
  type Ground,
  groundOf,
  nodesAsked,
  requirementAsked,
  type Standing,
} from './feed.ts';
import { lookUpMany } from './look-up.ts';
import { type Standings, type Touched, touchedSince, workOutStandings } from './standings.ts';

/** What is known of every requirement of one framework, in one scope, on one day, and of the controls behind it. */
export interface Coverage {
  readonly programme: Programme;
  readonly aspect: Aspect;
  readonly results: ReadonlyMap<string, Result>;
  readonly standings: Standings['table'];
  /** By requirement: the claims on it that are not withdrawn. */
  readonly claims: ReadonlyMap<string, readonly ClaimRead[]>;
  /** Requirements whose basis changed since the coverage this one was brought up to date from; undefined: all. */
  readonly changed: ReadonlySet<string> | undefined;
  readonly question: Question;
  readonly solution: Solution;
}

/** A claim as it was stated, and as the calculus reads it. */
export interface ClaimRead {
  readonly stated: Stated;
  readonly read: Claim;
}

/** Coverage of one aspect from nothing: the same facts and day always give the same answer. */
export function workOutCoverage(
  programme: Programme,
  aspect: Aspect,
  { table }: Standings = workOutStandings(programme, aspect),
): Coverage {
  const nodes = nodesAsked(aspect.framework);
  const requirements = nodes.map((node) => requirementAsked(programme, node, aspect));
  const { governance, controls } = programme;
  const ground = { governance, claims: lookUpMany(controls.claims), controls: lookUpMany(controls.controls) };
  const claims = new Map(nodes.map(({ id }) => [id, readClaims({ programme, ground }, aspect, id)]));
  const question = { requirements, ...basisOf([...claims.values()].flat(), table), relations: [] };
  const solution = solve(question);
  const { results } = solution;
  return { programme, aspect, results, standings: table, claims, changed: undefined, question, solution };
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
  const claims = claimsAnew(before, programme, { touched, changed });
  const basis = basisOf(
    [...changed].flatMap((id) => claims.get(id) ?? []),
    table,
  );
  const question = { ...requirementsAnew(before, programme, changed), ...basis, relations: [] };
  const solution = solveIncrementally(before.solution, question, changed);
  const { results } = solution;
  return { programme, aspect, results, standings: table, claims, changed, question, solution };
}

/** New evidence changes no claim: only where a claim or a control itself was touched are claims read again. */
function claimsAnew(
  before: Coverage,
  programme: Programme,
  { touched, changed }: { touched: Touched; changed: ReadonlySet<string> },
): Coverage['claims'] {
  const { aspect } = before;
  const earlier = before.programme.controls.controls;
  const other = [...touched.controls].some((id) => earlier.get(id) !== programme.controls.controls.get(id));
  const claims = new Map(before.claims);
  const ground = groundOf(programme);
  for (const id of changed) {
    const stated = touched.requirements.has(requirementKey(aspect.framework.id, id));
    if (other || stated) claims.set(id, readClaims({ programme, ground }, aspect, id));
  }
  return claims;
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

/** Claims and the controls behind them, as the calculus is asked. */
function basisOf(
  read: readonly ClaimRead[],
  standings: Standings['table'],
): Pick<Question, 'claims' | 'controls'> {
  const controls = new Map<string, Standing['state']>();
  for (const claim of read) {
    for (const id of claim.read.controls) {
      const standing = standings.get(id);
      if (standing) controls.set(id, standing.state);
    }
  }
  return { claims: read.map((claim) => claim.read), controls: [...controls.values()] };
}

function readClaims(
  { programme, ground }: { programme: Programme; ground: Ground },
  aspect: Aspect,
  requirement: string,
): ClaimRead[] {
  const { claimsOn } = programme.controls;
  const ids = claimsOn.get(requirementKey(aspect.framework.id, requirement))?.toArray() ?? [];
  const all: ClaimRead[] = [];
  for (const id of ids) {
    const stated = ground.claims.get(id);
    const read = stated && claimOf(ground, stated, aspect);
    if (stated && read) all.push({ stated, read });
  }
  return all;
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
