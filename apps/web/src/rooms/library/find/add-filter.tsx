import { useState } from 'react';
import { useAddress, useLateAnswer, useWords } from '../../../app/index.ts';
import { CheckboxList, ComboField, type Option, Popover, SelectField, Stack } from '../../../ui/index.ts';
import { type FilterName, filterNames, listed, none, type WantedControls } from './filters.ts';
import { RequirementFilter } from './requirement-filter.tsx';
import type { LabelOf } from './use-labels.ts';
import type { Names } from './use-names.ts';

interface AddFilterProps {
  readonly wanted: WantedControls;
  readonly names: Names;
  readonly labelOf: LabelOf;
}

/** Chooses by what to narrow the list, and to what; each value says how many it would leave. */
export function AddFilter(props: AddFilterProps) {
  const say = useWords('library');
  return (
    <Popover trigger={say('filter.add')} label={say('filter.add-label')} mark="plus" kind="quiet">
      {(close) => <Choosing {...props} close={close} />}
    </Popover>
  );
}

type ChoosingProps = AddFilterProps & { readonly close: () => void };

function Choosing(props: ChoosingProps) {
  const say = useWords('library');
  const [name, setName] = useState<FilterName>('framework');
  const options = filterNames.map((id) => ({ id, label: say(`filter.${id}`) }));
  return (
    <Stack gap="s">
      <SelectField
        label={say('filter.by')}
        options={options}
        value={name}
        onChange={(id) => id && setName(id as FilterName)}
      />
      {name === 'requirement' ? (
        <RequirementFilter {...props} />
      ) : (
        <Value key={name} {...props} name={name} />
      )}
    </Stack>
  );
}

type ValueProps = ChoosingProps & { readonly name: Exclude<FilterName, 'requirement'> };

function Value({ name, wanted, labelOf, close }: ValueProps) {
  const say = useWords('library');
  const [search, change] = useAddress();
  const { data } = useLateAnswer('controls list', { ...wanted, limit: 1, facets: true });
  const counted = data?.facets?.[name] ?? [];
  const choose = (value: string | undefined) => {
    if (value === undefined) return;
    change({ [name]: value, ...(name === 'framework' ? { requirement: undefined } : {}) });
    close();
  };
  if (name === 'freshness' || name === 'implementation') {
    const all: readonly string[] = listed[name];
    return (
      <CheckboxList
        label={say('filter.value')}
        options={all.map((id) => counting(id, counted, labelOf(name, id)))}
        value={search[name]?.split(',') ?? []}
        onChange={(ids) => change({ [name]: all.filter((id) => ids.includes(id)).join(',') })}
      />
    );
  }
  const values = name === 'retired' ? ['true', 'any'] : counted.map(({ value }) => value || none);
  const options = values.map((id) =>
    id === 'any' ? { id, label: say('retired.any') } : counting(id, counted, labelOf(name, id)),
  );
  return (
    <ComboField
      key={String(data !== undefined)}
      label={say('filter.value')}
      options={options}
      value={search[name]}
      onChange={choose}
      isLoading={data === undefined}
    />
  );
}

function counting(
  id: string,
  counted: readonly { readonly value: string; readonly count: number }[],
  label: string,
): Option {
  const value = id === none ? '' : id;
  const count = counted.find((each) => each.value === value)?.count ?? 0;
  return { id, label: `${label} (${count})` };
}
