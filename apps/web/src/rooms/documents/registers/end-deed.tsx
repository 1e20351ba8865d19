import { useState } from 'react';
import {
  BegunNote,
  useAttempt,
  useDeed,
  useDraft,
  usePlace,
  useReadOnly,
  useWords,
} from '../../../app/index.ts';
import { Button, DateField, Dialog, Form, TextArea } from '../../../ui/index.ts';
import type { Register, RegisterRow } from './record/register.ts';

/** Says that a record no longer holds; it stays in the register. */
export function EndDeed({ register, row }: { readonly register: Register; readonly row: RegisterRow }) {
  const say = useWords('documents');
  const [isOpen, setOpen] = useState(false);
  const denied = useReadOnly('governance.write');
  return (
    <div>
      <Button kind="danger" size="s" onPress={() => setOpen(true)} reason={denied} reasonAs="tooltip">
        {say(`end-${register.name}`)}
      </Button>
      {isOpen && <EndDialog register={register} row={row} onClose={() => setOpen(false)} />}
    </div>
  );
}

interface EndDialogProps {
  readonly register: Register;
  readonly row: RegisterRow;
  readonly onClose: () => void;
}

interface EndDraft {
  readonly effective: string | undefined;
  readonly why: string;
}

function EndDialog({ register, row, onClose }: EndDialogProps) {
  const say = useWords('documents');
  const { today } = usePlace();
  const { draft, change, forget, begun } = useDraft<EndDraft>(`${register.end} ${row.id}`, () => ({
    effective: today,
    why: '',
  }));
  const { effective, why } = draft;
  const end = useDeed(register.end);
  const { attempt, isPending, errors } = useAttempt();
  const named = String(row[register.title]);
  const save = async () => {
    const reason = why.trim();
    const input = {
      [register.member]: row.id,
      ...(effective ? { effective } : {}),
      ...(reason ? { reason } : {}),
    };
    const says = say(`ended-${register.name}`, { named });
    if (!(await attempt(() => end({ input, ifMatch: row.revision, says })))) return;
    forget();
    onClose();
  };
  const foot = (
    <>
      <Button kind="danger" onPress={() => void save()} pending={isPending}>
        {say(`end-${register.name}`)}
      </Button>
      <Button onPress={onClose}>{say('close')}</Button>
    </>
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say(`end-title-${register.name}`, { named })}
      foot={foot}
      size="s"
    >
      <Form onSubmit={() => void save()} errors={errors}>
        <BegunNote begun={begun} />
        <p>{say(`end-say-${register.name}`)}</p>
        <DateField
          label={say('effective')}
          name="effective"
          value={effective}
          max={today}
          onChange={(day) => change({ effective: day })}
        />
        <TextArea label={say('why')} name="reason" value={why} onChange={(typed) => change({ why: typed })} />
      </Form>
    </Dialog>
  );
}
