import type { Foretold } from '@concord/operations/client';
import { useEffect, useState } from 'react';
import { foretell, isRefusal, type Refused, Unreachable, usePlace } from '../../../app/index.ts';

/** What taking the file in would do, tried on the server without writing anything. */
export interface DryRun {
  readonly told?: Foretold;
  /** Why it would be refused, with every cell at fault. */
  readonly refused?: Refused['problem'];
  readonly unanswered?: true;
  readonly isPending?: true;
}

/** Tries it whenever its input changes; nothing is tried without one. */
export function useDryRun(name: string, input: Readonly<Record<string, unknown>> | undefined): DryRun {
  const { organisation } = usePlace();
  const [run, setRun] = useState<DryRun>({});
  const question = input === undefined ? '' : JSON.stringify(input);
  useEffect(() => {
    if (question === '') return setRun({});
    let isOver = false;
    const found = (next: DryRun) => isOver || setRun(next);
    found({ isPending: true });
    foretell(organisation, name, JSON.parse(question)).then(
      (told) => found({ told }),
      (error: unknown) => {
        if (isRefusal(error)) found({ refused: error.problem });
        else if (error instanceof Unreachable) found({ unanswered: true });
        else throw error;
      },
    );
    return () => {
      isOver = true;
    };
  }, [organisation, name, question]);
  return run;
}
