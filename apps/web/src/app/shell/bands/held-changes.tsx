import { useRouter, useRouterState } from '@tanstack/react-router';
import { Banner, Button, LinkButton } from '../../../ui/index.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { sendAgain } from '../../deeds/flush-kept.ts';
import { giveUp, type KeptDeed, useKept } from '../../deeds/kept/store.ts';
import { usePlace } from '../../place/place.tsx';
import { useWords } from '../../words/use-words.ts';
import { TypedText } from './typed-text.tsx';

/**
 * Changes that were kept while the server was gone and then refused: what they are, why, and what was typed. Those of
 * an organisation that is there no more are shown in every other: nobody would see them again.
 */
export function HeldChanges() {
  const { organisation } = usePlace();
  const { organisations } = useAnswer('me');
  const isThere = (deed: KeptDeed) => organisations.some(({ id }) => id === deed.organisation);
  return useKept().map((deed) => {
    if (!isThere(deed)) return <Left key={deed.key} deed={deed} />;
    const isHeld = deed.organisation === organisation && deed.held !== undefined;
    return isHeld && <Held key={deed.key} deed={deed} />;
  });
}

interface HeldProps {
  readonly deed: KeptDeed;
}

function Held({ deed }: HeldProps) {
  const say = useWords('app');
  return (
    <Banner
      tone="part"
      mark="warning"
      label={say('held.label')}
      live
      actions={
        <>
          <WhereTyped from={deed.from} />
          <Button size="s" onPress={() => void sendAgain(deed)}>
            {say('held.again')}
          </Button>
          <GiveUp deed={deed} />
        </>
      }
    >
      <b>{say('held', { what: deed.says })}</b> {deed.held}
      <TypedText deed={deed} />
    </Banner>
  );
}

function Left({ deed }: HeldProps) {
  const say = useWords('app');
  return (
    <Banner tone="part" mark="warning" label={say('held.label')} live actions={<GiveUp deed={deed} />}>
      <b>{say('held', { what: deed.says })}</b> {say('held.gone')}
      <TypedText deed={deed} />
    </Banner>
  );
}

function GiveUp({ deed }: HeldProps) {
  const say = useWords('app');
  return (
    <Button size="s" kind="quiet" onPress={() => giveUp(deed.key)}>
      {say('held.give-up')}
    </Button>
  );
}

/** Leads to the page where it was typed, unless that is where one is. */
function WhereTyped({ from }: { readonly from: string }) {
  const say = useWords('app');
  const { history } = useRouter();
  const here = useRouterState({ select: ({ location }) => location.href });
  if (here === from) return null;
  return (
    <LinkButton
      size="s"
      render={(dress) => (
        <a
          href={from}
          {...dress}
          onClick={(event) => {
            event.preventDefault();
            history.push(from);
          }}
        />
      )}
    >
      {say('held.where')}
    </LinkButton>
  );
}
