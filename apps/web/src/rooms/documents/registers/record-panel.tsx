import { useState } from 'react';
import {
  BegunNote,
  sendFile,
  useAttempt,
  useDeed,
  useDraft,
  usePlace,
  useReadOnly,
  useWords,
} from '../../../app/index.ts';
import { Button, Form, FormActions, SidePanel, Stack } from '../../../ui/index.ts';
import { DocumentDeeds } from './document-deeds.tsx';
import { EndDeed } from './end-deed.tsx';
import { RecordField } from './fields/record-field.tsx';
import { addedInput, changedInput, type Entry, entryOf, missingIn } from './record/entry.ts';
import { hasEnded, type Register, type RegisterRow } from './record/register.ts';
import { Standing } from './record-table.tsx';

interface RecordPanelProps {
  readonly register: Register;
  /** A new one when left out. */
  readonly row: RegisterRow | undefined;
  /** Id of what the clauses call for, which a new document is to answer. */
  readonly need?: string | undefined;
  readonly onClose: () => void;
}

/** One record, edited where it stands; it says what else can be done with it. */
export function RecordPanel({ register, row, need, onClose }: RecordPanelProps) {
  const say = useWords('documents');
  const title = row ? String(row[register.title]) : say(`add-${register.name}`);
  return (
    <SidePanel isOpen onClose={onClose} label={title} head={<Head title={title} row={row} />}>
      <Stack>
        <RecordForm register={register} row={row} need={need} onClose={onClose} />
        {row && register.name === 'documents' && <DocumentDeeds row={row} />}
        {row && !hasEnded(row) && <EndDeed register={register} row={row} />}
      </Stack>
    </SidePanel>
  );
}

function Head({ title, row }: { readonly title: string; readonly row: RegisterRow | undefined }) {
  return (
    <>
      <b>{title}</b> {row && <Standing row={row} />}
    </>
  );
}

function RecordForm({ register, row, need, onClose }: RecordPanelProps) {
  const say = useWords('documents');
  const about = row ? `${row.id} at ${row.revision}` : `new ${need ?? ''}`;
  const {
    draft: entry,
    change,
    forget,
    begun,
  } = useDraft<Entry>(`${register.name} ${about}`, () => ({
    ...entryOf(register, row),
    ...(need && !row ? { meets: [{ framework: 'iso27001-2022', need }] } : {}),
  }));
  const { save, errors, isPending } = useSave(register, row, () => {
    forget();
    if (!row) onClose();
  });
  const denied = useReadOnly('governance.write');
  const stays = say(register.name === 'documents' ? 'retired-stays' : 'ended-stays');
  const reason = denied ?? (row && hasEnded(row) ? stays : undefined);
  const isSame = row !== undefined && Object.keys(changedInput(register, row, entry)).length === 0;
  return (
    <Form
      label={say(row ? 'change' : `add-${register.name}`)}
      errors={errors}
      onSubmit={() => void save(entry)}
    >
      <BegunNote begun={begun} />
      {register.fields.map((field) => (
        <RecordField
          key={field.name}
          field={field}
          value={entry[field.name]}
          row={row}
          onChange={(value) => change({ [field.name]: value })}
        />
      ))}
      <FormActions>
        <Button
          kind="primary"
          type="submit"
          pending={isPending}
          reason={reason ?? (isSame ? say('nothing-changed') : undefined)}
        >
          {say(row ? 'save' : `add-${register.name}`)}
        </Button>
      </FormActions>
    </Form>
  );
}

/** Adds or changes; a file goes ahead of what names it. */
function useSave(register: Register, row: RegisterRow | undefined, onDone: () => void) {
  const say = useWords('documents');
  const { organisation } = usePlace();
  const add = useDeed(`${register.name} add`);
  const change = useDeed(`${register.name} change`);
  const { attempt, isPending, errors } = useAttempt();
  const [missing, setMissing] = useState<readonly string[]>([]);
  const save = async (entry: Entry) => {
    const blank = missingIn(register, entry);
    setMissing(blank);
    if (blank.length > 0) return;
    const named = String(entry[register.title]);
    const done = await attempt(async () => {
      const said = await withFile(organisation, entry);
      if (!row) return add({ input: addedInput(register, said), says: say('added', { named }) });
      const input = { [register.member]: row.id, ...changedInput(register, row, said) };
      return change({ input, ifMatch: row.revision, says: say('changed', { named }) });
    });
    if (done) onDone();
  };
  const faults = missing.map((field) => ({ field, message: say('fault-missing', { field: say(field) }) }));
  return { save, isPending, errors: faults.length > 0 ? faults : errors };
}

async function withFile(organisation: string, entry: Entry): Promise<Entry> {
  if (!(entry.file instanceof File)) return entry;
  const { file } = await sendFile(organisation, entry.file);
  return { ...entry, file };
}
