import { Banner, Button } from '../../ui/index.ts';
import { useAddress } from '../place/address.ts';
import { To } from '../place/links.tsx';
import { useWhen, type When } from '../place/when.ts';
import { type Say, useFormat, useWords } from '../words/use-words.ts';
import { type Knowledge, knowledgeIn, useKnownThen } from './known-then.ts';

/** On every page that is not about now: which day and which knowledge it shows, the other one, and the way back. */
export function AsOfBand() {
  const say = useWords('app');
  const format = useFormat();
  const when = useWhen();
  const { position } = useKnownThen(when.on);
  const [, change] = useAddress();
  const { on, knownAt } = when;
  if (on === undefined && knownAt === undefined) return null;
  const known = say(
    ...knownWords(when, knowledgeIn(when, position), knownAt === undefined ? '' : format.number(knownAt)),
  );
  const parts = on === undefined ? [known] : [say('as-of.day', { day: format.dayLong(on) }), known];
  return (
    <Banner
      tone="stale"
      label={say('as-of.title')}
      live
      actions={
        <>
          {on !== undefined && <OtherKnowledge {...{ knownAt, position }} />}
          <Button size="s" onPress={() => change({ on: undefined, knownAt: undefined })}>
            {say('as-of.back')}
          </Button>
          <To room="history">{say('as-of.choose')}</To>
        </>
      }
    >
      {parts.join(' · ')} {say('as-of.reads-only')}
    </Banner>
  );
}

function knownWords({ on }: When, knowledge: Knowledge, position: string): Parameters<Say> {
  if (on === undefined) return ['as-of.known-alone', { position }];
  return knowledge === 'entry' ? ['as-of.known', { position }] : [`as-of.known-${knowledge}`];
}

interface OtherProps {
  readonly knownAt: number | undefined;
  /** Position at the end of the day; 0 where the ledger had not begun. */
  readonly position: number | undefined;
}

/** From what was known then to what is known today, and back. */
function OtherKnowledge({ knownAt, position = 0 }: OtherProps) {
  const say = useWords('app');
  const [, change] = useAddress();
  if (knownAt === undefined && position === 0) return null;
  const other = knownAt === undefined ? String(position) : undefined;
  return (
    <Button size="s" onPress={() => change({ knownAt: other })}>
      {say(other === undefined ? 'as-of.by-now' : 'as-of.by-then')}
    </Button>
  );
}
