import { useState } from 'react';
import { Button, DateField, Dialog, NumberField, RadioList } from '../../ui/index.ts';
import { ask as askOnce } from '../answers/use-answer.ts';
import { useAddress } from '../place/address.ts';
import { To } from '../place/links.tsx';
import { usePlace } from '../place/place.tsx';
import { useWhen } from '../place/when.ts';
import { useWords } from '../words/use-words.ts';
import styles from './as-of.module.css';
import { NotBegun } from './before-ledger.tsx';
import { type Knowledge, knowledgeIn, useKnownThen } from './known-then.ts';

const ways: readonly Knowledge[] = ['then', 'now', 'entry'];

/** Asks for the day and how it is to be known: as it was at its end, unless today's knowledge or an entry is chosen. */
export default function AsOfDialog({ onClose }: { onClose: () => void }) {
  const say = useWords('app');
  const { asked, change: ask, begins, look } = useAsked();
  const { on, way, entry } = asked;
  const [, change] = useAddress();
  const [isMissing, setMissing] = useState(false);
  const show = (looked: Shown) => {
    change({ on: looked.on, knownAt: looked.knownAt === undefined ? undefined : String(looked.knownAt) });
    onClose();
  };
  const showAsked = async () => {
    const looked = await look();
    setMissing(looked === 'nothing');
    if (typeof looked === 'object') show(looked);
  };
  const missing = isMissing ? say('as-of.which') : undefined;
  return (
    <Dialog
      isOpen
      title={say('as-of.title')}
      onClose={onClose}
      foot={
        <>
          <Button kind="primary" onPress={() => void showAsked()}>
            {say('as-of.show')}
          </Button>
          <Button onPress={() => show({})}>{say('as-of.today')}</Button>
        </>
      }
    >
      <div className={styles.fields}>
        <DateField
          label={say('as-of.on')}
          value={on}
          onChange={(day) => ask({ on: day })}
          error={way === 'entry' ? undefined : missing}
        />
        <RadioList
          label={say('as-of.how')}
          value={way}
          onChange={(id) => ask({ way: ways.find((each) => each === id) ?? 'then' })}
          options={ways.map((id) => ({
            id,
            label: say(`as-of.way-${id}`),
            description: say(`as-of.way-${id}-says`),
          }))}
        />
        {way === 'entry' && (
          <NumberField
            label={say('as-of.known-at')}
            value={entry}
            onChange={(position) => ask({ entry: position })}
            minValue={1}
            error={missing}
          />
        )}
        {begins !== undefined && on !== undefined && way === 'then' && (
          <NotBegun {...{ on, begins }} onDone={onClose} />
        )}
        <To room="history" onClick={onClose}>
          {say('as-of.choose')}
        </To>
      </div>
    </Dialog>
  );
}

interface Shown {
  readonly on?: string | undefined;
  readonly knownAt?: number | undefined;
}

interface AskedFor {
  readonly on: string | undefined;
  readonly way: Knowledge;
  readonly entry: number | undefined;
}

/** What is asked for so far, and what it shows; `begins` where the ledger had not begun on the day. */
function useAsked() {
  const { organisation } = usePlace();
  const when = useWhen();
  const stands = useKnownThen(when.on);
  const [changed, setChanged] = useState<Partial<AskedFor>>({});
  const asked: AskedFor = {
    on: when.on,
    way: knowledgeIn(when, stands.position),
    entry: when.knownAt,
    ...changed,
  };
  const { position, begins, isOver } = useKnownThen(asked.on);
  const atItsEnd = async (day: string) =>
    position ?? (await askOnce(organisation, 'position', { day })).position;
  /** A day before the ledger is told beside it; of one that is not over, all that is known is shown. */
  const look = async (): Promise<Shown | 'nothing' | 'not-begun'> => {
    const { on, way, entry } = asked;
    if (way === 'entry') return entry === undefined ? 'nothing' : { on, knownAt: entry };
    if (on === undefined) return 'nothing';
    if (way === 'now' || !isOver) return { on };
    const knownAt = await atItsEnd(on);
    return knownAt === 0 ? 'not-begun' : { on, knownAt };
  };
  const change = (more: Partial<AskedFor>) => setChanged((before) => ({ ...before, ...more }));
  return { asked, change, begins: position === 0 ? begins : undefined, look };
}
