import { useState } from 'react';
import { useLateAnswer, useWords } from '../../../app/index.ts';
import { ComboField, FilterChips, Stack } from '../../../ui/index.ts';

export interface Picked {
  /** Id or code. */
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

const most = 30;

/** Controls by their code, name or what is said of them, the best first; the first of the library until something is typed. */
export function useFoundControls(text: string): { found: readonly Picked[]; isLoading: boolean } {
  const typed = text.trim().slice(0, 200);
  const first = useLateAnswer('controls list', { limit: most, retired: false }, { enabled: typed === '' });
  const best = useLateAnswer(
    'find',
    { text: typed || '-', kinds: ['control'], limit: most },
    { enabled: typed !== '' },
  );
  if (typed === '') return { found: first.data?.rows ?? [], isLoading: first.isFetching };
  const found = (best.data?.rows ?? []).map(({ id, code, title }) => ({ id, code, name: title }));
  return { found, isLoading: best.isFetching };
}

interface ControlPickerProps {
  readonly picked: readonly Picked[];
  readonly onChange: (picked: readonly Picked[]) => void;
  readonly label: string;
  readonly description?: string | undefined;
  readonly isRequired?: boolean | undefined;
}

/** Chooses one control after the other. What was chosen stands under the field and can be taken away again. */
export function ControlPicker({ picked, onChange, label, description, isRequired }: ControlPickerProps) {
  const say = useWords('evidence');
  const [text, setText] = useState('');
  const { found, isLoading } = useFoundControls(text);
  const rows = found.filter(({ id }) => !picked.some((each) => each.id === id));
  const add = (id: string | undefined) => {
    const row = rows.find((each) => each.id === id);
    if (!row) return;
    onChange([...picked, { id: row.id, code: row.code, name: row.name }]);
    setText('');
  };
  return (
    <Stack gap="s">
      <ComboField
        label={label}
        description={description}
        name="controls"
        value={undefined}
        onChange={add}
        input={text}
        onInput={setText}
        isLoading={isLoading}
        options={rows.map(({ id, code, name }) => ({ id, label: `${code} ${name}` }))}
        isRequired={isRequired}
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
