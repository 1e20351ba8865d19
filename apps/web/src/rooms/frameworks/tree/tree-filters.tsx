import { useAddress, useWords } from '../../../app/index.ts';
import { type RequirementMark, requirementLooks, useStateWords } from '../../../states/index.ts';
import { SearchField, SelectField } from '../../../ui/index.ts';
import type { Listed } from './branches.ts';

export interface Filter {
  readonly text: string;
  /** A mark of a state, or '' for all. */
  readonly state: string;
}

type Marks = ReadonlyMap<string, RequirementMark>;

/** Whether its id or title has the text, and it stands as asked for. */
export function fitsFilter({ id, title }: Listed, { text, state }: Filter, marks: Marks): boolean {
  const wanted = text.trim().toLowerCase();
  if (wanted !== '' && !`${id} ${title}`.toLowerCase().includes(wanted)) return false;
  return state === '' || marks.get(id) === state;
}

/** Both stand in the address. */
export function TreeFilters({ filter, marks }: { readonly filter: Filter; readonly marks: Marks }) {
  const say = useWords('frameworks');
  const word = useStateWords();
  const [, change] = useAddress();
  const counts = new Map<string, number>();
  for (const mark of marks.values()) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const states = (Object.keys(requirementLooks) as RequirementMark[]).filter((mark) => counts.has(mark));
  return (
    <>
      <SearchField
        label={say('filter-text')}
        showLabel
        value={filter.text}
        onChange={(q) => change({ q }, { replace: true })}
      />
      {states.length > 0 && (
        <SelectField
          label={say('filter-state')}
          value={filter.state || undefined}
          onChange={(state) => change({ state }, { replace: true })}
          none={say('filter-all')}
          options={states.map((mark) => ({
            id: mark,
            label: `${word(`requirement-${mark}`)} (${counts.get(mark)})`,
            mark: requirementLooks[mark].mark,
          }))}
        />
      )}
    </>
  );
}
