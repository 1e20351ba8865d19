import { type ApplicabilityDecision, applicabilityKey, type Decided, valueOn } from '@concord/programme';
import { remember } from '../../coverage/memory.ts';
import type { Opened, ViewAsked } from '../../envelope.ts';

/** What was decided of a duty or a point: whether it applies, and why not. */
export interface DecisionShown {
  readonly applicability: 'applicable' | 'excluded' | 'undecided';
  /** Why it is not applied; empty where it is. */
  readonly exclusionReason: string;
  /** Id of the person who answers for the decision; to who sees the whole programme. */
  readonly owner?: string;
  readonly reviewOn?: string;
  readonly decidedOn?: string;
  /** Revision of the decision, for `If-Match`; 0 while none was taken. */
  readonly revision: number;
}

/** The decision that holds on the day, with the revision of its record. */
export interface DecisionFound {
  readonly decided: ApplicabilityDecision | undefined;
  readonly revision: number;
}

/** The same object as long as it was not decided anew. */
export function decisionOn(
  { worked, ...opened }: Opened,
  asked: ViewAsked,
  requirement: string,
): DecisionFound {
  const { controls, revisions } = asked.programme;
  const row = worked.rows.get(requirement);
  const find = () => {
    const key = applicabilityKey(opened.scope, opened.framework.id, requirement);
    const decided = valueOn(controls.applicability.get(key) ?? [], asked.on);
    return { decided, revision: revisions.get(`applicability/${key}`) ?? 0 };
  };
  if (!row) return find();
  const from = { from: row, kind: 'decision', basis: [controls.applicability, asked.on] };
  return remember(asked, from, () => {
    const found = find();
    const basis = [found.decided, found.revision];
    return remember(asked, { from: row, kind: 'decided', basis }, () => found);
  });
}

export function decisionShown({ decided, revision }: DecisionFound, asked: Asking): DecisionShown {
  if (!decided) return { applicability: 'undecided', exclusionReason: '', revision };
  const applicability = decided.applicable ? 'applicable' : 'excluded';
  return { applicability, ...decidedShown(decided, asked), revision };
}

type Asking = Pick<ViewAsked, 'reader'>;

/** What a decision says beside what it decides; who answers for it is told to who sees the whole programme. */
export function decidedShown(
  { exclusionReason, owner, reviewOn, decidedOn }: Decided,
  { reader }: Asking,
): Pick<Required<DecisionShown>, 'exclusionReason' | 'decidedOn'> &
  Pick<DecisionShown, 'owner' | 'reviewOn'> {
  return {
    exclusionReason,
    ...(owner !== undefined && reader.sees === 'all' ? { owner } : {}),
    ...(reviewOn === undefined ? {} : { reviewOn }),
    decidedOn,
  };
}
