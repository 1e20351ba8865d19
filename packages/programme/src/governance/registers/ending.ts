import { localDate, text } from '../../foundation/index.ts';

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
