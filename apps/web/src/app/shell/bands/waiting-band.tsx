import { useState } from 'react';
import { Banner, Button } from '../../../ui/index.ts';
import { useConnection } from '../../deeds/connection.ts';
import { giveUp, type KeptDeed, useKept } from '../../deeds/kept/store.ts';
import { usePlace } from '../../place/place.tsx';
import { useWords } from '../../words/use-words.ts';
import styles from './kept-changes.module.css';
import { TypedText } from './typed-text.tsx';

/** The server is gone, or has another key: says so, and which changes are kept here until it is back. */
export function WaitingBand() {
  const say = useWords('app');
  const connection = useConnection();
  const { organisation } = usePlace();
  const [isOpen, setOpen] = useState(false);
  const waiting = useKept().filter((deed) => deed.organisation === organisation && deed.held === undefined);
  const count = waiting.length;
  if (connection === 'there' && count === 0) return null;
  const label = { gone: say('gone'), there: say('waiting.label'), locked: say('locked.label') }[connection];
  const show = (
    <Button size="s" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
      {say(isOpen ? 'waiting.hide' : 'waiting.show')}
    </Button>
  );
  return (
    <Banner
      tone="part"
      label={label}
      live
      actions={
        <>
          {count > 0 && show}
          {connection === 'locked' && <NewKey />}
        </>
      }
    >
      <Words count={count} />
      {isOpen && count > 0 && <Waiting deeds={waiting} />}
    </Banner>
  );
}

function Words({ count }: { readonly count: number }) {
  const say = useWords('app');
  const connection = useConnection();
  const waiting = count === 0 ? undefined : say('waiting', { count });
  if (connection === 'locked') return [say('locked'), waiting].filter(Boolean).join(' ');
  if (connection === 'there') return waiting;
  return count === 0 ? say('offline') : say('offline.kept', { count });
}

function Waiting({ deeds }: { readonly deeds: readonly KeptDeed[] }) {
  const say = useWords('app');
  return (
    <ul className={styles.list} aria-label={say('waiting.list')}>
      {deeds.map((deed) => (
        <li key={deed.key}>
          <b>{deed.says}</b>{' '}
          <Button
            size="s"
            kind="quiet"
            aria-label={say('waiting.give-up', { what: deed.says })}
            onPress={() => giveUp(deed.key)}
          >
            {say('held.give-up')}
          </Button>
          <TypedText deed={deed} />
        </li>
      ))}
    </ul>
  );
}

function NewKey() {
  const say = useWords('app');
  return (
    <Button size="s" onPress={() => window.location.reload()}>
      {say('locked.key')}
    </Button>
  );
}
