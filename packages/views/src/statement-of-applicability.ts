import { assessableOf, type Requirement, requirementOf } from '@concord/catalog';
import {
  type ApplicabilityDecision,
  applicabilityKey,
  type Reason,
  type Refusal,
  valueOn,
} from '@concord/programme';
import { remember } from './coverage/memory.ts';
import { type Envelope, type Opened, openView, type ViewAsked } from './envelope.ts';
import type { HintedRow } from './reader.ts';

const framework = 'iso27001-2022';

export interface ApplicabilityRow extends HintedRow {
  /** Theme of Annex A. */
  readonly group: string;
  readonly groupTitle: string;
  readonly applicability: 'applicable' | 'excluded' | 'undecided';
  readonly reasons: readonly Reason[];
  readonly exclusionReason: string;
  /** Day of the decision; absent while undecided. */
  readonly decidedOn?: string;
  /** Revision of the decision, for `If-Match`; 0 while undecided. */
  readonly revision: number;
}

export interface StatementOfApplicability extends Envelope {
  readonly rows: readonly ApplicabilityRow[];
}

/**
 * Clause 6.1.3 d: every control of Annex A, whether it is necessary, why or why not, and whether it is implemented.
 * Implementation is what the organisation states of its controls; the state beside it is what evidence shows.
 */
export function statementOfApplicability(asked: ViewAsked): StatementOfApplicability | { refusal: Refusal } {
  const opened = openView(asked, framework);
  if ('refusal' in opened) return opened;
  const annexA = assessableOf(opened.framework).filter((requirement) => requirement.level === 'control');
  const rows = annexA.map((requirement) => rowOf(requirement, opened, asked));
  const ids = annexA.map((requirement) => requirement.id);
  return { ...opened.envelope('statement-of-applicability', ids), rows };
}

function rowOf(requirement: Requirement, opened: Opened, asked: ViewAsked): ApplicabilityRow {
  const key = applicabilityKey(opened.scope, framework, requirement.id);
  const decided = valueOn(asked.programme.controls.applicability.get(key) ?? [], asked.on);
  const revision = asked.programme.revisions.get(`applicability/${key}`) ?? 0;
  const row = opened.row(requirement.id);
  return remember(asked.memory, { from: row, kind: 'soa', basis: [decided, revision] }, () => ({
    ...row,
    group: requirement.parent ?? '',
    groupTitle: requirementOf(opened.framework, requirement.parent ?? '')?.title ?? '',
    applicability: decisionWord(decided),
    reasons: decided?.reasons ?? [],
    exclusionReason: decided?.exclusionReason ?? '',
    ...(decided ? { decidedOn: decided.decidedOn } : {}),
    revision,
  }));
}

function decisionWord(decided: ApplicabilityDecision | undefined): ApplicabilityRow['applicability'] {
  if (!decided) return 'undecided';
  return decided.applicable ? 'applicable' : 'excluded';
}
