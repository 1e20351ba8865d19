import { Button, DateField, Dialog, FieldRow, Form, TextField } from '../../ui/index.ts';
import { BegunNote } from '../deeds/begun-note.tsx';
import { useAttempt } from '../deeds/use-attempt.ts';
import { useDeed } from '../deeds/use-deed.ts';
import { useDraft } from '../deeds/use-draft.ts';
import { PersonField } from '../people/person-field.tsx';
import { usePlace } from '../place/place.tsx';
import { useWords } from '../words/use-words.ts';

interface ActionDialogProps {
  readonly heading: string;
  /** What it leads to: the action is closed with it. */
  readonly closes: { readonly kind: 'control' | 'requirement'; readonly id: string };
  /** What stands in the fields at first. */
  readonly first: { readonly title: string; readonly owner?: string | undefined };
  /** What is told once it is there. */
  readonly says: (title: string) => string;
  readonly onClose: () => void;
}

interface Draft {
  readonly title: string;
  readonly owner: string | undefined;
  readonly due: string | undefined;
}

/**
 * Adds an action for something that is not as it should be. It counts only with somebody and a day; what is entered
 * stays until it is recorded.
 */
export function ActionDialog({ heading, closes, first, says, onClose }: ActionDialogProps) {
  const say = useWords('app');
  const { today } = usePlace();
  const deed = useDeed('actions add');
  const { attempt, errors, isPending } = useAttempt();
  const { draft, change, forget, begun } = useDraft<Draft>(`action for ${closes.kind} ${closes.id}`, () => ({
    title: first.title,
    owner: first.owner,
    due: undefined,
  }));
  const { title, owner, due } = draft;
  const missing = owner === undefined || due === undefined ? say('action.needs') : undefined;
  const reason = title.trim() === '' ? say('action.title-first') : missing;
  const add = async () => {
    const input = { title, closes: [closes], owner, due };
    if (!(await attempt(() => deed({ input, says: says(title) })))) return;
    forget();
    onClose();
  };
  const foot = (
    <>
      <Button kind="primary" onPress={() => void add()} pending={isPending} reason={reason}>
        {say('action.add')}
      </Button>
      <Button onPress={onClose}>{say('action.cancel')}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={heading} foot={foot}>
      <Form onSubmit={() => reason === undefined && void add()} errors={errors}>
        <BegunNote begun={begun} />
        <TextField
          label={say('action.title')}
          name="title"
          value={title}
          onChange={(typed) => change({ title: typed })}
          maxLength={300}
          isRequired
        />
        <FieldRow>
          <PersonField
            label={say('action.owner')}
            name="owner"
            value={owner}
            onChange={(person) => change({ owner: person })}
          />
          <DateField
            label={say('action.due')}
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
