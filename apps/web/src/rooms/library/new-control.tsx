import { useState } from 'react';
import {
  BegunNote,
  PersonField,
  useAddress,
  useDeed,
  useDraft,
  useReadOnly,
  useWords,
} from '../../app/index.ts';
import {
  Button,
  Dialog,
  FieldRow,
  Form,
  type FormError,
  SelectField,
  Stack,
  TextArea,
  TextField,
  ToggleGroup,
} from '../../ui/index.ts';
import { reasonOf } from './control/attempt.ts';
import type { LibraryRow } from './control/row.ts';
import { frequencies, implementations } from './find/filters.ts';
import type { LabelOf } from './find/use-labels.ts';

interface NewControlProps {
  readonly labelOf: LabelOf;
  readonly onClose: () => void;
}

interface ControlDraft {
  readonly code: string;
  readonly name: string;
  readonly family: string;
  readonly statement: string;
  readonly owner: string | undefined;
  readonly frequency: string | undefined;
  readonly implementation: LibraryRow['implementation'];
}

const empty: ControlDraft = {
  code: '',
  name: '',
  family: '',
  statement: '',
  owner: undefined,
  frequency: undefined,
  implementation: 'planned',
};

/** Adds a control; the rest is said in its panel, which opens then. */
export function NewControl({ labelOf, onClose }: NewControlProps) {
  const say = useWords('library');
  const denied = useReadOnly('controls.write');
  const { draft, begun, set, errors, isPending, submit } = useNewControl();
  const foot = (
    <>
      <Button kind="primary" reason={denied} pending={isPending} onPress={submit}>
        {say('new.add')}
      </Button>
      <Button onPress={onClose}>{say('cancel')}</Button>
    </>
  );
  return (
    <Dialog isOpen title={say('new.title')} onClose={onClose} foot={foot}>
      <Form onSubmit={submit} errors={errors}>
        <Stack gap="s">
          <BegunNote begun={begun} />
          <Fields {...{ draft, set, labelOf }} />
        </Stack>
      </Form>
    </Dialog>
  );
}

interface FieldsProps extends Omit<NewControlProps, 'onClose'> {
  readonly draft: ControlDraft;
  readonly set: (changed: Partial<ControlDraft>) => void;
}

function Fields({ draft, set, labelOf }: FieldsProps) {
  const say = useWords('library');
  return (
    <>
      <FieldRow>
        <TextField
          label={say('member.code')}
          description={say('new.code-says')}
          name="code"
          value={draft.code}
          onChange={(code) => set({ code })}
          maxLength={40}
          isRequired
          autoFocus
        />
        <TextField
          label={say('member.family')}
          name="family"
          value={draft.family}
          onChange={(family) => set({ family })}
          maxLength={100}
        />
      </FieldRow>
      <TextField
        label={say('member.name')}
        name="name"
        value={draft.name}
        onChange={(name) => set({ name })}
        maxLength={200}
        isRequired
      />
      <TextArea
        label={say('member.statement')}
        name="statement"
        rows={3}
        value={draft.statement}
        onChange={(statement) => set({ statement })}
      />
      <FieldRow>
        <PersonField
          label={say('member.owner')}
          name="owner"
          value={draft.owner}
          onChange={(owner) => set({ owner })}
        />
        <SelectField
          label={say('member.frequency')}
          name="frequency"
          none={say('none.frequency')}
          options={frequencies.map((id) => ({ id, label: labelOf('frequency', id) }))}
          value={draft.frequency}
          onChange={(frequency) => set({ frequency })}
        />
      </FieldRow>
      <ToggleGroup
        label={say('member.implementation')}
        options={[...implementations].reverse().map((value) => ({ value, label: say(`in-place.${value}`) }))}
        value={draft.implementation}
        onChange={(implementation) => set({ implementation })}
      />
    </>
  );
}

function useNewControl() {
  const say = useWords('library');
  const [, change] = useAddress();
  const deed = useDeed('controls add');
  const { draft, begun, change: set, forget } = useDraft('new control', () => empty);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [isPending, setPending] = useState(false);
  const add = async () => {
    const said = Object.entries(draft).map(([name, value]) => [name, (value ?? '').trim()] as const);
    setPending(true);
    try {
      const { told } = await deed({
        input: Object.fromEntries(said.filter(([, value]) => value !== '')),
        says: say('new.done', { code: draft.code.trim() }),
      });
      forget();
      change({ do: undefined, control: told?.id }, { replace: true });
    } catch (refused) {
      setErrors([{ message: reasonOf(refused, say) }]);
    } finally {
      setPending(false);
    }
  };
  return {
    draft,
    begun,
    errors,
    isPending,
    set,
    submit: () => void add(),
  };
}
