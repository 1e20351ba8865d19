import { useState } from 'react';
import { useLateAnswer, useWords } from '../../../app/index.ts';
import { ComboField } from '../../../ui/index.ts';
import type { Names } from './use-names.ts';

export interface ChosenRequirement {
  readonly framework: string;
  readonly requirement: string;
  readonly title: string;
}

interface RequirementFieldProps {
  readonly label: string;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly names: Names;
  readonly name?: string | undefined;
  /** What was chosen before the field was there. */
  readonly chosen?: ChosenRequirement | undefined;
  readonly onChange: (chosen: ChosenRequirement | undefined) => void;
}

/** A requirement of any adopted framework, found by its id or its title. */
export function RequirementField({ names, chosen: before, onChange, ...field }: RequirementFieldProps) {
  const say = useWords('library');
  const [typed, setTyped] = useState(() => (before ? `${before.requirement} ${before.title}` : ''));
  const [chosen, setChosen] = useState(() => before && `${before.framework}/${before.requirement}`);
  const text = typed.trim();
  const { data, isFetching } = useLateAnswer(
    'find',
    { text, kinds: ['requirement'], limit: 30 },
    { enabled: text !== '' },
  );
  const rows = text === '' ? [] : (data?.rows ?? []);
  const options = rows.map(({ framework = '', id, title }) => ({
    id: `${framework}/${id}`,
    label: `${id} ${title}`,
    description: names.framework(framework),
  }));
  const choose = (key: string | undefined) => {
    setChosen(key);
    const found = rows.find(({ framework, id }) => `${framework}/${id}` === key);
    if (found) setTyped(`${found.id} ${found.title}`);
    onChange(found && { framework: found.framework ?? '', requirement: found.id, title: found.title });
  };
  return (
    <ComboField
      {...field}
      options={options}
      value={chosen}
      onChange={choose}
      input={typed}
      onInput={setTyped}
      isLoading={isFetching}
      placeholder={say('requirement.type')}
    />
  );
}
