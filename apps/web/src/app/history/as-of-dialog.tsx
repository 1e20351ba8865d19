import { useState } from 'react';
import { Button, DateField, Dialog, NumberField } from '../../ui/index.ts';
import { useAddress } from '../place/address.ts';
import { To } from '../place/links.tsx';
import { useWhen } from '../place/when.ts';
import { useWords } from '../words/use-words.ts';
import styles from './as-of.module.css';

/** Asks for the day, and for the entry of the ledger up to which facts are known. */
export default function AsOfDialog({ onClose }: { onClose: () => void }) {
  const say = useWords('app');
  const when = useWhen();
  const [, change] = useAddress();
  const [on, setOn] = useState(when.on);
  const [knownAt, setKnownAt] = useState(when.knownAt);
  const show = (day: string | undefined, position: number | undefined) => {
    change({ on: day, knownAt: position === undefined ? undefined : String(position) });
    onClose();
  };
  return (
    <Dialog
      isOpen
      title={say('as-of.title')}
      onClose={onClose}
      foot={
        <>
          <Button kind="primary" onPress={() => show(on, knownAt)}>
            {say('as-of.show')}
          </Button>
          <Button onPress={() => show(undefined, undefined)}>{say('as-of.today')}</Button>
        </>
      }
    >
      <div className={styles.fields}>
        <DateField label={say('as-of.on')} description={say('as-of.on-says')} value={on} onChange={setOn} />
        <NumberField
          label={say('as-of.known-at')}
          description={say('as-of.known-at-says')}
          value={knownAt}
          onChange={setKnownAt}
          minValue={1}
        />
        <To room="history" onClick={onClose}>
          {say('as-of.choose')}
        </To>
      </div>
    </Dialog>
  );
}
