import type { Foretold, Problem } from '@concord/operations/client';
import { useEffect, useState } from 'react';
import { foretell, isRefusal, Unreachable, usePlace } from '../../../app/index.ts';

export interface Tried {
  readonly told?: Foretold;
  readonly refused?: Problem;
  readonly isUnanswered?: true;
}

/** What adding them would write, tried on the server without writing it; empty while it is tried. */
export function useTried(actions: readonly object[]): Tried {
  const { organisation } = usePlace();
  const [tried, setTried] = useState<Tried>({});
  const asked = JSON.stringify(actions);
  useEffect(() => {
    setTried({});
    if (asked === '[]') return;
    let isOver = false;
    const found = (next: Tried) => isOver || setTried(next);
    foretell(organisation, 'actions add-many', { actions: JSON.parse(asked) }).then(
      (told) => found({ told }),
      (error: unknown) => {
        if (isRefusal(error)) found({ refused: error.problem });
        else if (error instanceof Unreachable) found({ isUnanswered: true });
        else throw error;
      },
    );
    return () => {
      isOver = true;
    };
  }, [organisation, asked]);
  return tried;
}
