import { useState } from 'react';
import { chooseWithin, groupsOf, noneListed, unlistedAs } from '../../../activities/index.ts';
import { useAnswer, useWords } from '../../../app/index.ts';
import { Button, CheckboxField, CheckboxList, Note, SearchField } from '../../../ui/index.ts';
import type { FieldsProps } from './fields.ts';
import css from './questions.module.css';

export function ActivitiesFields({ answers, set }: FieldsProps) {
  const say = useWords('set-up');
  const [word, setWord] = useState('');
  const { rows } = useAnswer('activities list');
  const groups = groupsOf(rows, word);
  const unlisted = unlistedAs(rows, word);
  const isNone = answers.activities.includes(noneListed);
  return (
    <>
      <SearchField showLabel label={say('activities.search')} value={word} onChange={setWord} />
      <p className={css.quiet}>{say('activities.search-says')}</p>
      {unlisted.length > 0 && (
        <Unlisted
          {...{ word, isNone }}
          called={unlisted}
          isAll={groups.length === 0}
          onNone={() => set({ activities: [noneListed] })}
        />
      )}
      <fieldset className={css.list} aria-label={say('activities.list')}>
        <div className={css.groups}>
          {groups.map(({ id, annex, name, options }) => (
            <CheckboxList
              key={id}
              size="l"
              label={annex === undefined ? say('activities.others') : name}
              description={annex === undefined ? undefined : say('activities.annex', { annex })}
              options={options.map((each) => withCare(each, say))}
              value={options.map((each) => each.id).filter((each) => answers.activities.includes(each))}
              onChange={(chosen) => set({ activities: chooseWithin(answers.activities, options, chosen) })}
            />
          ))}
          {groups.length === 0 && unlisted.length === 0 && <p>{say('activities.no-match', { word })}</p>}
        </div>
      </fieldset>
      <CheckboxField
        label={say('activities.none')}
        description={say('activities.none-says')}
        isSelected={isNone}
        onChange={(none) => set({ activities: none ? [noneListed] : [] })}
      />
      <p className={css.quiet} role="status">
        {say(isNone ? 'activities.none-chosen' : 'activities.chosen', { count: answers.activities.length })}
      </p>
    </>
  );
}

type Say = ReturnType<typeof useWords>;
type Shown = ReturnType<typeof groupsOf>[number]['options'][number];

/** What is easily taken for more than it is says so. */
function withCare(option: Shown, say: Say): Shown {
  const told = [option.description, say(`care.${option.id}`, { defaultValue: '' })].filter(Boolean);
  return { ...option, description: told.join(' · ') || undefined };
}

interface UnlistedProps {
  readonly word: string;
  readonly called: readonly string[];
  /** Nothing of the list was found by the word. */
  readonly isAll: boolean;
  readonly isNone: boolean;
  readonly onNone: () => void;
}

/** Says that what is sought stands in neither annex, and takes that as the answer. */
function Unlisted({ word, called, isAll, isNone, onNone }: UnlistedProps) {
  const say = useWords('set-up');
  const none = say('activities.none');
  return (
    <Note
      tone="info"
      live
      title={say(isAll ? 'activities.unlisted' : 'activities.unlisted-also', { word: word.trim() })}
      actions={
        isNone ? undefined : (
          <Button size="s" onPress={onNone}>
            {none}
          </Button>
        )
      }
    >
      {say('activities.unlisted-says', { called: called.join(', '), none })}
    </Note>
  );
}
