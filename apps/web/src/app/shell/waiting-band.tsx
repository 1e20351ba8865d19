import { Banner } from '../../ui/index.ts';
import { useConnection } from '../deeds/connection.ts';
import { useKept } from '../deeds/kept.ts';
import { useWords } from '../words/use-words.ts';

/** The server is gone: says so, and how many changes are kept here until it is back. */
export function WaitingBand() {
  const say = useWords('app');
  const connection = useConnection();
  const kept = useKept();
  if (connection === 'there' && kept.length === 0) return null;
  const words = kept.length === 0 ? say('offline') : say('offline.kept', { count: kept.length });
  return (
    <Banner tone="part" label={say('gone')} live>
      {words}
    </Banner>
  );
}
