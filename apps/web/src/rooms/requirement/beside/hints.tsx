import { useState } from 'react';
import { ToRequirement, useFormat, useLateAnswer, useWords } from '../../../app/index.ts';
import { Button, Mark, Section, TextLink } from '../../../ui/index.ts';
import type { Why } from '../why/node.ts';
import css from './beside.module.css';
import { type HintGroup, hintGroups } from './hint-groups.ts';

const first = 6;

/** What crosswalks suggest. They locate gaps and prove nothing. */
export function Hints({ why }: { readonly why: Why }) {
  const say = useWords('requirement');
  const { listed } = useFormat();
  const [all, setAll] = useState(false);
  const groups = hintGroups(why.hints);
  const titles = new Map(useLateAnswer('catalogue list').data?.rows.map(({ id, title }) => [id, title]));
  const developers = [...new Set(groups.flatMap((group) => group.developers))];
  if (groups.length === 0) return null;
  return (
    <Section title={say('hints')} meta={say('hints-meta')}>
      <ul className={css.list}>
        {groups.slice(0, all ? undefined : first).map((group) => (
          <li key={`${group.framework} ${group.requirement}`}>
            <Hint group={group} title={titles.get(group.framework) ?? group.framework} />
          </li>
        ))}
      </ul>
      {groups.length > first && (
        <Button kind="quiet" size="s" onPress={() => setAll(!all)} aria-expanded={all}>
          {all ? say('hints-fewer') : say('hints-all', { count: groups.length })}
        </Button>
      )}
      {developers.length > 0 && (
        <p className={css.source}>{say('hints-source', { developers: listed(developers) })}</p>
      )}
    </Section>
  );
}

function Hint({ group, title }: { readonly group: HintGroup; readonly title: string }) {
  const say = useWords('requirement');
  const { framework, requirement, relations, suggests, own } = group;
  return (
    <>
      <span>
        <Mark name={suggests === '' ? 'excluded' : 'supported'} tone={suggests === '' ? 'quiet' : 'sup'} />{' '}
        <TextLink
          plain
          render={(dress) => <ToRequirement framework={framework} requirement={requirement} {...dress} />}
        >
          <b>{requirement}</b>
        </TextLink>{' '}
        <span className={css.quiet}>{title}</span>
      </span>
      <small className={css.quiet}>
        {[
          relations.map((relation) => say(`relation.${relation}`)).join(', '),
          say(`suggests.${suggests || 'nothing'}`),
          ...own.map((reason) => say(`own-hint.${reason.replaceAll(' ', '-')}`)),
        ].join(' · ')}
      </small>
    </>
  );
}
