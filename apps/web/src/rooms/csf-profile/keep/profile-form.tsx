import {
  BegunNote,
  changedFrom,
  useAddress,
  useAnswer,
  useAsOpened,
  useAttempt,
  useDeed,
  useDraft,
  useReadOnly,
  useWords,
} from '../../../app/index.ts';
import { Button, Dialog, Form, FormActions, SelectField, TextArea, TextField } from '../../../ui/index.ts';
import { csf, type ProfileKept } from '../profile/view.ts';

interface ProfileFormProps {
  /** A new one without it. */
  readonly profile: ProfileKept | undefined;
  readonly onClose: () => void;
}

/** Name, scope and assumptions of a profile: step 1 of CSWP 29, 3.1. */
export function ProfileForm({ profile: read, onClose }: ProfileFormProps) {
  const say = useWords('csf-profile');
  const denied = useReadOnly('profiles.write');
  const { scopes } = useAnswer('organisations show');
  const profile = useAsOpened(read);
  const called = profile ? `profile ${profile.id} at ${profile.revision}` : 'new profile';
  const kept = useDraft<ProfileSaid>(called, () => ({
    name: profile?.name ?? '',
    scope: profile?.scope,
    assumptions: profile?.assumptions ?? '',
  }));
  const { draft: said, change: set, begun } = kept;
  const { record, errors, isPending } = useRecord(profile, onClose, kept.forget);
  const title = say(profile ? 'change-profile' : 'create-profile');
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <Form errors={errors} onSubmit={() => void record(said)}>
        <BegunNote begun={begun} />
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

function useRecord(profile: ProfileKept | undefined, onClose: () => void, forget: () => void) {
  const say = useWords('csf-profile');
  const [, change] = useAddress();
  const create = useDeed('profiles create');
  const alter = useDeed('profiles change');
  const { attempt, errors, isPending } = useAttempt();
  const add = async ({ name, scope, assumptions }: ProfileSaid) => {
    const said = { ...(scope ? { scope } : {}), ...(assumptions ? { assumptions } : {}) };
    const says = say('created', { name });
    const { told } = await create({ input: { name, framework: csf, ...said }, says, isFinal: true });
    forget();
    change({ dialog: undefined, profile: told?.id });
  };
  const set = async (was: ProfileKept, { name, scope, assumptions }: ProfileSaid) => {
    const said = { name: name.trim(), scope, assumptions: assumptions || null };
    const before = { name: was.name, scope: was.scope, assumptions: was.assumptions || null };
    const changed = changedFrom<typeof said>(before, said);
    const input = { profile: was.id, ...changed };
    if (Object.keys(changed).length > 0)
      await alter({ input, ifMatch: was.revision, says: say('changed', { name }), isFinal: true });
    forget();
    onClose();
  };
  const record = (said: ProfileSaid) => attempt(() => (profile ? set(profile, said) : add(said)));
  return { record, errors, isPending };
}
