import { useEffect } from 'react';
import { useLedgerEnd } from '../store/ledger-end.ts';
import { makeStore } from '../store/store.ts';
import { useAddress } from './address.ts';
import { type Expected, type Fault, faultsIn } from './said.ts';

/** What the parts of a page that stand on screen read of the address. */
const read = makeStore<readonly Expected[]>([]);

/** Says what this part of a page reads of the address, so that what cannot be meant is told over the page. */
export function useExpected(expected: Expected): void {
  const written = JSON.stringify(expected);
  useEffect(() => {
    const mine = JSON.parse(written) as Expected;
    read.set([...read.get(), mine]);
    return () => read.set(read.get().filter((each) => each !== mine));
  }, [written]);
}

const everywhere: Expected = { on: 'day', knownAt: 'entry' };

/** What of the address cannot be meant. */
export function useFaults(): readonly Fault[] {
  const [search] = useAddress();
  const end = useLedgerEnd();
  return faultsIn(search, Object.assign({}, everywhere, ...read.use()) as Expected, end);
}
