import { lazy, Suspense, useState } from 'react';
import { Button, IconButton, Kbd, LinkButton } from '../../ui/index.ts';
import { AsOfButton } from '../history/as-of-button.tsx';
import { useShortcut } from '../palette/use-shortcut.ts';
import { To } from '../place/links.tsx';
import { type Room, roomGroups } from '../place/rooms.ts';
import { useWords } from '../words/use-words.ts';
import { useIsHere } from './rail.tsx';
import styles from './top-bar.module.css';

const Palette = lazy(() => import('../palette/palette.tsx'));

/** Where one is, find anything, the day that is looked at, what if. */
export function TopBar({ onOpenRail }: { onOpenRail: () => void }) {
  const say = useWords('app');
  const [isFinding, setFinding] = useState(false);
  const [isLookingBack, setLookingBack] = useState(false);
  useShortcut('k', () => setFinding(true));
  return (
    <header className={styles.top}>
      <span className={styles.menu}>
        <IconButton mark="menu" label={say('rail.open')} onPress={onOpenRail} />
      </span>
      <Crumb />
      <span className={styles.find}>
        <Button kind="plain" mark="search" onPress={() => setFinding(true)}>
          <span className={styles.findText}>{say('find.anything')}</span>
          <span className={styles.keys}>
            <Kbd>{say('find.keys')}</Kbd>
          </span>
        </Button>
      </span>
      <AsOfButton isOpen={isLookingBack} onOpen={setLookingBack} />
      <span className={styles.wide}>
        <LinkButton render={(anchor) => <To room="what-if" {...anchor} />}>{say('room.what-if')}</LinkButton>
      </span>
      {isFinding && (
        <Suspense>
          <Palette isOpen onClose={() => setFinding(false)} onLookBack={() => setLookingBack(true)} />
        </Suspense>
      )}
    </header>
  );
}

function Crumb() {
  const rooms = roomGroups.flatMap((each) => each.rooms as readonly Room[]);
  return (
    <p className={styles.crumb}>
      {rooms.map((room) => (
        <CrumbOf key={room} room={room} />
      ))}
    </p>
  );
}

function CrumbOf({ room }: { room: Room }) {
  const say = useWords('app');
  return useIsHere(room) ? <b>{say(`room.${room}`)}</b> : null;
}
