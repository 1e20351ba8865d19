import { useMemo } from 'react';
import { useLedgerEnd } from '../store/ledger-end.ts';
import { useAddress } from './address.ts';
import { entryIn, isDay } from './said.ts';

/** Which day is looked at, and as known at which position of the ledger; empty for now. */
export interface When {
  readonly on?: string;
  readonly knownAt?: number;
}

export function useWhen(): When {
  const [{ on, knownAt }] = useAddress();
  const end = useLedgerEnd();
  return useMemo(() => whenIn(on, knownAt, end), [on, knownAt, end]);
}

/** What is no day, and no entry up to the end, is not looked at: the band over the page tells it. */
export function whenIn(on: string | undefined, knownAt: string | undefined, end: number | undefined): When {
  const entry = entryIn(knownAt);
  const isThere = entry !== undefined && (end === undefined || entry <= end);
  return { ...(isDay(on) ? { on } : {}), ...(isThere ? { knownAt: entry } : {}) };
}

/** In the past nothing can be changed. */
export function useIsPast(): boolean {
  const { on, knownAt } = useWhen();
  return on !== undefined || knownAt !== undefined;
}
