import { type Programme, requirementKey, type Claim as Stated } from '@concord/programme';
import {
  type Claim,
  type Controls,
  type KeptQuestion,
  type Question,
  type Requirement,
  type Result,
  type Solution,
  solve,
  solveIncrementally,
} from '../calculus/index.ts';
import { atOnce, type InParts } from '../pauses/in-parts.ts';
import { type Aspect, claimOf, type Ground, groundOf, nodesAsked, requirementAsked } from './feed.ts';
import { canFollow, type Joined, joinedRequirementAsked, joinedTo, requirementMeant } from './joined.ts';
import { lookUpMany } from './look-up.ts';
import { type Standings, type Touched, touchedSince, workOutStandings } from './standings.ts';

/** What is known of every requirement of one framework, in one scope, on one day, and of the controls behind it. */
export interface Coverage {
  readonly programme: Programme;
  readonly aspect: Aspect;
  /** Of the framework asked about; those of frameworks joined to it are in `solution`. */
  readonly results: ReadonlyMap<string, Result>;
  readonly standings: Standings['table'];
  /** By requirement, as the question names it: the claims on it that are not withdrawn. */
  readonly claims: ReadonlyMap<string, readonly ClaimRead[]>;
  /** Requirements whose basis changed since the coverage this one was brought up to date from; undefined: all. */
  readonly changed: ReadonlySet<string> | undefined;
  /** What own relations join to the framework; `requirementMeant` reads the ids of what is joined. */
  readonly joined: Joined;
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
  { standings, asking }: { standings?: Standings; asking?: Asking | undefined } = {},
): Coverage {
  const { table, states } = standings ?? workOutStandings(programme, aspect);
  const { joined, requirements, claims } = asking ?? atOnce(askingInParts(programme, aspect));
  const question = questionOf({ requirements, joined }, [...claims.values()].flat(), states);
  const solution = solve(question);
  const results = resultsAsked(solution, { aspect, joined });
  return {
    programme,
    aspect,
    results,
    standings: table,
    claims,
    changed: undefined,
    joined,
    question,
    solution,
  };
}

/** What is asked of an aspect, and what is claimed of it: all of the question but how controls stand. */
export interface Asking extends Pick<Coverage, 'joined' | 'claims'>, Pick<Question, 'requirements'> {}

const claimsAtOnce = 2000;

/** Reads some claims at a time. */
export function* askingInParts(programme: Programme, aspect: Aspect): InParts<Asking> {
  const joined = joinedTo(programme, aspect);
  const requirements = [
    ...nodesAsked(aspect.framework).map((node) => requirementAsked(programme, node, aspect)),
    ...[...joined.others.values()].map((other) => joinedRequirementAsked(programme, other, aspect)),
  ];
  const { governance, controls } = programme;
  const ground = { governance, claims: lookUpMany(controls.claims), controls: lookUpMany(controls.controls) };
  const claims = new Map<string, readonly ClaimRead[]>();
  let read = 0;
  for (const { id } of requirements) {
    const found = readClaims({ programme, ground, aspect, joined }, id);
    claims.set(id, found);
    read += found.length;
    if (read < claimsAtOnce) continue;
    read = 0;
    yield;
  }
  return { joined, requirements, claims };
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
  const joined = joinedTo(programme, aspect, before.joined);
  if (!canFollow(before.joined, joined)) return undefined;
  const own = ownTouched({ aspect, joined }, touched);
  // Those that a relation leads to since then, with all that is known of them.
  for (const id of joined.others.keys()) if (!before.joined.others.has(id)) own.add(id);
  const changed = new Set([...own, ...claimedByTouched(programme, { aspect, joined }, touched)]);
  if (changed.size === 0) return { ...before, programme, standings: table, changed, joined };
  const now = { programme, aspect, joined };
  const claims = claimsAnew(before, now, { touched, own, changed });
  const requirements = requirementsAnew(before, now, own);
  const read = [...changed].flatMap((id) => claims.get(id) ?? []);
  const question = questionOf({ requirements, joined }, read, states);
  const solution = solveIncrementally(before.solution, question, changed);
  const results = resultsAsked(solution, now);
  return { ...now, results, standings: table, claims, changed, question, solution };
}

