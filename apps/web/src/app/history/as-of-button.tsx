import { lazy, Suspense } from 'react';
import { Button } from '../../ui/index.ts';
import { useWhen } from '../place/when.ts';
import { useFormat, useWords } from '../words/use-words.ts';
import styles from './as-of.module.css';

const AsOfDialog = lazy(() => import('./as-of-dialog.tsx'));

interface AsOfButtonProps {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** Any page as of a day, and as known at an entry of the ledger. */
export function AsOfButton({ isOpen, onOpen }: AsOfButtonProps) {
  const say = useWords('app');
  const format = useFormat();
  const { on, knownAt } = useWhen();
  const known = knownAt === undefined ? undefined : format.number(knownAt);
  const today = known === undefined ? say('as-of.today') : say('as-of.known-alone', { position: known });
  const words = on === undefined ? today : format.day(on);
  return (
    <>
      <Button mark="history" onPress={() => onOpen(true)}>
        <span className={styles.words}>{words}</span>
      </Button>
      {isOpen && (
        <Suspense>
          <AsOfDialog onClose={() => onOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
