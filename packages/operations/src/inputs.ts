import { count, id, localDate } from '@concord/programme';
import { z } from 'zod';

/** Which day, and as known at which position of the ledger. */
export const timed = {
  on: localDate.optional().describe('Day the answer is about; today when left out'),
  knownAt: count
    .pipe(z.number().min(1))
    .optional()
    .describe('Position of the ledger up to which facts are known'),
};

export const page = {
  offset: count.pipe(z.number().min(0)).default(0).describe('How many to pass over'),
  limit: count.pipe(z.number().min(1).max(1000)).default(50).describe('How many to answer, at most 1000'),
};

export const inScope = {
  scope: id.optional().describe('Scope asked about; that of the adoption when left out'),
};
export const ofFramework = { framework: id.describe('Id of the framework') };
export const ofRequirement = { ...ofFramework, requirement: id.describe('Id of the requirement') };
