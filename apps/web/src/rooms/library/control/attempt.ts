import { isRefusal, type Say, tell, Unreachable } from '../../../app/index.ts';

/** Does something that may be refused; the reason is then told at the foot of the page. Says whether it was done. */
export async function attempt(work: () => Promise<unknown>, failed: string): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    tell({ says: failed, notices: [error.problem.detail], tone: 'failed' });
    return false;
  }
}

/** Why it was not done, for the field or form that it is about; what is neither refused nor unanswered is thrown on. */
export function reasonOf(error: unknown, say: Say): string {
  if (isRefusal(error)) return error.problem.detail;
  if (error instanceof Unreachable) return say('unreachable');
  throw error;
}
