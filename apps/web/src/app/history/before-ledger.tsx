import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button, Note, Page, Skeleton } from '../../ui/index.ts';
import { useAddress } from '../place/address.ts';
import { usePlace } from '../place/place.tsx';
import { pathOfRoom } from '../place/rooms.ts';
import { useWhen } from '../place/when.ts';
import { makeStore } from '../store/store.ts';
import { useFormat, useWords } from '../words/use-words.ts';
import { useKnownThen } from './known-then.ts';

/** Days before the ledger of which somebody wanted to see what was recorded later. */
const wanted = makeStore<readonly string[]>([]);

interface NotBegunProps {
  readonly on: string;
  readonly begins: string;
  readonly onDone?: () => void;
}

/** The ledger had not begun on that day: says when it does, and offers that day, or what was recorded later of this one. */
export function NotBegun({ on, begins, onDone }: NotBegunProps) {
  const say = useWords('app');
  const format = useFormat();
  const [, change] = useAddress();
  const first = useKnownThen(begins);
  const showFirst = () => {
    const { isOver, position } = first;
    // Of a first day that is today, now is shown.
    change({ on: isOver ? begins : undefined, knownAt: isOver ? String(position) : undefined });
    onDone?.();
  };
  const showLater = () => {
    wanted.set([...wanted.get(), on]);
    change({ on, knownAt: undefined });
    onDone?.();
  };
  return (
    <Note
      tone="stale"
      title={say('as-of.begins', { day: format.day(begins) })}
      live
      actions={
        <>
          <Button kind="primary" onPress={showFirst} pending={first.isAsked}>
            {say('as-of.show-first', { day: format.day(begins) })}
          </Button>
          <Button onPress={showLater}>{say('as-of.show-later')}</Button>
        </>
      }
    >
      {say('as-of.begins-says', { day: format.day(on) })}
    </Note>
  );
}

/** The room, unless it is of a day before the ledger: of that day nothing was known, and nothing is drawn. */
export function SinceLedger({ children }: { readonly children: ReactNode }) {
  const say = useWords('app');
  const { on } = useWhen();
  const { position, begins, isAsked } = useKnownThen(on);
  const isWanted = wanted.use().includes(on ?? '');
  const { pathname } = useLocation();
  const { organisation } = usePlace();
  // There a day is chosen, by the ledger itself.
  if (pathname === pathOfRoom(organisation, 'history')) return children;
  if (on !== undefined && position === 0 && begins !== undefined && !isWanted)
    return (
      <Page title={say('as-of.not-begun')}>
        <NotBegun on={on} begins={begins} />
      </Page>
    );
  return isAsked ? <Skeleton lines={8} /> : children;
}
