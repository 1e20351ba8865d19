import { useAddress, useExpected, useWords } from '../../../app/index.ts';
import { SearchField, SelectField } from '../../../ui/index.ts';
import css from '../actions.module.css';
import { usePeople } from './use-actions.ts';
import { mine, nobody, standings, subjectKinds } from './wanted.ts';

/** What the list is narrowed by, all of it in the address. */
export function Filters({ withStanding = true }: { readonly withStanding?: boolean }) {
  const say = useWords('actions');
  const [{ status, about, q = '' }, change] = useAddress();
  return (
    <div className={css.filters}>
      <SearchField
        label={say('filter.word')}
        value={q}
        onChange={(text) => change({ q: text }, { replace: true })}
      />
      {withStanding && (
        <SelectField
          label={say('filter.status')}
          hideLabel
          options={standings.map((id) => ({ id, label: say(`standing.${id}`) }))}
          value={standings.find((each) => each === status) ?? 'open'}
          onChange={(id) => change({ status: id === 'open' ? undefined : id })}
        />
      )}
      <OwnerFilter />
      <SelectField
        label={say('filter.about')}
        hideLabel
        none={say('filter.about-any')}
        options={subjectKinds.map((id) => ({ id, label: say(`subject.${id}`) }))}
        value={about}
        onChange={(id) => change({ about: id })}
      />
    </div>
  );
}

export function OwnerFilter() {
  const say = useWords('actions');
  const [{ owner }, change] = useAddress();
  const people = usePeople();
  useExpected({ owner: { ids: [mine, nobody, ...people.map(({ id }) => id)] } });
  const options = [{ id: mine, label: say('filter.mine') }, { id: nobody, label: say('nobody') }, ...people];
  return (
    <SelectField
      label={say('filter.owner')}
      hideLabel
      none={say('filter.owner-any')}
      options={options}
      value={owner}
      onChange={(id) => change({ owner: id })}
    />
  );
}

/** Names people by their ids; undefined for nobody. */
export function usePersonName(): (person: string | undefined) => string | undefined {
  const people = usePeople();
  return (person) => people.find(({ id }) => id === person)?.label ?? person;
}

/** Members of the address that narrow. */
export const noFilters = { status: undefined, owner: undefined, about: undefined, q: undefined };
