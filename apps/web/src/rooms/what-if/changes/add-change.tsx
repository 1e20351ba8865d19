import { useState } from 'react';
import { useFormat, useWords } from '../../../app/index.ts';
import { ComboField } from '../../../ui/index.ts';
import { keyOf } from '../supposed.ts';
import type { Changes } from '../use-changes.ts';
import { type Found, useFound } from './use-found.ts';

/** Finds a control, a piece of evidence or a requirement, and supposes it otherwise. */
export function AddChange({ all }: { readonly all: Changes }) {
  const say = useWords('what-if');
  const { day } = useFormat();
  const [text, setText] = useState('');
  const { found, isLoading } = useFound(text);
  const rows = found.filter(({ key }) => !all.changes.some((each) => keyOf(each) === key));
  const add = (id: string | undefined) => {
    const row = rows.find(({ key }) => key === id);
    if (!row) return;
    all.add(row.change);
    setText('');
  };
  const describe = ({ change: { kind }, where }: Found) =>
    kind === 'lapse' && where ? say('add.lapse-of', { day: day(where) }) : say(`add.${kind}`);
  return (
    <ComboField
      label={say('add.label')}
      description={say('add.description')}
      value={undefined}
      onChange={add}
      input={text}
      onInput={setText}
      isLoading={isLoading}
      options={rows.map((row) => ({ id: row.key, label: row.label, description: describe(row) }))}
    />
  );
}
