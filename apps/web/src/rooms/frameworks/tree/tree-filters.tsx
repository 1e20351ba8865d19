import { useAddress, useWords } from '../../../app/index.ts';
import { type RequirementState, requirementLooks, useStateWords } from '../../../states/index.ts';
import { SearchField, SelectField } from '../../../ui/index.ts';
import type { Listed } from './branches.ts';

export interface Filter {
  readonly text: string;
  /** A state, or '' for all. */
  readonly state: string;
}

type States = ReadonlyMap<string, RequirementState>;

/** Whether its id or title has the text, and it stands as asked for. */
export function fitsFilter({ id, title }: Listed, { text, state }: Filter, states: States): boolean {
  const wanted = text.trim().toLowerCase();
  if (wanted !== '' && !`${id} ${title}`.toLowerCase().includes(wanted)) return false;
  return state === '' || states.get(id) === state;
}

/** Both stand in the address. */
export function TreeFilters({ filter, states }: { readonly filter: Filter; readonly states: States }) {
  const say = useWords('frameworks');
  const word = useStateWords();
  const [, change] = useAddress();
  const counts = new Map<string, number>();
  for (const state of states.values()) counts.set(state, (counts.get(state) ?? 0) + 1);
  const found = (Object.keys(requirementLooks) as RequirementState[]).filter((state) => counts.has(state));
  return (
    <>
      <SearchField
        label={say('filter-text')}
        showLabel
        value={filter.text}
        onChange={(q) => change({ q }, { replace: true })}
      />
      {found.length > 0 && (
        <SelectField
          label={say('filter-state')}
          value={filter.state || undefined}
          onChange={(state) => change({ state }, { replace: true })}
          none={say('filter-all')}
          options={found.map((state) => ({
            id: state,
            label: `${word(`requirement-${state}`)} (${counts.get(state)})`,
            mark: requirementLooks[state].mark,
          }))}
        />
      )}
    </>
  );
}
