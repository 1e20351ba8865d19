import type { Foretold } from '@concord/operations/client';
import { useEffect, useState } from 'react';
import { foretell, isRefusal, type Refused, Unreachable, usePlace, useWords } from '../../../app/index.ts';

/** What a deed would do, tried on the server without writing anything. */
export interface DryRun {
  readonly told: Foretold | undefined;
  /** Why it would be refused, with every place. */
  readonly refused: Refused | undefined;
  readonly unanswered: string | undefined;
  readonly isPending: boolean;
  /** Tries it once more: what it is decided on has changed. */
  readonly again: () => void;
}

const nothing: Omit<DryRun, 'again'> = {
  told: undefined,
  refused: undefined,
  unanswered: undefined,
  isPending: false,
};

/** Tries the deed whenever its input changes; nothing is tried without one. */
export function useDryRun(name: string, input: Readonly<Record<string, unknown>> | undefined): DryRun {
  const { organisation } = usePlace();
  const say = useWords('library');
  const [run, setRun] = useState(nothing);
  const [round, setRound] = useState(0);
  const question = input === undefined ? '' : JSON.stringify(input);
  useEffect(() => {
    if (question === '') return setRun(nothing);
    let isOver = false;
    const found = (next: Partial<typeof nothing>) => isOver || setRun({ ...nothing, ...next });
    found({ isPending: true });
    foretell(organisation, name, JSON.parse(question)).then(
      (told) => found({ told }),
      (error: unknown) => {
        if (isRefusal(error)) found({ refused: error });
        else if (error instanceof Unreachable) found({ unanswered: say('unreachable') });
        else throw error;
      },
    );
    return () => {
      isOver = true;
    };
  }, [organisation, name, question, round, say]);
  return { ...run, again: () => setRound((before) => before + 1) };
}
