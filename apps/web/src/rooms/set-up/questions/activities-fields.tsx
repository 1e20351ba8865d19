import { useState } from 'react';
import { useAnswer, useWords } from '../../../app/index.ts';
import { CheckboxList, SearchField } from '../../../ui/index.ts';
import { chooseWithin, groupsOf } from '../answers/activity-groups.ts';
import type { FieldsProps } from './fields.ts';
import css from './questions.module.css';

export function ActivitiesFields({ answers, set }: FieldsProps) {
  const say = useWords('set-up');
  const [word, setWord] = useState('');
  const { rows } = useAnswer('activities list');
  const groups = groupsOf(rows, word);
  return (
    <>
      <SearchField showLabel label={say('activities.search')} value={word} onChange={setWord} />
      <fieldset className={css.list} aria-label={say('activities.list')}>
        <div className={css.groups}>
          {groups.map(({ id, annex, name, options }) => (
            <CheckboxList
              key={id}
              size="l"
              label={annex === undefined ? say('activities.others') : name}
              description={annex === undefined ? undefined : say('activities.annex', { annex })}
              options={options}
              value={options.map((each) => each.id).filter((each) => answers.activities.includes(each))}
              onChange={(chosen) => set({ activities: chooseWithin(answers.activities, options, chosen) })}
            />
          ))}
          {groups.length === 0 && <p>{say('activities.no-match', { word })}</p>}
        </div>
      </fieldset>
      <p className={css.quiet} role="status">
        {say('activities.chosen', { count: answers.activities.length })} {say('activities.none-fits')}
      </p>
    </>
  );
}
