import { Banner, Button } from '../../../ui/index.ts';
import { useConnection } from '../../deeds/connection.ts';
import { type KeptDeed, useKept } from '../../deeds/kept.ts';
import { usePlace } from '../../place/place.tsx';
import { useWords } from '../../words/use-words.ts';

/** The server is gone, or has another key: says so, and how many changes are kept here until it is back. */
export function WaitingBand() {
  const say = useWords('app');
  const connection = useConnection();
  const { organisation } = usePlace();
  const waits = (deed: KeptDeed) => deed.organisation === organisation && deed.held === undefined;
  const count = useKept().filter(waits).length;
  if (connection === 'there' && count === 0) return null;
  const gone = count === 0 ? say('offline') : say('offline.kept', { count });
  const waiting = count === 0 ? undefined : say('waiting', { count });
  const words = { gone, there: waiting, locked: [say('locked'), waiting].filter(Boolean).join(' ') }[
    connection
  ];
  const label = { gone: say('gone'), there: say('waiting.label'), locked: say('locked.label') }[connection];
  return (
    <Banner tone="part" label={label} live actions={connection === 'locked' ? <NewKey /> : undefined}>
      {words}
    </Banner>
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
