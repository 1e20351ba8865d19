import { useEffect, useRef, useState } from 'react';
import { useAddress, useWords } from '../../../app/index.ts';
import { FilterChips, SearchField } from '../../../ui/index.ts';
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
        <WordField />
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

const pauseMs = 200;

/** The address follows the letters a moment later, and the field follows the address. */
function WordField() {
  const say = useWords('library');
  const [{ text = '' }, change] = useAddress();
  const [typed, setTyped] = useState(text);
  const sent = useRef(text);
  useEffect(() => {
    if (sent.current === text) return;
    sent.current = text;
    setTyped(text);
  }, [text]);
  useEffect(() => {
    if (typed === sent.current) return;
    const later = window.setTimeout(() => {
      sent.current = typed;
      change({ text: typed }, { replace: true });
    }, pauseMs);
    return () => window.clearTimeout(later);
  }, [typed, change]);
  return <SearchField label={say('filter.word')} value={typed} onChange={setTyped} />;
}
