import { useState } from 'react';
import { Button, Dialog, Note } from '../../../ui/index.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import { ClashField, joinedOf } from './clash-field.tsx';
import { type Choice, type Choices, mostOf, tooLongIn } from './compared.ts';
import css from './conflict.module.css';
import type { Conflict } from './settle.ts';
import { toldOf } from './told.ts';

/** Two people changed the same: who, when and what, and how each field is to stand. Nothing is lost until it is answered. */
export default function ConflictDialog({ conflict }: { conflict: Conflict }) {
  const say = useWords('app');
  const format = useFormat();
  const { who, clashes, isWhole, answer, before } = conflict;
  const isOneOfMany = clashes.length > 1;
  const [choices, setChoices] = useState<Choices>(before?.choices ?? {});
  const isPicked = Object.keys(choices).length > 0;
  const choose = (member: string, choice: Choice) =>
    setChoices((before) => ({ ...before, [member]: choice }));
  return (
    <Dialog
      isOpen
      size="l"
      title={say('conflict.title', { who: format.and(who) || say('conflict.somebody') })}
      onClose={() => answer('later')}
      foot={
        isPicked ? (
          <AsPicked {...{ conflict, choices }} onBack={() => setChoices({})} />
        ) : (
          <OneForAll conflict={conflict} onChoose={choose} />
        )
      }
    >
      {before && <Note tone="gap" mark="error" title={before.failed} live />}
      <Told clashes={clashes} />
      <p>{say(isWhole ? 'conflict.whole' : isOneOfMany ? 'conflict.lead' : 'conflict.lead-one')}</p>
      {clashes.map((clash) => (
        <ClashField
          key={clash.member}
          clash={clash}
          choice={choices[clash.member]}
          onChoose={isWhole ? undefined : (choice) => choose(clash.member, choice)}
          isOneOfMany={isOneOfMany}
        />
      ))}
      <Beside conflict={conflict} />
    </Dialog>
  );
}

interface FootProps {
  readonly conflict: Conflict;
}

/** Who changed what, and when. */
function Told({ clashes }: Pick<Conflict, 'clashes'>) {
  const say = useWords('app');
  const format = useFormat();
  const [seenAt] = useState(Date.now);
  return toldOf(clashes).map(({ by, at, members }) => {
    const fields = members.map((member) => say(`field.${member}`, { defaultValue: say('held.some') }));
    const told = { who: by, fields: format.and([...new Set(fields)]), ago: format.ago(at, seenAt) };
    return <p key={by}>{say('conflict.told', told)}</p>;
  });
}

interface OneForAllProps extends FootProps {
  readonly onChoose: (member: string, choice: Choice) => void;
}

/** Mine of all of it, or theirs; of one field alone also both, where they can be joined. */
function OneForAll({ conflict: { clashes, mineOnly, isWhole, answer }, onChoose }: OneForAllProps) {
  const say = useWords('app');
  const theirs = Object.fromEntries(clashes.map(({ member }) => [member, 'theirs'] as const));
  const isOfAll = !isWhole && clashes.length > 1;
  const [only] = isWhole || clashes.length > 1 ? [] : clashes;
  const both = only && joinedOf(only.member, only.now, only.mine);
  return (
    <>
      <Button kind="primary" onPress={() => answer({})}>
        {say(isOfAll ? 'conflict.mine-all' : 'conflict.mine')}
      </Button>
      <Button onPress={() => answer(isWhole || mineOnly.length === 0 ? 'theirs' : theirs)}>
        {say(isOfAll ? 'conflict.theirs-all' : 'conflict.theirs')}
      </Button>
      {only && both !== undefined && (
        <Button onPress={() => onChoose(only.member, { both })}>{say('conflict.join')}</Button>
      )}
    </>
  );
}

interface AsPickedProps extends FootProps {
  readonly choices: Choices;
  readonly onBack: () => void;
}

/** As it was chosen field by field, once each has its answer. */
function AsPicked({ conflict: { clashes, answer }, choices, onBack }: AsPickedProps) {
  const say = useWords('app');
  const isOpen = clashes.some(({ member }) => choices[member] === undefined);
  const [tooLong] = tooLongIn(choices);
  const reason = isOpen
    ? say('conflict.each')
    : tooLong !== undefined
      ? say('conflict.too-long', { count: mostOf(tooLong) })
      : undefined;
  return (
    <>
      <Button kind="primary" reason={reason} onPress={() => answer(choices)}>
        {say('conflict.record')}
      </Button>
      <Button onPress={onBack}>{say('conflict.back')}</Button>
    </>
  );
}

/** What one side alone changed: both stand, unless the record is recorded as a whole. */
function Beside({ conflict: { who, mineOnly, theirsOnly, isWhole } }: FootProps) {
  const say = useWords('app');
  const format = useFormat();
  const named = (members: readonly string[]) =>
    format.and([
      ...new Set(members.map((member) => say(`field.${member}`, { defaultValue: say('held.some') }))),
    ]);
  const whose = format.and(who) || say('conflict.somebody');
  const theirs = { fields: named(theirsOnly), who: whose };
  if (isWhole) return theirsOnly.length > 0 && <p>{say('conflict.loses', theirs)}</p>;
  const all = [
    ...(mineOnly.length > 0 ? [say('conflict.only-mine', { fields: named(mineOnly) })] : []),
    ...(theirsOnly.length > 0 ? [say('conflict.only-theirs', theirs)] : []),
  ];
  if (all.length === 0) return null;
  return (
    <p className={css.beside}>
      {say('conflict.stand')} {all.join('; ')}
    </p>
  );
}
