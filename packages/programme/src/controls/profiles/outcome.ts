import {
  assessableOf,
  type Framework,
  nearestRequirements,
  type Requirement,
  requirementOf,
} from '@concord/catalog';
import { type Refusal, refuse } from '../../foundation/index.ts';
import { adoptedEdition } from '../../governance/index.ts';
import type { Profile } from '../profile.ts';
import type { WithControls } from '../state.ts';

/** A profile that is still kept. */
export function keptProfile({ controls }: WithControls, named: string): Profile | { refusal: Refusal } {
  const profile = controls.profiles.get(named);
  if (!profile) return refuse('missing', 'profile.unknown', { profile: named, at: 'profile' });
  if (profile.retiredOn === undefined) return profile;
  return refuse('conflict', 'profile.retired', { name: profile.name, on: profile.retiredOn, at: 'profile' });
}

/** The edition that a profile is about, as it was adopted. */
export function editionOf(
  { governance }: WithControls,
  { framework }: Profile,
): Framework | { refusal: Refusal } {
  if (!governance.adoptions.has(framework))
    return refuse('conflict', 'framework.not-adopted', { framework, at: 'profile' });
  return (
    adoptedEdition(governance, framework) ?? refuse('unavailable', 'framework.edition-missing', { framework })
  );
}

/** An outcome that is assessed, or a heading that is exactly the union of such: both can be spoken of in a profile. */
export function spokenOf(edition: Framework, { id, assessable, parts }: Requirement): boolean {
  return assessable || (parts === 'exact' && assessableOf(edition, id).length > 0);
}

/** An outcome of a profile, or a heading over outcomes, by its id. */
export function outcomeNamed(
  state: WithControls,
  profile: Profile,
  named: string,
): Requirement | { refusal: Refusal } {
  const edition = editionOf(state, profile);
  if ('refusal' in edition) return edition;
  const found = requirementOf(edition, named);
  if (found && spokenOf(edition, found)) return found;
  const params = { framework: edition.id, requirement: named, at: 'requirement' };
  if (found) return refuse('refused', 'requirement.not-assessable', params);
  const near = nearestRequirements(edition, named).join(', ');
  return refuse('refused', near ? 'requirement.unknown-near' : 'requirement.unknown', { ...params, near });
}
