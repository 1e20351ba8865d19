import { isRefusal, type Say, Unreachable } from '../../../app/index.ts';

/** Why something was not done, in words. What is neither refused nor unanswered is a mistake of ours: thrown on. */
export function saidOf(error: unknown, say: Say): string {
  if (isRefusal(error)) return error.problem.detail;
  if (error instanceof Unreachable) return say('unreachable');
  throw error;
}
