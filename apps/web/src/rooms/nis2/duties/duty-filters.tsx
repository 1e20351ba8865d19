import { useAddress, useExpected, useWords } from '../../../app/index.ts';
import { useStateWords } from '../../../states/index.ts';
import { FilterChips, SearchField, SelectField } from '../../../ui/index.ts';
import type { Duties } from '../directive/view.ts';
import css from './duties.module.css';
import { articlesOf, statesOf } from './wanted.ts';

interface DutyFiltersProps {
  readonly view: Duties;
  /** How many duties and points are shown. */
  readonly shown: readonly [duties: number, points: number];
}

/** What of both lists is wanted; all of it stands in the address. */
export function DutyFilters({ view, shown: [duties, points] }: DutyFiltersProps) {
  const say = useWords('nis2');
  const word = useStateWords();
  const [{ q = '', state, article, duty }, change] = useAddress();
  useExpected({
    state: { ids: statesOf(view).map(({ id }) => id) },
    article: { ids: articlesOf(view.rows) },
    duty: { ids: view.rows.map(({ id }) => id) },
  });
  const isFiltered = [q, state, article, duty].some(Boolean);
  return (
    <search className={css.filters} aria-label={say('filter')}>
      <div className={css.fields}>
        <SearchField
          label={say('search')}
          value={q}
          onChange={(text) => change({ q: text }, { replace: true })}
        />
        <SelectField
          label={say('state')}
          hideLabel
          none={say('state-any')}
          options={statesOf(view).map(({ id, count }) => ({
            id,
            label: `${word(`requirement-${id}`)} (${count})`,
          }))}
          value={state}
          onChange={(id) => change({ state: id })}
        />
        <SelectField
          label={say('article')}
          hideLabel
          none={say('article-any')}
          options={articlesOf(view.rows).map((id) => ({ id, label: say('article-n', { id }) }))}
          value={article}
          onChange={(id) => change({ article: id })}
        />
      </div>
      {duty !== undefined && (
        <FilterChips
          label={say('filter')}
          chips={[{ id: 'duty', label: say('duty'), value: duty }]}
          onRemove={() => change({ duty: undefined })}
        />
      )}
      <p role="status" className={css.shown}>
        {isFiltered
          ? say('shown', {
              duties: say('shown-duties', { count: duties }),
              points: say('shown-points', { count: points }),
            })
          : ''}
      </p>
    </search>
  );
}
