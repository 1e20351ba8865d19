import { type Programme, requirementKey, type Claim as Stated } from '@concord/programme';
import {
  type Claim,
  type Controls,
  type KeptQuestion,
  type Question,
  type Result,
  type Solution,
  solve,
  solveIncrementally,
} from '../calculus/index.ts';
import { type Aspect, claimOf, type Ground, groundOf, nodesAsked, requirementAsked } from './feed.ts';
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
  readonly question: KeptQuestion;
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
  { table, states }: Standings = workOutStandings(programme, aspect),
): Coverage {
  const nodes = nodesAsked(aspect.framework);
  const requirements = nodes.map((node) => requirementAsked(programme, node, aspect));
  const { governance, controls } = programme;
  const ground = { governance, claims: lookUpMany(controls.claims), controls: lookUpMany(controls.controls) };
  const claims = new Map(nodes.map(({ id }) => [id, readClaims({ programme, ground }, aspect, id)]));
  const question = questionOf(requirements, [...claims.values()].flat(), states);
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
  { table, states }: Standings,
): Coverage | undefined {
  const { aspect } = before;
  const touched = touchedSince(before.programme, programme);
  if (touched === undefined) return undefined;
  const own = ownTouched(aspect, touched);
  const changed = new Set([...own, ...claimedByTouched(programme, aspect, touched)]);
  if (changed.size === 0) return { ...before, programme, standings: table, changed };
  const claims = claimsAnew(before, programme, { touched, own, changed });
  const requirements = requirementsAnew(before, programme, own);
  const question = questionOf(
    requirements,
    [...changed].flatMap((id) => claims.get(id) ?? []),
    states,
  );
  const solution = solveIncrementally(before.solution, question, changed);
  const { results } = solution;
  return { programme, aspect, results, standings: table, claims, changed, question, solution };
}

/** New evidence changes no claim: only where a claim or a control itself was touched are claims read again. */
function claimsAnew(
  before: Coverage,
  programme: Programme,
  { touched, own, changed }: { touched: Touched; own: ReadonlySet<string>; changed: ReadonlySet<string> },
): Coverage['claims'] {
  const { aspect } = before;
  const earlier = before.programme.controls.controls;
  const other = [...touched.controls].some((id) => earlier.get(id) !== programme.controls.controls.get(id));
  const claims = new Map(before.claims);
  const ground = groundOf(programme);
  for (const id of changed) {
    if (other || own.has(id)) {
      const anew = readClaims({ programme, ground }, aspect, id);
      claims.set(id, keepSame(anew, before.claims.get(id) ?? []));
    }
  }
  return claims;
}

/** Those that read as before are the same objects, so that the calculus need not hear them again. */
function keepSame(anew: readonly ClaimRead[], before: readonly ClaimRead[]): readonly ClaimRead[] {
  const known = new Map(before.map((claim) => [claim.stated, claim]));
  return anew.map((claim) => {
    const earlier = known.get(claim.stated);
    return earlier?.read.capped === claim.read.capped ? (earlier ?? claim) : claim;
  });
}

/** The very same list where no requirement itself was touched: then the calculus keeps its graph too. */
function requirementsAnew(
  { question: { requirements }, aspect }: Coverage,
  programme: Programme,
  own: ReadonlySet<string>,
): Question['requirements'] {
  if (own.size === 0) return requirements;
  const nodes = nodesAsked(aspect.framework);
  return requirements.map((requirement, at) =>
    own.has(requirement.id)
      ? requirementAsked(programme, nodes[at] as (typeof nodes)[number], aspect)
      : requirement,
  );
}

const noRelations: Question['relations'] = [];

function questionOf(
  requirements: Question['requirements'],
  read: readonly ClaimRead[],
  controls: Controls,
): KeptQuestion {
  return { requirements, controls, claims: read.map((claim) => claim.read), relations: noRelations };
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

/** Requirements of the framework that facts were about themselves: their claims, applicability or judgements. */
function ownTouched({ framework }: Aspect, touched: Touched): Set<string> {
  const prefix = requirementKey(framework.id, '');
  const keys = [...touched.requirements].filter((key) => key.startsWith(prefix));
  return new Set(keys.map((key) => key.slice(prefix.length)));
}

/** Requirements that touched controls are claimed for. */
function claimedByTouched({ controls }: Programme, { framework }: Aspect, touched: Touched): string[] {
  const ids = [...touched.controls].flatMap((control) => controls.claimsBy.get(control)?.toArray() ?? []);
  const claims = ids
    .map((id) => controls.claims.get(id))
    .filter((claim) => claim?.framework === framework.id);
  return claims.map((claim) => (claim as Stated).requirement);
}
