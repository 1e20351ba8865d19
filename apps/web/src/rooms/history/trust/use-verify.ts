import type { AnswerOf } from '@concord/operations/client';
import { useState } from 'react';
import { ask, isRefusal, Unreachable, usePlace, useWords } from '../../../app/index.ts';
import type { Kept } from './kept-head.ts';

export interface Verified {
  readonly at: string;
  readonly found: AnswerOf<'verify'>;
  /** Where the ledger ends now. */
  readonly head: AnswerOf<'head'>;
  /** What it was checked against. */
  readonly against: Kept;
}

/** Checks the ledger when asked to. Says why not, where it could not be checked. */
export function useVerify() {
  const say = useWords('history');
  const { organisation } = usePlace();
  const [verified, setVerified] = useState<Verified>();
  const [failed, setFailed] = useState<string>();
  const [isPending, setPending] = useState(false);
  const verify = async (against: Kept = {}) => {
    setPending(true);
    setFailed(undefined);
    try {
      const found = await ask(organisation, 'verify', { ...against });
      const head = await ask(organisation, 'head');
      setVerified({ at: new Date().toISOString(), found, head, against });
    } catch (error) {
      setVerified(undefined);
      setFailed(reasonOf(error, say('unreachable')));
    } finally {
      setPending(false);
    }
  };
  return { verified, failed, isPending, verify };
}

function reasonOf(error: unknown, unreachable: string): string {
  if (isRefusal(error)) return error.problem.detail;
  if (error instanceof Unreachable) return unreachable;
  throw error;
}
