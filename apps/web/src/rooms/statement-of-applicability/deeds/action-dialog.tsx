import {
  BegunNote,
  PersonField,
  useAttempt,
  useDeed,
  useDraft,
  usePlace,
  useWords,
} from '../../../app/index.ts';
import { Button, DateField, Dialog, FieldRow, Form, TextField } from '../../../ui/index.ts';
import type { Line } from '../statement/line.ts';

interface ActionDraft {
  readonly title: string;
  readonly owner: string | undefined;
  readonly due: string | undefined;
}

/** An action that closes the line, with somebody and a day: what is not in place yet has to have one. */
export function ActionDialog({ line, onClose }: { readonly line: Line; readonly onClose: () => void }) {
  const say = useWords('statement');
  const { today } = usePlace();
  const { draft, change, forget, begun } = useDraft<ActionDraft>(`action for the line ${line.id}`, () => ({
    title: say('action-title', { row: line.key, title: line.title }),
    owner: line.owner,
    due: undefined,
  }));
  const { title, owner, due } = draft;
  const add = useDeed('actions add');
  const { attempt, isPending, errors } = useAttempt();
  const subject = line.isOwn
    ? { kind: 'control', id: line.id }
    : { kind: 'requirement', id: `iso27001-2022/${line.id}` };
  const save = async () => {
    const input = { title, closes: [subject], ...(owner ? { owner } : {}), ...(due ? { due } : {}) };
    if (!(await attempt(() => add({ input, says: say('action-added', { row: line.key }) })))) return;
    forget();
    onClose();
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
        <BegunNote begun={begun} />
        <TextField
          label={say('action')}
          name="title"
          value={title}
          onChange={(typed) => change({ title: typed })}
          maxLength={300}
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
            min={today}
            onChange={(day) => change({ due: day })}
          />
        </FieldRow>
      </Form>
    </Dialog>
  );
}
