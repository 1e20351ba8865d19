import { nearestRequirements, type Requirement, requirementOf } from '@concord/catalog';
import { type Refusal, refuse } from '../foundation/index.ts';
import { adoptedEdition, knownFrameworks, type WithGovernance } from '../governance/index.ts';

export function requirementKey(frameworkId: string, requirement: string): string {
  return `${frameworkId}/${requirement}`;
}

/** A requirement of an adopted framework that can be claimed and judged, in the edition that was adopted. */
export function adoptedRequirement(
  state: WithGovernance,
  frameworkId: string,
  requirementId: string,
): Requirement | { refusal: Refusal } {
  if (!state.governance.adoptions.has(frameworkId)) {
    const known = knownFrameworks(state.governance);
    return known.split(', ').includes(frameworkId)
      ? refuse('conflict', 'framework.not-adopted', { framework: frameworkId, at: 'framework' })
      : refuse('refused', 'framework.unknown', {
          framework: frameworkId,
          known,
          at: 'framework',
        });
  }
  const adopted = adoptedEdition(state.governance, frameworkId);
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
