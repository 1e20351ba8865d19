import { To, ToRequirement, useLateAnswer, useWords } from '../../../app/index.ts';
import { FreshnessMark, ImplementationMark, shownOf } from '../../../states/index.ts';
import { IconButton, Id, SelectField, SwitchField, TextLink } from '../../../ui/index.ts';
import { countTurns, type Turned, turnedBy, type WhatIf } from '../moves/gains.ts';
import { type Change, keyOf, type SupposedState, supposedStates } from '../supposed/supposed.ts';
import type { Changes } from '../supposed/use-changes.ts';
import css from './changes.module.css';

interface CardProps {
  readonly change: Change;
  readonly all: Changes;
  readonly shown: WhatIf['changes'][number] | undefined;
  readonly turned: readonly Turned[] | undefined;
}

/** One thing that is supposed: what it is today, what it would be, and what that turns. */
export function ChangeCard({ change, all, shown, turned }: CardProps) {
  return (
    <article className={change.isOff ? `${css.card} ${css.off}` : css.card}>
      <Head change={change} all={all} />
      {change.kind === 'set' ? (
        <ControlBody {...{ change, all, turned }} />
      ) : (
        <OtherBody change={change} shown={shown} />
      )}
    </article>
  );
}

function Head({ change, all }: Pick<CardProps, 'change' | 'all'>) {
  const say = useWords('what-if');
  const key = keyOf(change);
  const named = { name: change.kind === 'lapse' ? say('kind.lapse') : key };
  return (
    <div className={css.head}>
      <span>{change.kind === 'set' ? <ControlLink code={change.code} /> : say(`kind.${change.kind}`)}</span>
      <SwitchField
        label={say('switch', named)}
        hideLabel
        isSelected={!change.isOff}
        onChange={(isOn) => all.add({ ...change, isOff: !isOn })}
      />
      <IconButton mark="close" size="s" label={say('take-out', named)} onPress={() => all.remove(key)} />
    </div>
  );
}

function ControlLink({ code }: { readonly code: string }) {
  return (
    <TextLink plain render={(dress) => <To room="library" search={{ control: code }} {...dress} />}>
      <Id>{code}</Id>
    </TextLink>
  );
}

type SetChange = Extract<Change, { kind: 'set' }>;

interface ControlBodyProps extends Pick<CardProps, 'all' | 'turned'> {
  readonly change: SetChange;
}

function ControlBody({ change, all, turned }: ControlBodyProps) {
  const say = useWords('what-if');
  const { data } = useLateAnswer('controls show', { control: change.code });
  return (
    <>
      <p className={css.name}>{data?.name ?? change.code}</p>
      <p className={css.today}>
        <span className={css.small}>{say('today')}</span>
        {data && <ImplementationMark code={data.implementation} />}
        {data && <FreshnessMark freshness={shownOf(data)} />}
      </p>
      <SelectField
        label={say('then')}
        hideLabel
        options={supposedStates.map((id) => ({ id, label: say(`state.${id}`) }))}
        value={change.state}
        onChange={(state) => state && all.add({ ...change, state: state as SupposedState })}
      />
      {change.isOff && <small className={css.small}>{say('is-off')}</small>}
      {!change.isOff && turned && <Effect turned={turnedBy(turned, change.code)} />}
    </>
  );
}

function Effect({ turned }: { readonly turned: readonly Turned[] }) {
  const say = useWords('what-if');
  const { gained, lost, other } = countTurns(turned);
  const turns = [
    gained > 0 && say('turns-gained', { count: gained }),
    lost > 0 && say('turns-lost', { count: lost }),
    other > 0 && say('turns-other', { count: other }),
  ].filter(Boolean);
  const effect = turns.length > 0 ? say('part-in', { turns: turns.join(', ') }) : say('turns-none');
  return <small className={css.small}>{effect}</small>;
}

function OtherBody({ change, shown }: Pick<CardProps, 'change' | 'shown'>) {
  const say = useWords('what-if');
  if (change.kind !== 'exclude') {
    const known = shown?.evidence?.title;
    return (
      <>
        <p className={css.name}>{known ?? say('evidence-unnamed')}</p>
        <small className={css.small}>{say(change.isOff ? 'is-off' : 'lapse-says')}</small>
      </>
    );
  }
  const { framework, requirement } = change;
  return (
    <>
      <p className={css.name}>
        <TextLink plain render={(dress) => <ToRequirement {...{ framework, requirement }} {...dress} />}>
          {requirement} {shown?.requirement?.title}
        </TextLink>
      </p>
      <small className={css.small}>{say(change.isOff ? 'is-off' : 'exclude-says')}</small>
    </>
  );
}
