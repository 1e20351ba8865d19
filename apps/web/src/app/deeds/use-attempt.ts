import { useCallback, useState } from 'react';
import { Refused, Unreachable } from '../client/index.ts';
import { type Say, useWords } from '../words/use-words.ts';

/** What was wrong with an attempt, as a form shows it; `field` is the member of the input at fault. */
export interface AttemptError {
  readonly field?: string | undefined;
  readonly message: string;
  /** What is the matter in a few words, where it is about no field. */
  readonly title?: string | undefined;
  /** What mends it, where that is done elsewhere than in the form. */
  readonly mend?: { readonly label: string; readonly onPress: () => void } | undefined;
}

interface Attempt {
  readonly isPending: boolean;
  readonly errors: readonly AttemptError[];
}

const atRest: Attempt = { isPending: false, errors: [] };

/** Tries a deed of a form or a dialog: true when it was done; a refusal stays there in words, with what was typed. */
export function useAttempt() {
  const say = useWords('app');
  const [state, setState] = useState(atRest);
  const attempt = useCallback(
    async (deed: () => Promise<unknown>): Promise<boolean> => {
      setState({ isPending: true, errors: [] });
      try {
        await deed();
        setState(atRest);
        return true;
      } catch (error) {
        const isGone = error instanceof Unreachable;
        if (!isGone && !(error instanceof Refused)) {
          setState(atRest);
          throw error;
        }
        setState({ isPending: false, errors: isGone ? [goneError(say)] : errorsOf(error, say) });
        return false;
      }
    },
    [say],
  );
  const forget = useCallback(() => setState(atRest), []);
  return { ...state, attempt, forget };
}

function goneError(say: Say): AttemptError {
  return { title: say('gone'), message: say('gone-detail') };
}

/** What is typed outlives the page that is loaded anew to give the key. */
function lockedError(say: Say): AttemptError {
  const mend = { label: say('locked.key'), onPress: () => window.location.reload() };
  return { title: say('locked.label'), message: say('locked.typed'), mend };
}

function errorsOf({ problem }: Refused, say: Say): readonly AttemptError[] {
  if (problem.code === 'signed-in.missing') return [lockedError(say)];
  const each = (problem.errors ?? []).map(({ at, detail }) => ({ message: `${at}: ${detail}` }));
  return [{ field: problem.path, message: problem.detail }, ...each];
}
