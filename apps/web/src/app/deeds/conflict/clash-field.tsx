import { useState } from 'react';
import { TextArea, ToggleGroup } from '../../../ui/index.ts';
import { useValueWords } from '../../values/use-value-words.ts';
import { isLongText } from '../../values/value-in.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import { type Choice, type Clash, joinedLists, mostOf } from './compared.ts';
import css from './conflict.module.css';
import { diffWords, type Run } from './word-diff.ts';

interface ClashFieldProps {
  readonly clash: Clash;
  readonly choice: Choice | undefined;
  /** Absent where one of the two stands as a whole. */
  readonly onChoose: ((choice: Choice) => void) | undefined;
  /** It is one of several, so that each is asked for; one alone is answered at the foot. */
  readonly isOneOfMany: boolean;
}

/** A field that both changed: what it was, mine and theirs, and which is to stand. */
export function ClashField({ clash, choice, onChoose, isOneOfMany }: ClashFieldProps) {
  const say = useWords('app');
  const { member, was, now, mine, by, at } = clash;
  const { ago } = useFormat();
  const sayValue = useValueWords();
  const [seenAt] = useState(Date.now);
  const field = say(`field.${member}`, { defaultValue: say('held.some') });
  const before = isLongText(member, was) ? was : undefined;
  return (
    <section className={css.field} aria-label={field}>
      <h3>{field}</h3>
      <dl className={css.versions}>
        <dt>{say('conflict.was')}</dt>
        <dd className={css.text}>{sayValue(member, was)}</dd>
        <dt>{say('conflict.yours')}</dt>
        <dd>
          <Version label={say('conflict.yours')} member={member} before={before} value={mine} />
        </dd>
        <dt>{say('conflict.by', { who: by, ago: ago(at, seenAt) })}</dt>
        <dd>
          <Version label={by} member={member} before={before} value={now} />
        </dd>
      </dl>
      {onChoose && isOneOfMany && <Picks {...{ clash, choice, onChoose, field }} />}
      {onChoose && <Joined {...{ clash, choice, onChoose }} />}
    </section>
  );
}

interface VersionProps {
  /** Whose it is. */
  readonly label: string;
  readonly member: string;
  readonly value: unknown;
  /** Where both are long texts, what differs from it is told. */
  readonly before: string | undefined;
}

function Version({ label, member, value, before }: VersionProps) {
  const sayValue = useValueWords();
  if (before === undefined || !isLongText(member, value))
    return <div className={css.text}>{sayValue(member, value)}</div>;
  const runs = diffWords(before, value).filter(({ text }) => text !== '');
  const isNew = runs.every(({ is }) => is !== 'same');
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls is scrolled by keys */}
      <section className={css.text} tabIndex={0} aria-label={label}>
        {runs.map((run, nth) =>
          run.is === 'left-out' ? null : run.is === 'added' && !isNew ? (
            <ins key={nth}>{run.text}</ins>
          ) : (
            <span key={nth}>{run.text}</span>
          ),
        )}
      </section>
      {!isNew && <Differs runs={runs} />}
    </>
  );
}

const mostTold = 4;
const longestTold = 60;

/** What differs, in words: what is new and what is left out. */
function Differs({ runs }: { readonly runs: readonly Run[] }) {
  const say = useWords('app');
  const told = runs.filter(({ is, text }) => is !== 'same' && text.trim() !== '').slice(0, mostTold);
  const short = (text: string) =>
    text.trim().length > longestTold ? `${text.trim().slice(0, longestTold)}…` : text.trim();
  if (told.length === 0) return null;
  return (
    <p className={css.differs}>
      {say('conflict.differs')}{' '}
      {told.map(({ is, text }) => say(`conflict.${is}`, { text: short(text) })).join('; ')}
    </p>
  );
}

/** Both in one, where they can be joined: two texts, or two lists. */
export function joinedOf(member: string, now: unknown, mine: unknown) {
  if (Array.isArray(now) && Array.isArray(mine)) return joinedLists(now, mine);
  return isLongText(member, mine) && isLongText(member, now) ? `${now.trimEnd()}\n\n${mine}` : undefined;
}

interface Answerable extends Pick<ClashFieldProps, 'clash' | 'choice'> {
  readonly onChoose: (choice: Choice) => void;
}

function Picks({
  clash: { member, mine, now },
  choice,
  onChoose,
  field,
}: Answerable & { readonly field: string }) {
  const say = useWords('app');
  const joined = joinedOf(member, now, mine);
  const picked = typeof choice === 'object' ? 'both' : choice;
  const options = [
    { value: 'mine', label: say('conflict.mine') },
    { value: 'theirs', label: say('conflict.theirs') },
    ...(joined === undefined ? [] : [{ value: 'both', label: say('conflict.pick-both') } as const]),
  ] as const;
  return (
    <ToggleGroup<'mine' | 'theirs' | 'both'>
      label={say('conflict.pick', { field })}
      hideLabel
      value={picked}
      options={[...options]}
      onChange={(value) =>
        onChoose(value === 'both' && joined !== undefined ? { both: joined } : (value as 'mine' | 'theirs'))
      }
    />
  );
}

/** What joins two texts can be written anew. */
function Joined({ clash: { member }, choice, onChoose }: Answerable) {
  const say = useWords('app');
  if (typeof choice !== 'object' || typeof choice.both !== 'string') return null;
  return (
    <TextArea
      label={say('conflict.joined')}
      value={choice.both}
      onChange={(both) => onChoose({ both })}
      maxRows={8}
      maxLength={mostOf(member)}
    />
  );
}
