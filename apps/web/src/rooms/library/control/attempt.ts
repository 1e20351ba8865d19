import { isRefusal, type Say, tell, Unreachable } from '../../../app/index.ts';

interface Telling {
  /** What was not done, in words. */
  readonly failed: string;
  readonly say: Say;
}

/**
 * Does something that may be refused or not be answered; the reason is then told at the foot of the page. Says whether
 * it was done.
 */
export async function attempt(work: () => Promise<unknown>, { failed, say }: Telling): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    tell({ says: failed, notices: [reasonOf(error, say)], tone: 'failed' });
    return false;
  }
}

/** Why it was not done, for the field or form that it is about; what is neither refused nor unanswered is thrown on. */
export function reasonOf(error: unknown, say: Say): string {
  if (isRefusal(error)) return error.problem.detail;
  if (error instanceof Unreachable) return say('unreachable');
  throw error;
}