/** A framework in its aspect, and what is joined to it. */
type Field = Pick<Coverage, 'aspect' | 'joined'>;

function resultsAsked({ results }: Solution, { aspect, joined }: Field): Coverage['results'] {
  if (joined.others.size === 0) return results;
  return new Map(nodesAsked(aspect.framework).map(({ id }) => [id, results.get(id) as Result]));
}

/** New evidence changes no claim: only where a claim or a control itself was touched are claims read again. */
function claimsAnew(
  before: Coverage,
  now: Field & Pick<Coverage, 'programme'>,
  { touched, own, changed }: { touched: Touched; own: ReadonlySet<string>; changed: ReadonlySet<string> },
): Coverage['claims'] {
  const { controls } = now.programme.controls;
  const earlier = before.programme.controls.controls;
  const other = [...touched.controls].some((id) => earlier.get(id) !== controls.get(id));
  const claims = new Map(before.claims);
  for (const id of before.joined.others.keys()) if (!now.joined.others.has(id)) claims.delete(id);
  const reading = { ...now, ground: groundOf(now.programme) };
  for (const id of changed) {
    if (other || own.has(id)) {
      claims.set(id, keepSame(readClaims(reading, id), before.claims.get(id) ?? []));
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
  before: Coverage,
  { programme, aspect, joined }: Field & Pick<Coverage, 'programme'>,
  own: ReadonlySet<string>,
): Question['requirements'] {
  const { requirements } = before.question;
  if (own.size === 0) return requirements;
  const nodes = nodesAsked(aspect.framework);
  const asked = nodes.map((node, at) =>
    own.has(node.id) ? requirementAsked(programme, node, aspect) : (requirements[at] as Requirement),
  );
  if (joined.others.size === 0) return asked;
  const known = new Map(requirements.slice(nodes.length).map((each) => [each.id, each]));
  const others = [...joined.others.values()].map((other) => {
    const same = own.has(other.id) ? undefined : known.get(other.id);
    return same ?? joinedRequirementAsked(programme, other, aspect);
  });
  return [...asked, ...others];
}

function questionOf(
  { requirements, joined }: Pick<Question, 'requirements'> & Pick<Field, 'joined'>,
  read: readonly ClaimRead[],
  controls: Controls,
): KeptQuestion {
  const { relations, hopLimit } = joined;
  return { requirements, controls, claims: read.map((claim) => claim.read), relations, hopLimit };
}

/** Where the claims on a requirement are read. */
interface Reading extends Field {
  readonly programme: Programme;
  readonly ground: Ground;
}

function readClaims(reading: Reading, id: string): ClaimRead[] {
  const { programme, ground, aspect } = reading;
  const { framework, requirement } = requirementMeant(reading, id);
  const ids = programme.controls.claimsOn.get(requirementKey(framework, requirement))?.toArray() ?? [];
  const all: ClaimRead[] = [];
  for (const claim of ids) {
    const stated = ground.claims.get(claim);
    const read = stated && claimOf(ground, stated, aspect);
    if (stated && read)
      all.push({ stated, read: read.requirement === id ? read : { ...read, requirement: id } });
  }
  return all;
}

/** Requirements of the question that facts were about themselves: their claims, relations, applicability or judgements. */
function ownTouched({ aspect, joined }: Field, touched: Touched): Set<string> {
  const prefix = requirementKey(aspect.framework.id, '');
  const own = new Set<string>();
  for (const key of touched.requirements) {
    if (key.startsWith(prefix)) own.add(key.slice(prefix.length));
    else if (joined.others.has(key)) own.add(key);
  }
  return own;
}

/** Requirements of the question that touched controls are claimed for. */
function claimedByTouched({ controls }: Programme, { aspect, joined }: Field, touched: Touched): string[] {
  const ids = [...touched.controls].flatMap((control) => controls.claimsBy.get(control)?.toArray() ?? []);
  const named: string[] = [];
  for (const id of ids) {
    const { framework, requirement } = controls.claims.get(id) as Stated;
    const key = requirementKey(framework, requirement);
    if (framework === aspect.framework.id) named.push(requirement);
    else if (joined.others.has(key)) named.push(key);
  }
  return named;
}
