import { routeNamed } from '../../client/index.ts';
import type { KeptDeed } from '../../deeds/kept/store.ts';
import { typedOf } from '../../deeds/kept/typed.ts';
import { useValueWords } from '../../values/use-value-words.ts';
import { useWords } from '../../words/use-words.ts';
import styles from './kept-changes.module.css';

/** What was typed or chosen for a change that is not recorded: texts as they are, all else with the name of its field. */
export function TypedText({ deed }: { readonly deed: KeptDeed }) {
  const say = useWords('app');
  const sayValue = useValueWords();
  const said = typedOf(deed, routeNamed(deed.name).inPath).map((typed) => {
    if (typed.kind === 'text') return typed.text;
    const field = say(`field.${typed.member}`, { defaultValue: say('held.some') });
    const isEmptied = typed.value === null;
    return isEmptied
      ? say('held.emptied', { field })
      : say('held.value', { field, value: sayValue(typed.member, typed.value) });
  });
  return [...new Set(said)].map((text) => (
    <blockquote key={text} className={styles.typed}>
      {text}
    </blockquote>
  ));
}
