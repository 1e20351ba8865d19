import {
  applicabilityKey,
  type Claim,
  type Control,
  type Programme,
  wholeOrganisation,
} from '@concord/programme';
import { lookUpMany } from '../coverage/look-up.ts';
import { touchedSince } from '../coverage/standings.ts';

/** One control of the library as it is searched: what does not depend on the day. */
export interface Line {
  readonly control: Control;
  /** Its own among those kept together, and the same after a change. */
  readonly slot: number;
  /** Code, name and statement in lower case. */
  readonly searched: string;
  /** Its claims that are not withdrawn. */
  readonly claimed: readonly Claim[];
}

export function lineOf(control: Control, claimed: readonly Claim[], slot: number): Line {
  const { code, name, statement } = control;
  return { control, slot, searched: `${code}\n${name}\n${statement}`.toLowerCase(), claimed };
}

/** The claims of a control that are not withdrawn, in the order stated. */
export function claimsBy({ controls }: Programme, control: string): Claim[] {
  return standing(controls.claimsBy.get(control) ?? [], controls.claims);
}

/** The same for every control at once. */
export function claimsByControl({ controls }: Programme): ReadonlyMap<string, readonly Claim[]> {
  const all = lookUpMany(controls.claims);
  const claimed = new Map<string, readonly Claim[]>();
  for (const [control, ids] of controls.claimsBy) claimed.set(control, standing(ids, all));
  return claimed;
}

function standing(ids: Iterable<string>, all: Pick<ReadonlyMap<string, Claim>, 'get'>): Claim[] {
  return [...ids].map((id) => all.get(id) as Claim).filter(({ state }) => state !== 'withdrawn');
}

/** A control that operates in one scope is seen there; one that operates in several, or in all, by the whole. */
export function scopeOf({ scopes }: Control): string {
  return (scopes.length === 1 && scopes[0]) || wholeOrganisation;
}

/**
 * The controls of which anything that the library says may be another than before; undefined when that cannot be told.
 * What applies decides which claims wait to be confirmed: it goes with the scope in which a framework is adopted.
 */
export function controlsTouched(before: Programme, now: Programme): ReadonlySet<string> | undefined {
  const touched = touchedSince(before, now);
  if (touched === undefined || before.governance.adoptions !== now.governance.adoptions) return undefined;
  const controls = new Set(touched.controls);
  for (const key of touched.requirements) {
    for (const id of now.controls.claimsOn.get(key) ?? []) {
      const claim = now.controls.claims.get(id);
      if (!claim || !mayDiffer(claim, before, now)) continue;
      for (const control of claim.controls) controls.add(control);
    }
  }
  return controls;
}

function mayDiffer(claim: Claim, before: Programme, now: Programme): boolean {
  const { id, framework, requirement } = claim;
  if (claim !== before.controls.claims.get(id)) return true;
  const scope = now.governance.adoptions.get(framework)?.scope ?? '';
  const key = applicabilityKey(scope, framework, requirement);
  return before.controls.applicability.get(key) !== now.controls.applicability.get(key);
}
