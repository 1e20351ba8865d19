import { useCallback, useMemo } from 'react';
import { useAddress } from '../../../app/index.ts';
import { type Change, changesIn, searchOf, withChange, withoutChange } from './supposed.ts';

export interface Changes {
  readonly changes: readonly Change[];
  readonly add: (change: Change) => void;
  readonly remove: (key: string) => void;
  readonly replace: (changes: readonly Change[]) => void;
}

/** What is supposed: it stands in the address, so it can be copied, and "back" takes it back. */
export function useChanges(): Changes {
  const [{ set, lapse, exclude, off }, change] = useAddress();
  const changes = useMemo(() => changesIn({ set, lapse, exclude, off }), [set, lapse, exclude, off]);
  const replace = useCallback((next: readonly Change[]) => change(searchOf(next)), [change]);
  return useMemo(
    () => ({
      changes,
      replace,
      add: (added) => replace(withChange(changes, added)),
      remove: (key) => replace(withoutChange(changes, key)),
    }),
    [changes, replace],
  );
}
