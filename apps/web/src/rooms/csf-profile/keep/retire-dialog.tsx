import { BegunNote, useAttempt, useDeed, useDraft, useReadOnly, useWords } from '../../../app/index.ts';
import { Button, Dialog, Form, FormActions, TextArea } from '../../../ui/index.ts';
import type { ProfileKept } from '../profile/view.ts';

interface RetireDialogProps {
  readonly profile: ProfileKept;
  readonly onClose: () => void;
}

/** Ends a profile: it can be read, and no longer be changed. */
export function RetireDialog({ profile: { id, name, revision }, onClose }: RetireDialogProps) {
  const say = useWords('csf-profile');
  const denied = useReadOnly('profiles.write');
  const deed = useDeed('profiles retire');
  const { attempt, errors, isPending } = useAttempt();
  const { draft, change, forget, begun } = useDraft(`end of the profile ${id}`, () => ({ reason: '' }));
  const { reason } = draft;
  const retire = async () => {
    const what = {
      input: { profile: id, reason },
      ifMatch: revision,
      says: say('retired-done', { name }),
      isFinal: true,
    };
    if (!(await attempt(() => deed(what)))) return;
    forget();
    onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} title={say('retire-ask', { name })} size="s" role="alertdialog">
      <Form errors={errors} onSubmit={() => void retire()}>
        <BegunNote begun={begun} />
        <p>{say('retire-says')}</p>
        <TextArea
          label={say('why')}
          name="reason"
          value={reason}
          onChange={(typed) => change({ reason: typed })}
          isRequired
        />
        <FormActions>
          <Button
            type="submit"
            kind="danger"
            pending={isPending}
            reason={denied ?? (reason.trim() === '' ? say('why-first') : undefined)}
          >
            {say('retire')}
          </Button>
          <Button onPress={onClose}>{say('cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
