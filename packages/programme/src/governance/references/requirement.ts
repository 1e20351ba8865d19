import { nearestRequirements, type Requirement, requirementOf } from '@concord/catalog';
import { type Refusal, refuse } from '../../foundation/index.ts';
import { adoptedEdition, knownFrameworks } from '../edition.ts';
import type { WithGovernance } from '../governance.ts';
import type { RequirementNamed } from '../registers/index.ts';

/** A requirement of an adopted framework that can be claimed and judged, in the edition that was adopted. */
export function adoptedRequirement(
  state: WithGovernance,
  frameworkId: string,
  requirementId: string,
): Requirement | { refusal: Refusal } {
  if (!state.governance.adoptions.has(frameworkId)) return refuseUnadopted(state, frameworkId);
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

/** A requirement as it is written in one word: `framework/requirement`, or with a colon; undefined where it is neither. */
export function requirementWritten(written: string): RequirementNamed | undefined {
  const at = written.search(/[/:]/);
  return at < 1 ? undefined : { framework: written.slice(0, at), requirement: written.slice(at + 1) };
}

/** Why a framework that is not adopted cannot be relied on. */
export function refuseUnadopted({ governance }: WithGovernance, framework: string): { refusal: Refusal } {
  const known = knownFrameworks(governance);
  return known.split(', ').includes(framework)
    ? refuse('conflict', 'framework.not-adopted', { framework, at: 'framework' })
    : refuse('refused', 'framework.unknown', { framework, known, at: 'framework' });
}

/** The requirements that are named in a list, each once and as its edition writes it; or why one cannot be. */
export function requirementsNamed(
  state: WithGovernance,
  named: readonly RequirementNamed[],
): readonly RequirementNamed[] | { refusal: Refusal } {
  const found = new Map<string, RequirementNamed>();
  for (const [at, { framework, requirement }] of named.entries()) {
    const one = adoptedRequirement(state, framework, requirement);
    if ('refusal' in one) return placed(one.refusal, `requirements[${at}]`);
    found.set(`${framework}/${one.id}`, { framework, requirement: one.id });
  }
  return [...found.values()];
}

/** A refusal of one part of the input, at its place in the whole. */
export function placed(refusal: Refusal, place: string): { refusal: Refusal } {
  return { refusal: { ...refusal, path: refusal.path === undefined ? place : `${place}.${refusal.path}` } };
}
