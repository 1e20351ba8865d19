import { makeStore } from './store.ts';

interface End {
  readonly organisation: string;
  readonly position: number;
}

/** The last entry of the ledger that is open, once it was heard of. */
const end = makeStore<End | undefined>(undefined);
let opened: string | undefined;

export function useLedgerEnd(): number | undefined {
  return end.use()?.position;
}

export function ledgerEndNow(): number | undefined {
  return end.get()?.position;
}

/** Follows the ledger of an organisation from now on; answers how to stop. */
export function followLedger(organisation: string): () => void {
  opened = organisation;
  return () => {
    if (opened === organisation) opened = undefined;
    end.set(undefined);
  };
}

/**
 * A position that an answer names. A ledger only grows, and answers overtake one another: so the end is only ever moved
 * on, and by answers of the ledger that is open.
 */
export function hearPosition(organisation: string | undefined, position: number): void {
  if (organisation === undefined || organisation !== opened) return;
  const before = end.get();
  if (before?.organisation === organisation && before.position >= position) return;
  end.set({ organisation, position });
}
