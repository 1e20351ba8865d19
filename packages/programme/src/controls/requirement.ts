import {
  edition,
  framework,
  frameworks,
  nearestRequirements,
  type Requirement,
  requirementOf,
} from '@concord/catalog';
import { type Refusal, refuse } from '../foundation/index.ts';
import type { WithGovernance } from '../governance/index.ts';

export function requirementKey(frameworkId: string, requirement: string): string {
  return `${frameworkId}/${requirement}`;
}

function knownFrameworks(): string {
  return frameworks()
    .map(({ id }) => id)
    .join(', ');
}

/** A requirement of an adopted framework that can be claimed and judged, in the edition that was adopted. */
export function adoptedRequirement(
  state: WithGovernance,
  frameworkId: string,
  requirementId: string,
): Requirement | { refusal: Refusal } {
  const adoption = state.governance.adoptions.get(frameworkId);
  if (!adoption) {
    const known = framework(frameworkId) !== undefined;
    return known
      ? refuse('conflict', 'framework.not-adopted', { framework: frameworkId, at: 'framework' })
      : refuse('refused', 'framework.unknown', {
          framework: frameworkId,
          known: knownFrameworks(),
          at: 'framework',
        });
  }
  const adopted = edition(frameworkId, adoption.edition);
  if (!adopted) return refuse('unavailable', 'framework.edition-missing', { framework: frameworkId });
  const requirement = requirementOf(adopted, requirementId);
  if (!requirement) {
    const near = nearestRequirements(adopted, requirementId).join(', ');
    const params = { framework: frameworkId, requirement: requirementId, near, at: 'requirement' };
    return refuse('refused', near ? 'requirement.unknown-near' : 'requirement.unknown', params);
  }
  if (!requirement.assessable) {
    return refuse('refused', 'requirement.not-assessable', { requirement: requirementId, at: 'requirement' });
  }
  return requirement;
}
