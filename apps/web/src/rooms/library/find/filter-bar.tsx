import { useAddress, useWords, WordField } from '../../../app/index.ts';
import { FilterChips } from '../../../ui/index.ts';
import { AddFilter } from './add-filter.tsx';
import {
  type FilterName,
  filterNames,
  filtersIn,
  type WantedControls,
  withoutFilter,
  withoutFilters,
} from './filters.ts';
import css from './find.module.css';
import type { LabelOf } from './use-labels.ts';
import type { Names } from './use-names.ts';

interface FilterBarProps {
  readonly wanted: WantedControls;
  readonly names: Names;
  readonly labelOf: LabelOf;
}

/** What the list is narrowed by: a word, and chips. */
export function FilterBar(props: FilterBarProps) {
  const { labelOf } = props;
  const say = useWords('library');
  const [search, change] = useAddress();
  const filters = filtersIn(search);
  const chips = filterNames.flatMap((id) => {
    const value = filters[id];
    return value === undefined ? [] : [{ id, label: say(`filter.${id}`), value: labelOf(id, value) }];
  });
  return (
    <div className={css.bar}>
      <div className={css.word}>
        <WordField label={say('filter.word')} />
      </div>
      <FilterChips
        label={say('filter.chips')}
        chips={chips}
        onRemove={(id) => change(withoutFilter(id as FilterName))}
        onClear={() => change(withoutFilters)}
      />
      <AddFilter {...props} />
    </div>
  );
}
