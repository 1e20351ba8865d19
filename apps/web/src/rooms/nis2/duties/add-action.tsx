import { useState } from 'react';
import { useAnswer, useAttempt, useDeed, usePlace, useReadOnly, useWords } from '../../../app/index.ts';
import {
  Button,
  ComboField,
  DateField,
  Dialog,
  FieldRow,
  Form,
  FormActions,
  TextField,
} from '../../../ui/index.ts';
import type { Duty, Point } from '../directive/view.ts';

interface AddActionProps {
  readonly framework: string;
  readonly row: Duty | Point;
}

/** Article 21(4): what is not met needs an action that sets it right. */
export function AddAction({ framework, row }: AddActionProps) {
  const say = useWords('nis2');
  const reason = useReadOnly('actions.write');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="s"
        reason={reason}
        reasonAs="tooltip"
        aria-label={say('add-action-to', { id: row.id })}
        onPress={() => setOpen(true)}
      >
        {say('add-action')}
      </Button>
      {isOpen && <ActionDialog framework={framework} row={row} onClose={() => setOpen(false)} />}
    </>
  );
}

function ActionDialog({ framework, row, onClose }: AddActionProps & { readonly onClose: () => void }) {
  const say = useWords('nis2');
  const { people } = useAnswer('organisations show');
  const { today } = usePlace();
  const deed = useDeed('actions add');
  const { attempt, errors, isPending } = useAttempt();
  const [title, setTitle] = useState(say('action-title', { id: row.id, title: row.title }));
  const [owner, setOwner] = useState<string>();
  const [due, setDue] = useState<string>();
  const add = async () => {
    const closes = [{ kind: 'requirement', id: `${framework}/${row.id}` }];
    const input = { title, closes, ...(owner ? { owner } : {}), ...(due ? { due } : {}) };
    if (await attempt(() => deed({ input, says: say('action-added', { title }) }))) onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} title={say('add-action-to', { id: row.id })}>
      <Form errors={errors} onSubmit={() => void add()}>
        <TextField
          label={say('action-what')}
          name="title"
          value={title}
          onChange={setTitle}
          maxLength={300}
          isRequired
        />
        <FieldRow>
          <ComboField
            label={say('owner')}
            name="owner"
            options={people.map(({ id, name }) => ({ id, label: name || id }))}
            value={owner}
            onChange={setOwner}
          />
          <DateField label={say('due')} name="due" value={due} onChange={setDue} min={today} />
        </FieldRow>
        <FormActions>
          <Button
            type="submit"
            kind="primary"
            pending={isPending}
            reason={title.trim() === '' ? say('action-what-first') : undefined}
          >
            {say('add-action')}
          </Button>
          <Button onPress={onClose}>{say('cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
