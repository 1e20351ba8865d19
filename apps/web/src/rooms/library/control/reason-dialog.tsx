import { type ReactNode, useState } from 'react';
import { useWords } from '../../../app/index.ts';
import { Button, Dialog, Form, Note, Stack, TextArea } from '../../../ui/index.ts';
import { reasonOf } from './attempt.ts';

interface ReasonDialogProps {
  readonly title: string;
  /** The deed, named by its verb. */
  readonly deed: string;
  readonly children?: ReactNode;
  /** Why it cannot be done at all. */
  readonly blocked?: string | undefined;
  readonly onClose: () => void;
  /** Throws the refusal. */
  readonly onDo: (reason: string) => Promise<unknown>;
}

/** Asks why, before what cannot be undone. */
export function ReasonDialog({ title, deed, children, blocked, onClose, onDo }: ReasonDialogProps) {
  const say = useWords('library');
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const [isPending, setPending] = useState(false);
  const submit = async () => {
    if (reason.trim() === '') return setError(say('reason.missing'));
    setPending(true);
    try {
      await onDo(reason.trim());
      onClose();
    } catch (refused) {
      setError(reasonOf(refused, say));
    } finally {
      setPending(false);
    }
  };
  const foot = (
    <>
      <Button kind="danger" reason={blocked} pending={isPending} onPress={() => void submit()}>
        {deed}
      </Button>
      <Button onPress={onClose}>{say('cancel')}</Button>
    </>
  );
  return (
    <Dialog isOpen title={title} onClose={onClose} foot={foot} size="s">
      <Form onSubmit={() => void submit()}>
        <Stack gap="s">
          {children}
          <TextArea
            label={say('reason')}
            value={reason}
            onChange={setReason}
            error={error}
            isRequired
            autoFocus
          />
          <Note tone="info">{say('not-undone')}</Note>
        </Stack>
      </Form>
    </Dialog>
  );
}
