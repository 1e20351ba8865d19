import { useState } from 'react';
import {
  BegunNote,
  PersonField,
  useAttempt,
  useDeed,
  useDraft,
  usePlace,
  useReadOnly,
  useWords,
} from '../../../app/index.ts';
import { Button, DateField, Dialog, FieldRow, Form, FormActions, TextField } from '../../../ui/index.ts';
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

interface ActionDraft {
  readonly title: string;
  readonly owner: string | undefined;
  readonly due: string | undefined;
}

function ActionDialog({ framework, row, onClose }: AddActionProps & { readonly onClose: () => void }) {
  const say = useWords('nis2');
  const { today } = usePlace();
  const deed = useDeed('actions add');
  const { attempt, errors, isPending } = useAttempt();
  const called = `action for the duty ${framework}/${row.id}`;
  const { draft, change, forget, begun } = useDraft<ActionDraft>(called, () => ({
    title: say('action-title', { id: row.id, title: row.title }),
    owner: undefined,
    due: undefined,
  }));
  const { title, owner, due } = draft;
  const add = async () => {
    const closes = [{ kind: 'requirement', id: `${framework}/${row.id}` }];
    const input = { title, closes, ...(owner ? { owner } : {}), ...(due ? { due } : {}) };
    if (!(await attempt(() => deed({ input, says: say('action-added', { title }) })))) return;
    forget();
    onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} title={say('add-action-to', { id: row.id })}>
      <Form errors={errors} onSubmit={() => void add()}>
        <BegunNote begun={begun} />
        <TextField
          label={say('action-what')}
          name="title"
          value={title}
          onChange={(typed) => change({ title: typed })}
          maxLength={300}
          isRequired
        />
        <FieldRow>
          <PersonField
            label={say('owner')}
            name="owner"
            value={owner}
            onChange={(person) => change({ owner: person })}
          />
          <DateField
            label={say('due')}
            name="due"
            value={due}
            onChange={(day) => change({ due: day })}
            min={today}
          />
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
