import { ToRequirement, useWords } from '../../../app/index.ts';
import { StateMark } from '../../../states/index.ts';
import { Id, Section, TextLink } from '../../../ui/index.ts';
import type { Why } from '../why/node.ts';
import css from './beside.module.css';

/** What it is made of, and what it is a part of, each as it stands. */
export function Kin({ why }: { readonly why: Why }) {
  const say = useWords('requirement');
  const lists = [
    { key: 'parts', rows: why.parts },
    { key: 'wholes', rows: why.wholes },
  ].filter(({ rows }) => rows.length > 0);
  return lists.map(({ key, rows }) => (
    <Section key={key} title={say(key)} meta={say(`${key}-meta`, { count: rows.length })}>
      <ul className={css.list}>
        {rows.map(({ id, title, mark, word }) => (
          <li key={id}>
            <span>
              <Id>{id}</Id>{' '}
              <TextLink
                plain
                render={(dress) => <ToRequirement framework={why.framework.id} requirement={id} {...dress} />}
              >
                {title}
              </TextLink>
            </span>
            <StateMark mark={mark} word={word} wraps />
          </li>
        ))}
      </ul>
    </Section>
  ));
}
