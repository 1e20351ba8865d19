import { useMemo } from 'react';
import { makeStore } from '../store/store.ts';
import { useAddress } from './address.ts';
import { entryIn, isDay } from './said.ts';

/** Which day is looked at, and as known at which position of the ledger; empty for now. */
export interface When {
  readonly on?: string;
  readonly knownAt?: number;
}

/** The last entry of the ledger that is open, once it was heard of. */
export const ledgerEnd = makeStore<number | undefined>(undefined);

export function useWhen(): When {
  const [{ on, knownAt }] = useAddress();
  const end = ledgerEnd.use();
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
