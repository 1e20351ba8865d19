import type { AnswerOf } from '@concord/operations/client';
import type { Answers } from './answers.ts';

export type ApplicabilityRow = AnswerOf<'set-up propose'>['applicability']['rows'][number];

/** Whether it is decided when the programme is created: what is left open only where somebody ticked it. */
export function isDecided(
  row: Pick<ApplicabilityRow, 'requirement' | 'open'>,
  { leftOpen, looked }: Pick<Answers, 'leftOpen' | 'looked'>,
): boolean {
  return row.open ? looked.includes(row.requirement) : !leftOpen.includes(row.requirement);
}
