import { useState } from 'react';
import { useLateAnswer, useWords } from '../../../app/index.ts';
import { ComboField, FilterChips, Stack } from '../../../ui/index.ts';

export interface Picked {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

interface ControlPickerProps {
  readonly picked: readonly Picked[];
  readonly onChange: (picked: readonly Picked[]) => void;
  readonly most: number;
}

const found = 30;

/** Finds controls of the library by code or name. What was picked stands under it and can be taken away again. */
export function ControlPicker({ picked, onChange, most }: ControlPickerProps) {
  const say = useWords('requirement');
  const [text, setText] = useState('');
  const { data, isFetching } = useLateAnswer('controls list', {
    ...(text === '' ? {} : { text }),
    limit: found,
  });
  // Once one is picked the list comes back when something is typed: else it would stay open over what follows.
  const isShut = picked.length > 0 && text === '';
  const rows = (data?.rows ?? []).filter(({ id }) => !isShut && !picked.some((each) => each.id === id));
  const add = (id: string | undefined) => {
    const row = rows.find((each) => each.id === id);
    if (!row) return;
    onChange([...picked, { id: row.id, code: row.code, name: row.name }].slice(-most));
    setText('');
  };
  return (
    <Stack gap="s">
      <ComboField
        label={say(most === 1 ? 'control' : 'controls')}
        name="controls"
        value={undefined}
        onChange={add}
        input={text}
        onInput={setText}
        isLoading={isFetching}
        options={rows.map(({ id, code, name }) => ({ id, label: `${code} ${name}` }))}
        isRequired
      />
      {picked.length > 0 && (
        <FilterChips
          label={say('picked')}
          chips={picked.map(({ id, code, name }) => ({ id, label: code, value: name }))}
          onRemove={(id) => onChange(picked.filter((each) => each.id !== id))}
        />
      )}
    </Stack>
  );
}
