import { type Refusal, recordKey, refuse } from '../../foundation/index.ts';
import type { WithGovernance } from '../governance.ts';
import { adoptedRequirement, placed, requirementWritten } from '../references/index.ts';
import type { Subject } from '../registers/index.ts';
import { hasScope } from '../scope.ts';

/** What an action closes, each once and as it is recorded; or why one of them cannot be closed. */
export function subjectsNamed(
  state: WithGovernance,
  named: readonly Subject[],
): readonly Subject[] | { refusal: Refusal } {
  const found = new Map<string, Subject>();
  for (const [at, each] of named.entries()) {
    const subject = subjectNamed(state, each);
    if ('refusal' in subject) return placed(subject.refusal, `closes[${at}]`);
    found.set(recordKey(subject), subject);
  }
  return [...found.values()];
}

/** Records of every room are known by their revisions; requirements by the edition that was adopted. */
function subjectNamed(state: WithGovernance, subject: Subject): Subject | { refusal: Refusal } {
  if (subject.kind === 'requirement') return requirementNamed(state, subject.id);
  if (state.revisions.has(recordKey(subject))) return subject;
  if (subject.kind === 'scope' && hasScope(state.governance, subject.id)) return subject;
  return refuse('refused', 'subject.unknown', { kind: subject.kind, subject: subject.id, at: 'id' });
}

function requirementNamed(state: WithGovernance, named: string): Subject | { refusal: Refusal } {
  const written = requirementWritten(named);
  if (!written) return refuse('refused', 'subject.requirement', { subject: named, at: 'id' });
  const { framework } = written;
  const requirement = adoptedRequirement(state, framework, written.requirement);
  if (!('refusal' in requirement)) return { kind: 'requirement', id: `${framework}/${requirement.id}` };
  return { refusal: { ...requirement.refusal, path: 'id' } };
}
