import { useCallback, useState } from 'react';
import { Refused, Unreachable } from '../client/index.ts';
import { useWords } from '../words/use-words.ts';

/** What was wrong with an attempt, as a form shows it; `field` is the member of the input at fault. */
export interface AttemptError {
  readonly field?: string | undefined;
  readonly message: string;
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
        setState({ isPending: false, errors: isGone ? [{ message: say('gone-detail') }] : errorsOf(error) });
        return false;
      }
    },
    [say],
  );
  const forget = useCallback(() => setState(atRest), []);
  return { ...state, attempt, forget };
}

function errorsOf({ problem }: Refused): readonly AttemptError[] {
  const each = (problem.errors ?? []).map(({ at, detail }) => ({ message: `${at}: ${detail}` }));
  return [{ field: problem.path, message: problem.detail }, ...each];
}
