import { useState } from 'react';
import { useAttempt, useDeed, usePlace, useWords } from '../../../app/index.ts';
import { Button, ComboField, DateField, Dialog, FieldRow, Form, TextField } from '../../../ui/index.ts';
import type { Line } from '../statement/line.ts';
import { usePeople } from '../statement/use-statement.ts';

/** An action that closes the line, with somebody and a day: what is not in place yet has to have one. */
export function ActionDialog({ line, onClose }: { readonly line: Line; readonly onClose: () => void }) {
  const say = useWords('statement');
  const people = usePeople();
  const { today } = usePlace();
  const [title, setTitle] = useState(() => say('action-title', { row: line.key, title: line.title }));
  const [owner, setOwner] = useState(line.owner);
  const [due, setDue] = useState<string>();
  const add = useDeed('actions add');
  const { attempt, isPending, errors } = useAttempt();
  const subject = line.isOwn
    ? { kind: 'control', id: line.id }
    : { kind: 'requirement', id: `iso27001-2022/${line.id}` };
  const save = async () => {
    const input = { title, closes: [subject], ...(owner ? { owner } : {}), ...(due ? { due } : {}) };
    if (await attempt(() => add({ input, says: say('action-added', { row: line.key }) }))) onClose();
  };
  const missing = owner === undefined || due === undefined ? say('action-needs') : undefined;
  const foot = (
    <>
      <Button kind="primary" onPress={() => void save()} pending={isPending} reason={missing}>
        {say('mend-action')}
      </Button>
      <Button onPress={onClose}>{say('close')}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={say('action-for', { row: line.key })} foot={foot}>
      <Form onSubmit={() => missing === undefined && void save()} errors={errors}>
        <TextField label={say('action')} name="title" value={title} onChange={setTitle} maxLength={300} />
        <FieldRow>
          <ComboField label={say('owner')} name="owner" options={people} value={owner} onChange={setOwner} />
          <DateField label={say('due')} name="due" value={due} min={today} onChange={setDue} />
        </FieldRow>
      </Form>
    </Dialog>
  );
}
