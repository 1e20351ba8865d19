import {
  Button,
  DateField,
  Dialog,
  FieldRow,
  Form,
  FormActions,
  SelectField,
  TextField,
} from '../../ui/index.ts';
import { BegunNote } from '../deeds/begun-note.tsx';
import { useAttempt } from '../deeds/use-attempt.ts';
import { useDeed } from '../deeds/use-deed.ts';
import { useDraft } from '../deeds/use-draft.ts';
import { usePlace } from '../place/place.tsx';
import { useReadOnly } from '../place/read-only.ts';
import { useWords } from '../words/use-words.ts';

/** Parts that somebody may be given; without one they own things and do nothing here. */
const parts = ['isms_manager', 'internal_auditor', 'control_owner'] as const;

interface AddPersonProps {
  /** As it was typed. */
  readonly name: string;
  readonly onAdded: (person: string) => void;
  readonly onClose: () => void;
}

/** Adds somebody to the organisation. */
export function AddPerson({ name: typed, onAdded, onClose }: AddPersonProps) {
  const say = useWords('app');
  const values = useWords('values');
  const { today } = usePlace();
  const { draft, set, begun, add, isPending, errors } = useAddPerson(typed, { onAdded, onClose });
  const { name, mail, role, until } = draft;
  const reason = useReadOnly('people.write') ?? (name.trim() === '' ? say('person.name-first') : undefined);
  return (
    <Dialog isOpen title={say('person.add')} onClose={onClose} size="s">
      <Form onSubmit={() => reason === undefined && add()} errors={errors}>
        <BegunNote begun={begun} />
        <p>{say('person.says')}</p>
        <TextField
          label={say('person.name')}
          name="name"
          value={name}
          onChange={(text) => set({ name: text })}
          maxLength={200}
          isRequired
          autoFocus={typed.trim() === ''}
        />
        <TextField
          label={say('person.mail')}
          description={say('person.mail-says')}
          name="mail"
          type="email"
          value={mail}
          onChange={(text) => set({ mail: text })}
          maxLength={254}
          autoFocus={typed.trim() !== ''}
        />
        <FieldRow>
          <SelectField
            label={say('person.part')}
            name="role"
            none={say('person.no-part')}
            options={parts.map((id) => ({ id, label: values(`role.${id}`) }))}
            value={role}
            onChange={(id) => set({ role: id, ...(id === undefined ? { until: undefined } : {}) })}
          />
          {role !== undefined && (
            <DateField
              label={say('person.until')}
              name="until"
              value={until}
              min={today}
              onChange={(day) => set({ until: day })}
            />
          )}
        </FieldRow>
        <FormActions>
          <Button kind="primary" type="submit" pending={isPending} reason={reason}>
            {say('person.add')}
          </Button>
          <Button onPress={onClose}>{say('person.cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

interface Draft {
  readonly name: string;
  readonly mail: string;
  readonly role?: string | undefined;
  readonly until?: string | undefined;
}

function useAddPerson(typed: string, { onAdded, onClose }: Omit<AddPersonProps, 'name'>) {
  const say = useWords('app');
  const deed = useDeed('people add');
  const { attempt, isPending, errors } = useAttempt();
  const kept = useDraft<Draft>(`new person ${typed}`, () => ({ name: typed, mail: '' }));
  const { draft, change: set, begun } = kept;
  const add = async () => {
    const name = draft.name.trim();
    const mail = draft.mail.trim();
    const { role = 'none', until } = draft;
    const input = { name, role, ...(mail === '' ? {} : { mail }), ...(until ? { until } : {}) };
    await attempt(async () => {
      // The field goes on with its id, so it is not kept to be sent later.
      const { told } = await deed({ input, says: say('person.added', { name }), isFinal: true });
      kept.forget();
      if (told?.id !== undefined) onAdded(told.id);
      onClose();
    });
  };
  return {
    draft,
    set,
    begun,
    add: () => void add(),
    isPending,
    errors,
  };
}
