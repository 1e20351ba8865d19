import { useState } from 'react';
import { useAnswer, useLanguage, useWords } from '../../../app/index.ts';
import { countriesFor, namedIn } from '../../../countries/index.ts';
import {
  CheckboxField,
  CheckboxList,
  DisclosureSection,
  SearchField,
  SimpleTable,
} from '../../../ui/index.ts';
import type { FieldsProps } from './fields.ts';
import css from './questions.module.css';

type Relation = 'establishedIn' | 'servesIn';

export function PlacesFields({ answers, set }: FieldsProps) {
  const say = useWords('set-up');
  const language = useLanguage();
  const [word, setWord] = useState('');
  const countries = countriesFor(language, word, [...answers.establishedIn, ...answers.servesIn]);
  const box = (relation: Relation, { code, name }: (typeof countries)[number]) => (
    <CheckboxField
      hideLabel
      label={say(`places.${relation}-in`, { country: name })}
      isSelected={answers[relation].includes(code)}
      onChange={(isChosen) =>
        set({
          [relation]: isChosen
            ? [...answers[relation], code]
            : answers[relation].filter((each) => each !== code),
        })
      }
    />
  );
  return (
    <>
      <SearchField showLabel label={say('places.search')} value={word} onChange={setWord} />
      <div className={css.list}>
        <SimpleTable
          caption={say('places.table')}
          rows={countries}
          keyOf={({ code }) => code}
          empty={<p>{say('places.no-match', { word })}</p>}
          columns={[
            { id: 'name', header: say('places.country'), isRowHeader: true, cell: ({ name }) => name },
            {
              id: 'at',
              header: say('places.establishedIn'),
              cell: (country) => box('establishedIn', country),
            },
            { id: 'to', header: say('places.servesIn'), cell: (country) => box('servesIn', country) },
          ]}
        />
      </div>
      <p className={css.quiet} role="status">
        {say('places.chosen', {
          established: namedIn(answers.establishedIn, language) || say('places.nowhere'),
          served: namedIn(answers.servesIn, language) || say('places.nowhere'),
        })}
      </p>
      <Designations {...{ answers, set }} />
    </>
  );
}

/** What an authority decided outweighs size; only what can concern the activities is offered. */
function Designations({ answers, set }: Pick<FieldsProps, 'answers' | 'set'>) {
  const say = useWords('set-up');
  const { rows } = useAnswer('designations list');
  const fitting = rows.filter((row) => {
    const only = 'with' in row ? (row.with as readonly string[] | undefined) : undefined;
    return only === undefined || only.some((activity) => answers.activities.includes(activity));
  });
  return (
    <DisclosureSection
      level={2}
      title={say('places.designations')}
      meta={say('places.designations-meta', { count: answers.designations.length })}
      defaultOpen={answers.designations.length > 0}
    >
      <CheckboxList
        label={say('places.designations')}
        hideLabel
        options={fitting.map(({ id, name, provision }) => ({ id, label: name, description: provision }))}
        value={answers.designations}
        onChange={(designations) => set({ designations })}
      />
    </DisclosureSection>
  );
}
