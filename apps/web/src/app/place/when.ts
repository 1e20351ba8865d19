import { useMemo } from 'react';
import { useAddress } from './address.ts';

/** Which day is looked at, and as known at which position of the ledger; empty for now. */
export interface When {
  readonly on?: string;
  readonly knownAt?: number;
}

export function useWhen(): When {
  const [{ on, knownAt }] = useAddress();
  return useMemo(() => whenOf(on, knownAt), [on, knownAt]);
}

/** What is no day and no position is passed over: an address is typed by people. */
function whenOf(on: string | undefined, knownAt: string | undefined): When {
  const position = /^[1-9]\d{0,14}$/.test(knownAt ?? '') ? Number(knownAt) : undefined;
  return {
    ...(/^\d{4}-\d{2}-\d{2}$/.test(on ?? '') ? { on: on as string } : {}),
    ...(position === undefined ? {} : { knownAt: position }),
  };
}

/** In the past nothing can be changed. */
export function useIsPast(): boolean {
  const { on, knownAt } = useWhen();
  return on !== undefined || knownAt !== undefined;
}
