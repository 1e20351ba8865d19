import { useState } from 'react';
import { useAttempt, useDeed, useReadOnly, useWords } from '../../../app/index.ts';
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
  const [reason, setReason] = useState('');
  const retire = async () => {
    const what = {
      input: { profile: id, reason },
      ifMatch: revision,
      says: say('retired-done', { name }),
      isFinal: true,
    };
    if (await attempt(() => deed(what))) onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} title={say('retire-ask', { name })} size="s" role="alertdialog">
      <Form errors={errors} onSubmit={() => void retire()}>
        <p>{say('retire-says')}</p>
        <TextArea label={say('why')} name="reason" value={reason} onChange={setReason} isRequired />
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
