import { type Circumstances, localDate, type Refusal, refuse, text } from '../../foundation/index.ts';

/** What is said when something of a register ends; it stays there as it was. */
export interface EndedData {
  endedOn: string;
  reason?: string | undefined;
}

export const ending = {
  effective: localDate
    .optional()
    .describe('First day on which it no longer holds; not in the future, today when left out'),
  reason: text(1000).optional().describe('Why'),
};

/** The day from which something holds, today when none is named: what is recorded has happened. */
export function dayReached(
  { effective }: { readonly effective?: string | undefined },
  { today }: Circumstances,
): string | { refusal: Refusal } {
  if (effective === undefined || effective <= today) return effective ?? today;
  return refuse('refused', 'date.future', { date: effective, at: 'effective' });
}
