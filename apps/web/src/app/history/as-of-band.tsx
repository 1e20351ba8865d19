import { Banner, Button } from '../../ui/index.ts';
import { useAddress } from '../place/address.ts';
import { To } from '../place/links.tsx';
import { useWhen } from '../place/when.ts';
import { useFormat, useWords } from '../words/use-words.ts';

/** On every page that is not about now: which day and which knowledge it shows, and the way back. */
export function AsOfBand() {
  const say = useWords('app');
  const format = useFormat();
  const { on, knownAt } = useWhen();
  const [, change] = useAddress();
  if (on === undefined && knownAt === undefined) return null;
  const parts = [
    on === undefined ? undefined : say('as-of.day', { day: format.dayLong(on) }),
    knownAt === undefined
      ? say('as-of.known-now')
      : say(on === undefined ? 'as-of.known-alone' : 'as-of.known', { position: format.number(knownAt) }),
  ];
  return (
    <Banner
      tone="stale"
      label={say('as-of.title')}
      live
      actions={
        <>
          {on !== undefined && knownAt !== undefined && (
            <Button size="s" onPress={() => change({ knownAt: undefined })}>
              {say('as-of.by-now')}
            </Button>
          )}
          <Button size="s" onPress={() => change({ on: undefined, knownAt: undefined })}>
            {say('as-of.back')}
          </Button>
          <To room="history">{say('as-of.choose')}</To>
        </>
      }
    >
      {parts.filter(Boolean).join(' · ')} {say('as-of.reads-only')}
    </Banner>
  );
}
