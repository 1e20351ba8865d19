import { useState } from 'react';
import {
  BegunNote,
  PersonField,
  useAddress,
  useAttempt,
  useDeed,
  useDraft,
  useReadOnly,
  useWords,
} from '../../../app/index.ts';
import {
  Button,
  DateField,
  Dialog,
  FieldRow,
  Form,
  IconButton,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import css from '../actions.module.css';
import { priorities } from '../panel/edits.tsx';
import { type Subject, SubjectField, subjectIn } from '../subject/subject-field.tsx';
import { useSubjectName } from '../subject/subject-link.tsx';

interface Draft {
  readonly title: string;
  readonly what: string;
  readonly owner?: string | undefined;
  readonly due?: string | undefined;
  readonly priority?: string | undefined;
  readonly resources: string;
  /** With its name, where it was found here. */
  readonly closes: readonly (Subject & { readonly name?: string })[];
}

/** Adds an action; what it closes may stand in the address that led here. */
export function NewAction({ onClose }: { readonly onClose: () => void }) {
  const say = useWords('actions');
  const { draft, begun, set, add, errors, isPending } = useNewAction();
  const reason = useReadOnly('actions.write');
  const foot = (
    <>
      <Button kind="primary" pending={isPending} onPress={add} reason={reason}>
        {say('add')}
      </Button>
      <Button onPress={onClose}>{say('cancel')}</Button>
    </>
  );
  return (
    <Dialog isOpen title={say('new.title')} onClose={onClose} foot={foot}>
      <Form onSubmit={add} errors={errors}>
        <Stack gap="s">
          <BegunNote begun={begun} />
          <Fields draft={draft} set={set} />
          <NewCloses draft={draft} set={set} />
        </Stack>
      </Form>
    </Dialog>
  );
}

interface FieldsProps {
  readonly draft: Draft;
  readonly set: (changed: Partial<Draft>) => void;
}

function Fields({ draft, set }: FieldsProps) {
  const say = useWords('actions');
  return (
    <>
      <TextField
        label={say('member.title')}
        name="title"
        value={draft.title}
        onChange={(title) => set({ title })}
        maxLength={300}
        isRequired
        autoFocus
      />
      <TextArea
        label={say('member.what')}
        description={say('member.what-says')}
        name="what"
        rows={3}
        value={draft.what}
        onChange={(what) => set({ what })}
      />
      <PersonField
        label={say('member.owner')}
        name="owner"
        value={draft.owner}
        onChange={(owner) => set({ owner })}
      />
      <FieldRow>
        <DateField label={say('member.due')} name="due" value={draft.due} onChange={(due) => set({ due })} />
        <SelectField
          label={say('member.priority')}
          name="priority"
          none={say('priority.none')}
          options={priorities.map((id) => ({ id, label: say(`priority.${id}`) }))}
          value={draft.priority}
          onChange={(priority) => set({ priority })}
        />
      </FieldRow>
      <TextArea
        label={say('member.resources')}
        name="resources"
        rows={1}
        maxLength={5000}
        value={draft.resources}
        onChange={(resources) => set({ resources })}
      />
    </>
  );
}

function NewCloses({ draft: { closes }, set }: FieldsProps) {
  const say = useWords('actions');
  const nameOf = useSubjectName();
  return (
    <>
      <SubjectField
        label={say('member.closes')}
        onChoose={(subject) => set({ closes: [...closes.filter(({ id }) => id !== subject.id), subject] })}
      />
      <ul className={css.closes}>
        {closes.map((subject) => {
          const { name, where } = nameOf(subject, subject.name);
          return (
            <li key={subject.id}>
              <span>
                {subject.name ?? name} <small>{where}</small>
              </span>
              <IconButton
                mark="close"
                size="s"
                label={say('closes.remove', { name })}
                onPress={() => set({ closes: closes.filter((each) => each !== subject) })}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}

function useNewAction() {
  const say = useWords('actions');
  const [search, change] = useAddress();
  const deed = useDeed('actions add');
  const { attempt, errors, isPending } = useAttempt();
  const named = subjectIn(search.closes);
  const called = `new action ${search.title ?? ''} ${named?.id ?? ''}`;
  const {
    draft,
    begun,
    change: set,
    forget,
  } = useDraft<Draft>(called, () => ({
    title: search.title ?? '',
    what: '',
    resources: '',
    closes: named ? [named] : [],
  }));
  const [fault, setFault] = useState<readonly { readonly field: string; readonly message: string }[]>([]);
  const run = async () => {
    const title = draft.title.trim();
    if (title === '') return setFault([{ field: 'title', message: say('new.title-missing') }]);
    setFault([]);
    const done = await attempt(async () => {
      const { told } = await deed({ input: inputOf(draft), says: say('new.done', { title }) });
      forget();
      change({ do: undefined, closes: undefined, title: undefined, action: told?.id }, { replace: true });
    });
    return done;
  };
  return {
    draft,
    begun,
    set,
    errors: fault.length > 0 ? fault : errors,
    isPending,
    add: () => void run(),
  };
}

function inputOf({ closes, ...draft }: Draft) {
  const said = Object.entries(draft).map(([name, value]) => [name, (value ?? '').trim()] as const);
  return {
    ...Object.fromEntries(said.filter(([, value]) => value !== '')),
    closes: closes.map(({ kind, id }) => ({ kind, id })),
  };
}
