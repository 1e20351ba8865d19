import { useMemo, useState } from 'react';
import { useFormat, useLateAnswer, useWords } from '../../../app/index.ts';
import { ComboField } from '../../../ui/index.ts';
import { keyOf } from '../supposed/supposed.ts';
import type { Changes } from '../supposed/use-changes.ts';
import { type Found, useFound } from './use-found.ts';

/** Finds a control, a piece of evidence or a requirement, and supposes it otherwise. */
export function AddChange({ all }: { readonly all: Changes }) {
  const say = useWords('what-if');
  const { day } = useFormat();
  const [text, setText] = useState('');
  const { found, isLoading } = useFound(text);
  const titles = useAdopted();
  const rows = found.filter(
    ({ key, change }) =>
      !all.changes.some((each) => keyOf(each) === key) &&
      (change.kind !== 'exclude' || titles.has(change.framework)),
  );
  const add = (id: string | undefined) => {
    const row = rows.find(({ key }) => key === id);
    if (!row) return;
    all.add(row.change);
    setText('');
  };
  const describe = ({ change, where }: Found) => {
    if (change.kind === 'exclude') return say('add.exclude', { framework: titles.get(change.framework) });
    return change.kind === 'lapse' && where
      ? say('add.lapse-of', { day: day(where) })
      : say(`add.${change.kind}`);
  };
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

/** Titles of the frameworks we answer to: of others nothing can be left out. */
function useAdopted(): ReadonlyMap<string, string> {
  const { data } = useLateAnswer('catalogue list');
  return useMemo(() => {
    const adopted = (data?.rows ?? []).filter((row) => 'adopted' in row && row.adopted !== undefined);
    return new Map(adopted.map(({ id, title }) => [id, title]));
  }, [data]);
}
