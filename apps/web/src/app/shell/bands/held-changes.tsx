import { useRouter, useRouterState } from '@tanstack/react-router';
import { Banner, Button, LinkButton } from '../../../ui/index.ts';
import { giveUp, type KeptDeed, sendAgain, typedIn, useKept } from '../../deeds/kept.ts';
import { usePlace } from '../../place/place.tsx';
import { useWords } from '../../words/use-words.ts';
import styles from './held-changes.module.css';

/** Changes that were kept while the server was gone and then refused: what they are, why, and what was typed. */
export function HeldChanges() {
  const { organisation } = usePlace();
  const held = useKept().filter((deed) => deed.organisation === organisation && deed.held !== undefined);
  return held.map((deed) => <Held key={deed.key} deed={deed} />);
}

function Held({ deed }: { readonly deed: KeptDeed }) {
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
          <Button size="s" kind="quiet" onPress={() => giveUp(deed.key)}>
            {say('held.give-up')}
          </Button>
        </>
      }
    >
      <b>{say('held', { what: deed.says })}</b> {deed.held}
      {typedIn(deed).map((text) => (
        <blockquote key={text} className={styles.typed}>
          {text}
        </blockquote>
      ))}
    </Banner>
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
