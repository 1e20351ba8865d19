import { type Control, type Programme, requirementKey } from '@concord/programme';
import { Map as Table } from 'immutable';
import {
  type Claim,
  type Question,
  type Result,
  type Solution,
  solve,
  solveIncrementally,
} from '../calculus/index.ts';
import { type Aspect, claimOf, nodesAsked, requirementAsked, type Standing, standingOf } from './feed.ts';

/** What is known of every requirement of one framework, in one scope, on one day, and of the controls behind it. */
export interface Coverage {
  readonly programme: Programme;
  readonly aspect: Aspect;
  readonly results: ReadonlyMap<string, Result>;
  /** Every control that is not retired, by id. */
  readonly standings: Table<string, Standing>;
  /** Requirements whose basis changed since the coverage this one was brought up to date from; undefined: all. */
  readonly changed: ReadonlySet<string> | undefined;
  readonly solution: Solution;
}

/** Coverage of one aspect from nothing: the same facts and day always give the same answer. */
export function workOutCoverage(programme: Programme, aspect: Aspect): Coverage {
  const standings = Table<string, Standing>().withMutations((table) => {
    for (const control of programme.controls.controls.values()) stand(table, control, { programme, aspect });
  });
  const nodes = nodesAsked(aspect.framework);
  const ids = nodes.map((node) => node.id);
  const solution = solve(questionOn(ids, standings, { programme, aspect }));
  return { programme, aspect, results: solution.results, standings, changed: undefined, solution };
}

/**
 * The same answer as `workOutCoverage`, from an earlier one of the same aspect: only what the facts in between
 * touched is worked out again. Undefined when the programme no longer knows what they touched.
 */
export function bringUpToDate(before: Coverage, programme: Programme): Coverage | undefined {
  const { aspect } = before;
  const touched = touchedSince(before.programme, programme);
  if (touched === undefined) return undefined;
  const standings = before.standings.withMutations((table) => {
    for (const id of touched.controls) {
      const control = programme.controls.controls.get(id);
      if (control) stand(table, control, { programme, aspect });
    }
  });
  const changed = requirementsTouched(programme, aspect, touched);
  if (changed.size === 0) return { ...before, programme, standings, changed };
  const question = questionOn(changed, standings, { programme, aspect });
  const solution = solveIncrementally(before.solution, question, changed);
  return { programme, aspect, results: solution.results, standings, changed, solution };
}

interface Ground {
  readonly programme: Programme;
  readonly aspect: Aspect;
}

function stand(table: Table<string, Standing>, control: Control, { programme, aspect }: Ground): void {
  const standing = standingOf(programme, control, aspect);
  if (standing) table.set(control.id, standing);
  else table.delete(control.id);
}

/** All requirements, but only the claims on `ids` and the controls behind those: nothing else is read again. */
function questionOn(ids: Iterable<string>, standings: Table<string, Standing>, ground: Ground): Question {
  const { programme, aspect } = ground;
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
  const requirements = nodesAsked(aspect.framework).map((node) => requirementAsked(programme, node, aspect));
  return { requirements, claims, controls: [...controls.values()], relations: [] };
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

interface Touched {
  readonly controls: ReadonlySet<string>;
  readonly requirements: ReadonlySet<string>;
}

function touchedSince(before: Programme, now: Programme): Touched | undefined {
  const { since, list } = now.controls.touches;
  if (before.position < since || before.position > now.position) return undefined;
  if (before.governance.scopes !== now.governance.scopes) return undefined;
  const controls = new Set<string>();
  const requirements = new Set<string>();
  for (let at = list.size - 1; at >= 0; at -= 1) {
    const touch = list.get(at);
    if (!touch || touch.seq <= before.position) break;
    if (touch.control !== undefined) controls.add(touch.control);
    if (touch.requirement !== undefined) requirements.add(touch.requirement);
  }
  return { controls, requirements };
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
