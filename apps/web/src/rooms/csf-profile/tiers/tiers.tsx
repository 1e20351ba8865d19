import { useState } from 'react';
import { useReadOnly, useWords } from '../../../app/index.ts';
import { Button, Section } from '../../../ui/index.ts';
import { type CsfView, tierNumbers } from '../profile/view.ts';
import css from './tiers.module.css';
import { TiersDialog } from './tiers-dialog.tsx';

/** The rigour of governing and of managing risk: chosen for the whole profile, and worked out from nothing. */
export function Tiers({ view }: { readonly view: CsfView }) {
  const say = useWords('csf-profile');
  const denied = useReadOnly('profiles.write');
  const [isOpen, setOpen] = useState(false);
  const { profile, tiers } = view;
  const reason = profile?.retiredOn ? say('retired-reads-only') : denied;
  const change = profile && (
    <Button size="s" kind="quiet" reason={reason} reasonAs="tooltip" onPress={() => setOpen(true)}>
      {say('tiers-change')}
    </Button>
  );
  return (
    <Section title={say('tiers')} meta={say('tiers-meta')} link={change}>
      <ul className={css.tiers}>
        <Line
          name={say('governance')}
          current={tiers.governanceCurrent?.tier}
          target={tiers.governanceTarget?.tier}
        />
        <Line
          name={say('management')}
          current={tiers.managementCurrent?.tier}
          target={tiers.managementTarget?.tier}
        />
      </ul>
      {isOpen && profile && <TiersDialog tiers={tiers} profile={profile.id} onClose={() => setOpen(false)} />}
    </Section>
  );
}

interface LineProps {
  readonly name: string;
  readonly current: number | undefined;
  readonly target: number | undefined;
}

function Line({ name, current, target }: LineProps) {
  const say = useWords('csf-profile');
  const word = (tier: number | undefined) =>
    tier === undefined ? say('tier-open') : say(`tier-word-${tier}`);
  return (
    <li>
      <span className={css.words}>
        {name}
        <small>
          {word(current)} {'→'} {word(target)}
        </small>
      </span>
      <span
        className={css.steps}
        role="img"
        aria-label={say('tier-said', { current: word(current), target: word(target) })}
      >
        {tierNumbers.map((tier) => (
          <span
            key={tier}
            className={[css.step, tier === current && css.current, tier === target && css.target]
              .filter(Boolean)
              .join(' ')}
          >
            {tier}
          </span>
        ))}
      </span>
    </li>
  );
}
