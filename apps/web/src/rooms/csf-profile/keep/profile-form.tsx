import { useState } from 'react';
import { useAddress, useAnswer, useAttempt, useDeed, useReadOnly, useWords } from '../../../app/index.ts';
import { Button, Dialog, Form, FormActions, SelectField, TextArea, TextField } from '../../../ui/index.ts';
import { csf, type ProfileKept } from '../profile/view.ts';

interface ProfileFormProps {
  /** A new one without it. */
  readonly profile: ProfileKept | undefined;
  readonly onClose: () => void;
}

/** Name, scope and assumptions of a profile: step 1 of CSWP 29, 3.1. */
export function ProfileForm({ profile, onClose }: ProfileFormProps) {
  const say = useWords('csf-profile');
  const denied = useReadOnly('profiles.write');
  const { scopes } = useAnswer('organisations show');
  const [said, setSaid] = useState({
    name: profile?.name ?? '',
    scope: profile?.scope,
    assumptions: profile?.assumptions ?? '',
  });
  const set = (changed: Partial<typeof said>) => setSaid((before) => ({ ...before, ...changed }));
  const { record, errors, isPending } = useRecord(profile, onClose);
  const title = say(profile ? 'change-profile' : 'create-profile');
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <Form errors={errors} onSubmit={() => void record(said)}>
        <TextField
          label={say('name')}
          name="name"
          value={said.name}
          onChange={(name) => set({ name })}
          maxLength={200}
          isRequired
        />
        <SelectField
          label={say('scope')}
          description={say('scope-help')}
          name="scope"
          options={scopes.map(({ id, name }) => ({ id, label: name || id }))}
          none={profile ? undefined : say('scope-adopted')}
          value={said.scope}
          onChange={(scope) => set({ scope })}
        />
        <TextArea
          label={say('assumptions')}
          description={say('assumptions-help')}
          name="assumptions"
          rows={4}
          value={said.assumptions}
          onChange={(assumptions) => set({ assumptions })}
        />
        <FormActions>
          <Button
            type="submit"
            kind="primary"
            pending={isPending}
            reason={denied ?? (said.name.trim() === '' ? say('name-first') : undefined)}
          >
            {title}
          </Button>
          <Button onPress={onClose}>{say('cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

interface ProfileSaid {
  readonly name: string;
  readonly scope: string | undefined;
  readonly assumptions: string;
}

function useRecord(profile: ProfileKept | undefined, onClose: () => void) {
  const say = useWords('csf-profile');
  const [, change] = useAddress();
  const create = useDeed('profiles create');
  const alter = useDeed('profiles change');
  const { attempt, errors, isPending } = useAttempt();
  const add = async ({ name, scope, assumptions }: ProfileSaid) => {
    const said = { ...(scope ? { scope } : {}), ...(assumptions ? { assumptions } : {}) };
    const says = say('created', { name });
    const { told } = await create({ input: { name, framework: csf, ...said }, says, isFinal: true });
    change({ dialog: undefined, profile: told?.id });
  };
  const set = async ({ name, scope, assumptions }: ProfileSaid) => {
    const input = { profile: profile?.id, name, scope, assumptions: assumptions === '' ? null : assumptions };
    await alter({ input, ifMatch: profile?.revision, says: say('changed', { name }), isFinal: true });
    onClose();
  };
  const record = (said: ProfileSaid) => attempt(() => (profile ? set(said) : add(said)));
  return { record, errors, isPending };
}
