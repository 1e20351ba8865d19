import type { Line, Reason } from '../statement/line.ts';

/** A decision while it is being written. */
export interface Draft {
  readonly applicable: boolean | undefined;
  readonly reasons: readonly Reason[];
  readonly exclusionReason: string;
  readonly owner: string | undefined;
  readonly reviewOn: string | undefined;
}

export const blankReason: Reason = { kind: 'risk', text: '' };

/** What was decided, ready to be changed. */
export function draftOf({ answer, reasons, exclusionReason, owner, reviewOn }: Line): Draft {
  return {
    applicable: answer === 'undecided' ? undefined : answer === 'yes',
    reasons: reasons.length > 0 ? reasons : [blankReason],
    exclusionReason,
    owner,
    reviewOn,
  };
}

export interface Fault {
  readonly field: string;
  /** Key of the words. */
  readonly code: 'no-answer' | 'no-reason' | 'no-exclusion-reason' | 'review-past';
}

/** What is still missing before it can be recorded. Only what Annex A lists has to say why not. */
export function faultsOf(
  draft: Draft,
  { isOwn, today }: { isOwn: boolean; today: string },
): readonly Fault[] {
  const faults: Fault[] = [];
  if (draft.applicable === undefined) faults.push({ field: 'applicable', code: 'no-answer' });
  if (draft.applicable === true && said(draft.reasons).length === 0)
    faults.push({ field: 'reason-0', code: 'no-reason' });
  if (draft.applicable === false && !isOwn && draft.exclusionReason.trim() === '')
    faults.push({ field: 'exclusionReason', code: 'no-exclusion-reason' });
  if (draft.reviewOn !== undefined && draft.reviewOn < today)
    faults.push({ field: 'reviewOn', code: 'review-past' });
  return faults;
}

/** Reasons that say something; a blank one is passed over. */
export function said(reasons: readonly Reason[]): readonly Reason[] {
  return reasons
    .filter(({ text }) => text.trim() !== '')
    .map(({ kind, text, obligation }) => ({
      kind,
      text: text.trim(),
      ...(obligation && takesObligation(kind) ? { obligation } : {}),
    }));
}

/** Reasons of law and of contract can point at an obligation. */
export function takesObligation(kind: Reason['kind']): boolean {
  return kind === 'law' || kind === 'contract';
}

/** Obligations of a kind that answers the reason. */
export function answersReason(kind: Reason['kind'], obligation: { readonly kind: string }): boolean {
  return kind === 'contract' ? obligation.kind === 'contractual' : obligation.kind !== 'contractual';
}

/** What both commands take of a decision. */
export function decidedInput({ applicable, reasons, exclusionReason, owner, reviewOn }: Draft) {
  const why = exclusionReason.trim();
  return {
    ...(applicable ? { reasons: said(reasons) } : {}),
    ...(applicable || why === '' ? {} : { exclusionReason: why }),
    ...(owner ? { owner } : {}),
    ...(reviewOn ? { reviewOn } : {}),
  };
}

/** Whether it says something else than what is decided. */
export function isChanged(draft: Draft, line: Line): boolean {
  const text = (of: Draft) => JSON.stringify([of.applicable, decidedInput(of)]);
  return text(draft) !== text(draftOf(line));
}
