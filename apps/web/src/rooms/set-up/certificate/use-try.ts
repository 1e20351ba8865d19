import { useCallback, useState } from 'react';
import { isRefusal, type Stranger, useWords } from '../../../app/index.ts';
import { saidOf } from '../frame/said-of.ts';

/** Why something was not done, with every place of a file that is at fault. */
export interface Fault {
  readonly detail: string;
  readonly errors: readonly { readonly at: string; readonly detail: string }[];
  /** Whom the file names and who is nobody here. */
  readonly strangers: readonly Stranger[];
}

/** Does something that may be refused: true when it was done; else the reason stands there. */
export function useTry() {
  const say = useWords('set-up');
  const [isPending, setPending] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const attempt = useCallback(
    async (work: () => Promise<unknown>): Promise<boolean> => {
      setPending(true);
      setFault(undefined);
      try {
        await work();
        return true;
      } catch (error) {
        const { errors = [], strangers = [] } = isRefusal(error) ? error.problem : {};
        setFault({ detail: saidOf(error, say), errors, strangers });
        return false;
      } finally {
        setPending(false);
      }
    },
    [say],
  );
  return { isPending, fault, attempt };
}
