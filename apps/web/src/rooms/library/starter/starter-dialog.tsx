import { Suspense, useMemo, useState } from 'react';
import { useAnswer, useFormat, useWords } from '../../../app/index.ts';
import { Dialog, FieldRow, SearchField, SelectField, Skeleton, Stack } from '../../../ui/index.ts';
import type { StarterRow } from '../control/row.ts';
import type { Names } from '../find/use-names.ts';
import { Adopt } from './adopt.tsx';
import { StarterControl } from './starter-control.tsx';
import { StarterTable } from './starter-table.tsx';

interface StarterDialogProps {
  readonly names: Names;
  readonly onClose: () => void;
}

/** The starter library: controls to take over, with the claims that they propose. */
export function StarterDialog(props: StarterDialogProps) {
  return (
    <Suspense fallback={<Waiting {...props} />}>
      <Open {...props} />
    </Suspense>
  );
}

function Waiting({ onClose }: StarterDialogProps) {
  const say = useWords('library');
  return (
    <Dialog isOpen size="l" title={say('starter.title')} onClose={onClose}>
      <Skeleton lines={8} asRows />
    </Dialog>
  );
}

function Open({ names, onClose }: StarterDialogProps) {
  const say = useWords('library');
  const { number } = useFormat();
  const { rows, edition, licence } = useAnswer('library list');
  const { text, setText, family, setFamily, families, found } = useFound(rows);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<string>();
  const counted = (wanted: string) => number(rows.filter(({ state }) => state === wanted).length);
  return (
    <Dialog
      isOpen
      size="l"
      title={say('starter.title')}
      onClose={onClose}
      foot={<Adopt {...{ rows, chosen, onClose }} onAdopted={() => setChosen(new Set())} />}
    >
      <Stack gap="s">
        <p>
          {say('starter.lead', {
            figure: number(rows.length),
            edition,
            adopted: counted('adopted'),
            retired: counted('retired'),
            offered: counted('offered'),
          })}{' '}
          {licence}
        </p>
        <FieldRow>
          <SearchField showLabel label={say('starter.word')} value={text} onChange={setText} />
          <SelectField
            label={say('filter.family')}
            none={say('starter.all-families')}
            options={families.map((id) => ({ id, label: id }))}
            value={family}
            onChange={setFamily}
          />
        </FieldRow>
        <StarterTable {...{ names, chosen, open }} rows={found} onChoose={setChosen} onOpen={setOpen} />
        {open !== undefined && (
          <Suspense fallback={<Skeleton lines={5} />}>
            <StarterControl key={open} starter={open} names={names} />
          </Suspense>
        )}
      </Stack>
    </Dialog>
  );
}

function useFound(rows: readonly StarterRow[]) {
  const [text, setText] = useState('');
  const [family, setFamily] = useState<string>();
  const { compare } = useFormat();
  const families = useMemo(() => [...new Set(rows.map((row) => row.family))].sort(compare), [rows, compare]);
  const found = useMemo(() => {
    const part = text.trim().toLowerCase();
    return rows.filter(
      (row) =>
        (family === undefined || row.family === family) &&
        `${row.code} ${row.name} ${row.family}`.toLowerCase().includes(part),
    );
  }, [rows, text, family]);
  return { text, setText, family, setFamily, families, found };
}
