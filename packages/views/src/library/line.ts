import { type Claim, type Control, type Programme, wholeOrganisation } from '@concord/programme';
import { touchedSince } from '../coverage/standings.ts';

/** One control of the library as it is searched: what does not depend on the day. */
export interface Line {
  readonly control: Control;
  /** Code, name and statement in lower case. */
  readonly searched: string;
  /** Its claims that are not withdrawn, in the order stated. */
  readonly claimed: readonly Claim[];
}

export function lineOf(programme: Programme, control: Control): Line {
  const { id, code, name, statement } = control;
  const searched = `${code}\n${name}\n${statement}`.toLowerCase();
  return { control, searched, claimed: claimsBy(programme, id) };
}

function claimsBy({ controls }: Programme, control: string): Claim[] {
  const claimed: Claim[] = [];
  for (const id of controls.claimsBy.get(control) ?? []) {
    const claim = controls.claims.get(id);
    if (claim && claim.state !== 'withdrawn') claimed.push(claim);
  }
  return claimed;
}

/** A control that operates in one scope is seen there; one that operates in several, or in all, by the whole. */
export function scopeOf({ scopes }: Control): string {
  return (scopes.length === 1 && scopes[0]) || wholeOrganisation;
}

/** The controls whose line, or whose standing, may be another than before; undefined when that cannot be told. */
export function controlsTouched(before: Programme, now: Programme): ReadonlySet<string> | undefined {
  const touched = touchedSince(before, now);
  if (touched === undefined) return undefined;
  const controls = new Set(touched.controls);
  for (const key of touched.requirements) {
    for (const id of now.controls.claimsOn.get(key) ?? []) {
      const claim = now.controls.claims.get(id);
      if (!claim || claim === before.controls.claims.get(id)) continue;
      for (const control of claim.controls) controls.add(control);
    }
  }
  return controls;
}
