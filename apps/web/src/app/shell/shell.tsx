import { useLocation } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Skeleton } from '../../ui/index.ts';
import { useConflict } from '../deeds/conflict.ts';
import { AddressBand } from '../history/address-band.tsx';
import { AsOfBand } from '../history/as-of-band.tsx';
import { useLivePosition } from '../live/live.ts';
import { LongWorkBand } from '../long-work/long-work-band.tsx';
import { usePlace } from '../place/place.tsx';
import { useWords } from '../words/use-words.ts';
import { HeldChanges } from './bands/held-changes.tsx';
import { WaitingBand } from './bands/waiting-band.tsx';
import { Boundary } from './boundary.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { Rail } from './rail.tsx';
import styles from './shell.module.css';
import { Tabs } from './tabs.tsx';
import { TopBar } from './top-bar.tsx';

const ConflictDialog = lazy(() => import('../deeds/conflict-dialog.tsx'));

/** The frame around every room: rail, top bar, bands for what is out of the ordinary, and what was just done. */
export function Shell({ children }: { children: ReactNode }) {
  const say = useWords('app');
  const { organisation } = usePlace();
  const [isRailOpen, setRailOpen] = useState(false);
  const { pathname } = useLocation();
  useLivePosition(organisation);
  const conflict = useConflict();
  return (
    <div className={styles.app}>
      <a className={styles.skip} href="#room">
        {say('skip')}
      </a>
      <Rail isOpen={isRailOpen} onClose={() => setRailOpen(false)} />
      <div className={styles.page}>
        <TopBar onOpenRail={() => setRailOpen(true)} />
        <WaitingBand />
        <HeldChanges />
        <LongWorkBand />
        <AddressBand />
        <AsOfBand />
        <main id="room" className={styles.main} tabIndex={-1} data-scroll-restoration-id="room">
          <Boundary place={pathname}>
            <Suspense fallback={<Skeleton lines={8} />}>{children}</Suspense>
          </Boundary>
        </main>
      </div>
      <Tabs />
      <NoticeBar />
      <Suspense>{conflict && <ConflictDialog conflict={conflict} />}</Suspense>
    </div>
  );
}
