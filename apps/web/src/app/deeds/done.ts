import type { Told } from '@concord/operations/client';
import { refresh } from '../answers/query-client.ts';
import { isRefusal, send } from '../client/index.ts';
import { languageNow, sayNow } from '../words/language.ts';
import { type Entry, tell } from './notices.ts';

interface What {
  readonly organisation: string;
  /** What is told when it is done; nothing is without it, and without anything that should be known. */
  readonly says?: string | undefined;
}

/** Says what a command has done, with the way back where the server says that there is one. */
export function tellDone(
  { notices, unchanged, undoable, position }: Told,
  { organisation, says }: What,
): void {
  if (says === undefined && !notices?.length) return;
  const entry = says !== undefined && undoable ? { organisation, position } : undefined;
  tell({ says: unchanged ? sayNow('unchanged') : (says ?? sayNow('done')), notices, tone: 'done', entry });
}

/** Takes back what a notice tells of. */
export async function takeBack({ organisation, position: entry }: Entry): Promise<void> {
  const idempotencyKey = crypto.randomUUID();
  try {
    await send('undo', { entry }, { organisation, idempotencyKey, language: languageNow() });
    tell({ says: sayNow('undone'), tone: 'done' });
  } catch (error) {
    const reason = isRefusal(error) ? error.problem.detail : sayNow('unreachable');
    tell({ says: sayNow('not-undone'), notices: [reason], tone: 'failed' });
  }
  await refresh(organisation);
}
