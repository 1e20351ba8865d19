import { routeNamed } from '../../client/index.ts';
import type { KeptDeed } from '../../deeds/kept/store.ts';
import { type Typed, typedOf } from '../../deeds/kept/typed.ts';
import { type Say, useFormat, useWords } from '../../words/use-words.ts';
import styles from './kept-changes.module.css';

/** What was typed for a change that is not recorded: texts as they are, other values with the name of their field. */
export function TypedText({ deed }: { readonly deed: KeptDeed }) {
  const say = useWords('app');
  const format = useFormat();
  const typed = typedOf(deed, routeNamed(deed.name).inPath);
  const said = new Set(typed.map((each) => saidOf(each, say, format)));
  return [...said].map((text) => (
    <blockquote key={text} className={styles.typed}>
      {text}
    </blockquote>
  ));
}

function saidOf(typed: Typed, say: Say, { day, number }: ReturnType<typeof useFormat>): string {
  if (typed.kind === 'text') return typed.text;
  const field = say(`field.${typed.member}`, { defaultValue: say('held.some') });
  if (typed.kind === 'emptied') return say('held.emptied', { field });
  if (typed.kind === 'answer') return say(typed.isYes ? 'held.yes' : 'held.no', { field });
  const value = typed.kind === 'day' ? day(typed.day) : number(typed.number);
  return say('held.value', { field, value });
}
