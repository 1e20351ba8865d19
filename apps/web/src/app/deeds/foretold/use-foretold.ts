import type { Foretold } from '@concord/operations/client';
import { useEffect, useState } from 'react';
import { isRefusal, type Refused, Unreachable } from '../../client/index.ts';
import { usePlace } from '../../place/place.tsx';
import { foretell } from '../use-deed.ts';

interface Found {
  readonly told?: Foretold;
  /** Why it would be refused, with every place. */
  readonly refused?: Refused;
  /** The server did not answer. */
  readonly isUnanswered?: true;
}

/** What a deed would do, tried on the server without writing anything; nothing of it stands while it is tried. */
export interface Trial extends Found {
  readonly isPending: boolean;
  /** Tries it once more: what it is decided on has changed. */
  readonly again: () => void;
}

/** Tries the deed whenever its input changes; nothing is tried without one. */
export function useForetold(name: string, input: object | undefined): Trial {
  const { organisation } = usePlace();
  const [found, setFound] = useState<Found>();
  const [round, setRound] = useState(0);
  const question = input === undefined ? '' : JSON.stringify(input);
  useEffect(() => {
    setFound(undefined);
    if (question === '') return;
    let isOver = false;
    const show = (next: Found) => isOver || setFound(next);
    foretell(organisation, name, JSON.parse(question)).then(
      (told) => show({ told }),
      (error: unknown) => {
        if (isRefusal(error)) show({ refused: error });
        else if (error instanceof Unreachable) show({ isUnanswered: true });
        else throw error;
      },
    );
    return () => {
      isOver = true;
    };
  }, [organisation, name, question, round]);
  const isPending = question !== '' && found === undefined;
  return { ...found, isPending, again: () => setRound((before) => before + 1) };
}
