import { useState } from 'react';
import { BegunNote, useAttempt, useDeed, useDraft, useWords } from '../../../app/index.ts';
import {
  Button,
  DateField,
  Dialog,
  Form,
  FormActions,
  type FormError,
  Stack,
  TextField,
} from '../../../ui/index.ts';
import { ControlPicker, type Picked } from '../names/control-picker.tsx';
import { KeyShown } from './key-shown.tsx';

/** Lets a program send evidence. */
export function AddCollector({ onClose }: { readonly onClose: () => void }) {
  const say = useWords('evidence');
  const form = useCollectorForm();
  const { typed, set } = form;
  return (
    <Dialog isOpen onClose={onClose} title={say('collectors.add')}>
      {form.made !== undefined ? (
        <KeyShown name={typed.name} value={form.made} onClose={onClose} />
      ) : (
        <Form onSubmit={form.submit} errors={form.errors} label={say('collectors.add')}>
          <Stack>
            <BegunNote begun={form.begun} />
            <TextField
              label={say('collectors.name')}
              description={say('collectors.name-says')}
              name="name"
              value={typed.name}
              onChange={(name) => set({ name })}
              isRequired
              maxLength={200}
              autoFocus
            />
            <ControlPicker
              label={say('collectors.shows')}
              description={say('collectors.shows-says')}
              picked={typed.controls}
              onChange={(controls) => set({ controls })}
            />
            <DateField
              label={say('collectors.until')}
              description={say('collectors.until-says')}
              name="until"
              value={typed.until}
              onChange={(until) => set({ until })}
            />
            <FormActions>
              <Button type="submit" kind="primary" pending={form.isPending}>
                {say('collectors.add-deed')}
              </Button>
              <Button onPress={onClose}>{say('cancel')}</Button>
            </FormActions>
          </Stack>
        </Form>
      )}
    </Dialog>
  );
}

interface Typed {
  readonly name: string;
  readonly controls: readonly Picked[];
  readonly until: string | undefined;
}

const blank: Typed = { name: '', controls: [], until: undefined };

function useCollectorForm() {
  const say = useWords('evidence');
  const deed = useDeed('collectors add');
  const { attempt, errors, isPending } = useAttempt();
  const [wrong, setWrong] = useState<readonly FormError[]>([]);
  const [made, setMade] = useState<string>();
  const { draft: typed, change: set, forget, begun } = useDraft('new collector', () => blank);
  const submit = async () => {
    const name = typed.name.trim();
    setWrong(name === '' ? [{ field: 'name', message: say('collectors.name-missing') }] : []);
    if (name === '') return;
    const { until, controls } = typed;
    const input = { name, controls: controls.map(({ id }) => id), ...(until === undefined ? {} : { until }) };
    await attempt(async () => {
      const { told } = await deed({ input, isFinal: true });
      forget();
      setMade(told?.key);
    });
  };
  return {
    typed,
    set,
    begun,
    errors: wrong.length > 0 ? wrong : errors,
    isPending,
    made,
    submit: () => void submit(),
  };
}
