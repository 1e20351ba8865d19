import { useLocation } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { Skeleton } from '../../ui/index.ts';
import { useConflict } from '../deeds/conflict/settle.ts';
import { AddressBand } from '../history/address-band.tsx';
import { AsOfBand } from '../history/as-of-band.tsx';
import { SinceLedger } from '../history/before-ledger.tsx';
import { useLivePosition } from '../live/live.ts';
import { LongWorkBand } from '../long-work/long-work-band.tsx';
import { usePlace } from '../place/place.tsx';
import { HeldChanges } from './bands/held-changes.tsx';
import { WaitingBand } from './bands/waiting-band.tsx';
import { Boundary } from './boundary.tsx';
import { useKeptFocus } from './focus/keep-focus.ts';
import { Skips } from './focus/skips.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { Rail } from './rail.tsx';
import styles from './shell.module.css';
import { Tabs } from './tabs.tsx';
import { TopBar } from './top-bar.tsx';

const ConflictDialog = lazy(() => import('../deeds/conflict/conflict-dialog.tsx'));

/**
 * The frame around every room: top bar, bands for what is out of the ordinary, the room, the rail, and what was just
 * done. The rail stands at the start of the page and after the room in the order of Tab: a room begins at its first stops.
 */
export function Shell({ children }: { children: ReactNode }) {
  const { organisation } = usePlace();
  const [isRailOpen, setRailOpen] = useState(false);
  const { pathname } = useLocation();
  useLivePosition(organisation);
  useKeptFocus();
  useFocusOnRoom(pathname);
  const conflict = useConflict();
  return (
    <div className={styles.app}>
      <Skips />
      <div className={styles.page}>
        <TopBar onOpenRail={() => setRailOpen(true)} />
        <WaitingBand />
        <HeldChanges />
        <LongWorkBand />
        <AddressBand />
        <AsOfBand />
        <main id="room" className={styles.main} tabIndex={-1} data-scroll-restoration-id="room">
          <Boundary place={pathname}>
            <Suspense fallback={<Skeleton lines={8} />}>
              <SinceLedger>{children}</SinceLedger>
            </Suspense>
          </Boundary>
        </main>
      </div>
      <Rail isOpen={isRailOpen} onClose={() => setRailOpen(false)} />
      <Tabs />
      <NoticeBar />
      <Suspense>{conflict && <ConflictDialog key={conflict.nth} conflict={conflict} />}</Suspense>
    </div>
  );
}

/** Who goes to another room by its link goes on in that room, not in the list of rooms. */
function useFocusOnRoom(pathname: string): void {
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement?.closest('[data-rooms]'))
      document.getElementById('room')?.focus({ preventScroll: true });
  }, [pathname]);
}
