import { useEffect, useState } from 'react';
import { Button } from '../../actions/button.tsx';
import { useSay } from '../../say.ts';
import { loadedIn } from './loaded.ts';

interface PrintAllProps {
  readonly count: number;
  readonly rowAt: (index: number) => unknown;
  readonly onRange: ((from: number, to: number) => void) | undefined;
}

/** Prints the whole list: what is not here yet is fetched first, which can be left. */
export function PrintAll({ count, rowAt, onRange }: PrintAllProps) {
  const { say, language } = useSay();
  const [isWaiting, setWaiting] = useState(false);
  const loaded = isWaiting ? loadedIn(count, rowAt).length : 0;
  useEffect(() => {
    if (!isWaiting) return;
    if (loaded < count) return onRange?.(0, count - 1);
    setWaiting(false);
    // Only once nothing is being drawn can the page be drawn anew for paper.
    window.setTimeout(() => window.print());
  });
  if (count === 0) return null;
  const figure = new Intl.NumberFormat(language);
  return (
    <span data-print="no">
      {isWaiting ? (
        <>
          <span role="status">
            {say('print-fetching', { count: figure.format(loaded), total: figure.format(count) })}
          </span>{' '}
          <Button size="s" kind="quiet" onPress={() => setWaiting(false)}>
            {say('cancel')}
          </Button>
        </>
      ) : (
        <Button size="s" kind="quiet" onPress={() => setWaiting(true)}>
          {say('print')}
        </Button>
      )}
    </span>
  );
}
