import { useState } from 'react';
import { useLateAnswer, useWords } from '../../../../app/index.ts';
import { ComboField, FilterChips, Stack } from '../../../../ui/index.ts';

interface Named {
  readonly framework: string;
  readonly requirement: string;
}

interface RequirementsFieldProps {
  readonly value: readonly Named[];
  readonly onChange: (value: readonly Named[]) => void;
}

/** The requirements of adopted frameworks that an obligation calls for. */
export function RequirementsField({ value, onChange }: RequirementsFieldProps) {
  const say = useWords('documents');
  const [text, setText] = useState('');
  const isAsked = text.trim() !== '';
  const { data, isFetching } = useLateAnswer('find', { text, kinds: ['requirement'] }, { enabled: isAsked });
  const found = isAsked ? (data?.rows ?? []) : [];
  const add = (key: string | undefined) => {
    const row = found.find(
      (each) => keyOf({ framework: each.framework ?? '', requirement: each.id }) === key,
    );
    if (!row || value.some((each) => keyOf(each) === key)) return;
    onChange([...value, { framework: row.framework ?? '', requirement: row.id }]);
    setText('');
  };
  return (
    <Stack gap="s">
      <ComboField
        label={say('requirements')}
        description={say('requirements-say')}
        options={found.map(({ id, title, framework = '' }) => ({
          id: keyOf({ framework, requirement: id }),
          label: `${id} ${title}`,
          description: framework,
        }))}
        value={undefined}
        onChange={add}
        input={text}
        onInput={setText}
        isLoading={isFetching}
      />
      {value.length > 0 && (
        <FilterChips
          label={say('requirements')}
          chips={value.map((each) => ({ id: keyOf(each), label: each.framework, value: each.requirement }))}
          onRemove={(id) => onChange(value.filter((each) => keyOf(each) !== id))}
        />
      )}
    </Stack>
  );
}

function keyOf({ framework, requirement }: Named): string {
  return `${framework}/${requirement}`;
}
