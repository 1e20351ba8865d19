import { useState } from 'react';
import { useAddress, useWords, WordField } from '../../../app/index.ts';
import { ComboField, FilterChips, type Option, Popover, SelectField, Stack } from '../../../ui/index.ts';
import css from '../evidence.module.css';
import { useFoundControls } from '../names/control-picker.tsx';
import type { Names } from '../names/use-names.ts';
import {
  type FilterName,
  type Filters,
  filterNames,
  freshnesses,
  outcomes,
  sources,
  withoutFilters,
} from './filters.ts';

interface FilterBarProps {
  readonly filters: Filters;
  readonly names: Names;
}

/** What the list is narrowed by: words, and chips. */
export function FilterBar({ filters, names }: FilterBarProps) {
  const say = useWords('evidence');
  const [, change] = useAddress();
  const label = useLabel(names);
  const chips = filterNames.flatMap((id) => {
    const value = filters[id];
    return value === undefined ? [] : [{ id, label: say(`filter.${id}`), value: label(id, value) }];
  });
  return (
    <div className={css.bar}>
      <div className={css.word}>
        <WordField label={say('filter.word')} />
      </div>
      <FilterChips
        label={say('filter.chips')}
        chips={chips}
        onRemove={(id) => change({ [id]: undefined })}
        onClear={() => change(withoutFilters)}
      />
      <Popover trigger={say('filter.add')} label={say('filter.add-label')} mark="plus" kind="quiet">
        {(close) => <Choosing names={names} close={close} />}
      </Popover>
    </div>
  );
}

function useLabel(names: Names) {
  const say = useWords('evidence');
  return (name: FilterName, value: string) => {
    if (name === 'control') return value;
    return name === 'by' ? names.sender(value) : say(`${name}.${value}`);
  };
}

interface ChoosingProps {
  readonly names: Names;
  readonly close: () => void;
}

/** By what to narrow, and to what. */
function Choosing({ names, close }: ChoosingProps) {
  const say = useWords('evidence');
  const [search, change] = useAddress();
  const [name, setName] = useState<FilterName>('freshness');
  const values = { freshness: freshnesses, outcome: outcomes, source: sources } as const;
  const choose = (value: string | undefined) => {
    if (value === undefined) return;
    change({ [name]: value });
    close();
  };
  const value = { value: search[name], onChange: choose, label: say('filter.value') };
  return (
    <Stack gap="s">
      <SelectField
        label={say('filter.by-what')}
        options={filterNames.map((id) => ({ id, label: say(`filter.${id}`) }))}
        value={name}
        onChange={(id) => id && setName(id as FilterName)}
      />
      {name === 'control' && <ControlValue choose={choose} />}
      {name === 'by' && <ComboField {...value} options={names.senders} />}
      {name !== 'control' && name !== 'by' && (
        <SelectField
          {...value}
          options={values[name].map((id): Option => ({ id, label: say(`${name}.${id}`) }))}
        />
      )}
    </Stack>
  );
}

function ControlValue({ choose }: { readonly choose: (code: string | undefined) => void }) {
  const say = useWords('evidence');
  const [text, setText] = useState('');
  const { found, isLoading } = useFoundControls(text);
  return (
    <ComboField
      label={say('filter.value')}
      value={undefined}
      onChange={choose}
      input={text}
      onInput={setText}
      isLoading={isLoading}
      options={found.map(({ code, name }) => ({ id: code, label: `${code} ${name}` }))}
    />
  );
}
