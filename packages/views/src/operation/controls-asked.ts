import { assessableOf, nearestRequirements, requirementOf } from '@concord/catalog';
import {
  adoptedEdition,
  type Control,
  controlNamed,
  type Programme,
  type Refusal,
  refuse,
  requirementKey,
} from '@concord/programme';
import { refuseUnadopted } from '../envelope.ts';
import { maySee, type Reader } from '../reader.ts';

/** Which controls are looked at: one, those of a requirement, those of a framework, or all. */
export interface Which {
  readonly framework?: string | undefined;
  readonly requirement?: string | undefined;
  /** Code or id of one control. */
  readonly control?: string | undefined;
}

/** The controls asked about; of a requirement those with a confirmed claim on it or on one below it. */
export function controlsAsked(
  programme: Programme,
  reader: Reader,
  which: Which,
): readonly Control[] | { refusal: Refusal } {
  if (which.control !== undefined) {
    const named = controlNamed(programme.controls, which.control);
    if ('refusal' in named) return named;
    // In the same words as for one that does not exist, or the refusal would tell.
    return maySee(reader, named.owner)
      ? [named]
      : refuse('missing', 'control.unknown', { control: which.control, at: 'control' });
  }
  const keys = keysAsked(programme, which);
  if (keys !== undefined && 'refusal' in keys) return keys;
  const all = programme.controls.controls.valueSeq().toArray();
  if (keys === undefined) return all;
  const claimed = claimedFor(programme, keys);
  return all.filter(({ id }) => claimed.has(id));
}

/** Keys of the requirements asked about; undefined when it is not about any. */
function keysAsked(
  programme: Programme,
  { framework, requirement }: Which,
): ReadonlySet<string> | undefined | { refusal: Refusal } {
  if (framework === undefined) {
    return requirement === undefined
      ? undefined
      : refuse('invalid', 'requirement.no-framework', { requirement, at: 'framework' });
  }
  const { governance } = programme;
  if (!governance.adoptions.has(framework)) return refuseUnadopted(programme, framework);
  const edition = adoptedEdition(governance, framework);
  if (!edition) return refuse('unavailable', 'framework.edition-missing', { framework });
  if (requirement !== undefined && !requirementOf(edition, requirement)) {
    const near = nearestRequirements(edition, requirement).join(', ');
    const code = near ? 'requirement.unknown-near' : 'requirement.unknown';
    return refuse('missing', code, { framework, requirement, near, at: 'requirement' });
  }
  const ids = assessableOf(edition, requirement).map(({ id }) => id);
  return new Set([...ids, ...(requirement ? [requirement] : [])].map((id) => requirementKey(framework, id)));
}

function claimedFor({ controls }: Programme, keys: ReadonlySet<string>): ReadonlySet<string> {
  const claimed = new Set<string>();
  for (const key of keys) {
    for (const id of controls.claimsOn.get(key) ?? []) {
      const claim = controls.claims.get(id);
      if (claim?.state === 'confirmed') for (const control of claim.controls) claimed.add(control);
    }
  }
  return claimed;
}
