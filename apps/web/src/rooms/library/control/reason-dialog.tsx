import { type ReactNode, useState } from 'react';
import { BegunNote, useDraft, useWords } from '../../../app/index.ts';
import { Button, Dialog, Form, Note, Stack, TextArea } from '../../../ui/index.ts';
import { reasonOf } from './attempt.ts';

interface ReasonDialogProps {
  /** What is done to which record: the reason is kept under it until it is done. */
  readonly about: string;
  readonly title: string;
  /** The deed, named by its verb. */
  readonly deed: string;
  readonly children?: ReactNode;
  /** Why it cannot be done at all. */
  readonly blocked?: string | undefined;
  /** Whether what is done can be taken back; else that is said. */
  readonly canBeUndone?: boolean;
  readonly onClose: () => void;
  /** Throws the refusal. */
  readonly onDo: (reason: string) => Promise<unknown>;
}

/** Asks why, before what has to be answered for. */
export function ReasonDialog({
  about,
  title,
  deed,
  children,
  blocked,
  canBeUndone,
  onClose,
  onDo,
}: ReasonDialogProps) {
  const say = useWords('library');
  const { draft, change, forget, begun } = useDraft(about, () => ({ reason: '' }));
  const { reason } = draft;
  const [error, setError] = useState<string>();
  const [isPending, setPending] = useState(false);
  const submit = async () => {
    if (reason.trim() === '') return setError(say('reason.missing'));
    setPending(true);
    try {
      await onDo(reason.trim());
      forget();
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
          <BegunNote begun={begun} />
          {children}
          <TextArea
            label={say('reason')}
            value={reason}
            onChange={(typed) => change({ reason: typed })}
            error={error}
            isRequired
            autoFocus
          />
          {!canBeUndone && <Note tone="info">{say('not-undone')}</Note>}
        </Stack>
      </Form>
    </Dialog>
  );
}
