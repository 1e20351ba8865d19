import type { AnswerOf } from '@concord/operations/client';
import type { Answers } from './answers.ts';

export type ApplicabilityRow = AnswerOf<'set-up propose'>['applicability']['rows'][number];

/** An answer leaves it open: somebody has to look before it is decided. */
export function isLeftOpen({ basis }: Pick<ApplicabilityRow, 'basis'>): boolean {
  return basis === 'look' || basis === 'unsure';
}

/** Whether it is decided when the programme is created: what is left open only where somebody ticked it. */
export function isDecided(
  row: Pick<ApplicabilityRow, 'requirement' | 'basis'>,
  { leftOpen, looked }: Pick<Answers, 'leftOpen' | 'looked'>,
): boolean {
  return isLeftOpen(row) ? looked.includes(row.requirement) : !leftOpen.includes(row.requirement);
}
