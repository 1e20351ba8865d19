import { useState } from 'react';
import { PersonField, useWords } from '../../../app/index.ts';
import { CheckboxList, SelectField, Stack, TextField, ToggleGroup } from '../../../ui/index.ts';
import { designs, frequencies, implementations } from '../find/filters.ts';
import type { LabelOf } from '../find/use-labels.ts';
import type { Names } from '../find/use-names.ts';

/** Members that many controls may have the same. */
export const manyMembers = ['owner', 'implementation', 'frequency', 'scopes', 'family', 'design'] as const;
export type ManyMember = (typeof manyMembers)[number];

interface NewValueProps {
  readonly member: ManyMember;
  readonly names: Names;
  readonly labelOf: LabelOf;
  /** undefined until one is chosen; null takes away what is there. */
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

const nobody = 'nothing';

/** What it is to be, in the field that suits it. */
export function NewValue(props: NewValueProps) {
  switch (props.member) {
    case 'owner':
      return <NewOwner {...props} />;
    case 'implementation':
      return <NewImplementation {...props} />;
    case 'frequency':
      return <NewOf {...props} ids={frequencies} clears />;
    case 'design':
      return <NewOf {...props} ids={designs} />;
    case 'scopes':
      return <NewScopes {...props} />;
    case 'family':
      return <NewFamily {...props} />;
  }
}

function NewOwner({ value, onChange }: NewValueProps) {
  const say = useWords('library');
  return (
    <PersonField
      label={say('bulk.value')}
      none={{ id: nobody, label: say('none.owner') }}
      value={value === null ? nobody : (value as string | undefined)}
      onChange={(id) => onChange(id === nobody ? null : id)}
    />
  );
}

function NewImplementation({ value, onChange }: NewValueProps) {
  const say = useWords('library');
  const options = [...implementations]
    .reverse()
    .map((each) => ({ value: each, label: say(`in-place.${each}`) }));
  return (
    <ToggleGroup
      label={say('bulk.value')}
      options={options}
      value={value as 'partly' | undefined}
      onChange={onChange}
    />
  );
}

interface NewOfProps extends NewValueProps {
  readonly ids: readonly string[];
  readonly clears?: boolean;
}

function NewOf({ member, ids, clears, labelOf, value, onChange }: NewOfProps) {
  const say = useWords('library');
  const name = member as 'frequency' | 'design';
  const options = ids.map((id) => ({ id, label: labelOf(name, id) }));
  const all = clears ? [...options, { id: nobody, label: labelOf(name, '') }] : options;
  return (
    <SelectField
      label={say('bulk.value')}
      options={all}
      value={value === null ? nobody : (value as string | undefined)}
      onChange={(id) => onChange(id === nobody ? null : id)}
    />
  );
}

const wholeOrganisation = 'organisation';

function NewScopes({ names, value, onChange }: NewValueProps) {
  const say = useWords('library');
  const options = names.scopes.filter(({ id }) => id !== wholeOrganisation);
  const chosen = (value as readonly string[] | undefined) ?? [];
  const everywhere = { id: wholeOrganisation, label: say('scopes.all') };
  const isAll = value !== undefined && chosen.length === 0;
  return (
    <CheckboxList
      label={say('bulk.value')}
      options={[everywhere, ...options]}
      value={isAll ? [wholeOrganisation] : chosen}
      onChange={(ids) => {
        const becameAll = ids.includes(wholeOrganisation) && !isAll;
        const some = ids.filter((id) => id !== wholeOrganisation);
        onChange(becameAll ? [] : some.length === 0 ? undefined : some);
      }}
    />
  );
}

/** Tried once it is left, not at every letter. */
function NewFamily({ value, onChange }: NewValueProps) {
  const say = useWords('library');
  const [typed, setTyped] = useState(typeof value === 'string' ? value : '');
  return (
    <Stack gap="s">
      <TextField
        label={say('bulk.value')}
        description={say('bulk.family-says')}
        value={typed}
        onChange={setTyped}
        onLeave={(text) => onChange(text.trim() === '' ? null : text.trim())}
        maxLength={100}
      />
    </Stack>
  );
}
