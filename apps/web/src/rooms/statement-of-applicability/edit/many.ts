import type { Line } from '../statement/line.ts';
import { type Draft, decidedInput, draftOf, said } from './draft.ts';

/** What is said of all the chosen lines; what is left out stays as it is on each. */
export interface SaidOfAll {
  readonly applicable?: boolean | undefined;
  /** Added to the reasons that there are. */
  readonly reason?: Draft['reasons'][number] | undefined;
  readonly exclusionReason?: string | undefined;
  readonly owner?: string | undefined;
  readonly reviewOn?: string | undefined;
}

/** The decisions of `applicability decide-many`: of each line what it says, and what is said of all. */
export function decisionsOf(lines: readonly Line[], ofAll: SaidOfAll) {
  return lines
    .filter(({ isOwn }) => !isOwn)
    .map((line) => {
      const draft = withSaid(draftOf(line), ofAll);
      return { requirement: line.id, applicable: draft.applicable === true, ...decidedInput(draft) };
    });
}

function withSaid(draft: Draft, { applicable, reason, exclusionReason, owner, reviewOn }: SaidOfAll): Draft {
  const added = reason ? said([reason]) : [];
  const known = new Set(draft.reasons.map(({ kind, text }) => `${kind} ${text}`));
  return {
    applicable: applicable ?? draft.applicable,
    reasons: [...draft.reasons, ...added.filter(({ kind, text }) => !known.has(`${kind} ${text}`))],
    exclusionReason: exclusionReason?.trim() || draft.exclusionReason,
    owner: owner ?? draft.owner,
    reviewOn: reviewOn ?? draft.reviewOn,
  };
}

/** Lines that would be decided without saying why, or that nobody has decided on: they stand in the way. */
export function withoutReason(lines: readonly Line[], ofAll: SaidOfAll): readonly string[] {
  return decisionsOf(lines, ofAll)
    .filter((decision, at) => {
      const answered = ofAll.applicable !== undefined || lines[at]?.answer !== 'undecided';
      const why = decision.applicable ? decision.reasons?.length : decision.exclusionReason;
      return !answered || !why;
    })
    .map(({ requirement }) => requirement);
}
