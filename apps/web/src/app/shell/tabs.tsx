import { To } from '../place/links.tsx';
import type { Room } from '../place/rooms.ts';
import { useWords } from '../words/use-words.ts';
import { useIsHere } from './rail.tsx';
import styles from './tabs.module.css';

const tabs: readonly Room[] = ['home', 'library', 'evidence', 'actions'];

/** On a narrow page, the four rooms that are visited most. */
export function Tabs() {
  const say = useWords('app');
  return (
    <nav data-rooms="" className={styles.tabs} aria-label={say('tabs.label')}>
      {tabs.map((room) => (
        <Tab key={room} room={room} />
      ))}
    </nav>
  );
}

function Tab({ room }: { room: Room }) {
  const say = useWords('app');
  return (
    <To room={room} aria-current={useIsHere(room) ? 'page' : undefined}>
      {say(`room.${room}`)}
    </To>
  );
}
