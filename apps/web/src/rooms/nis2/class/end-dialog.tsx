import { BegunNote, useAttempt, useDeed, useDraft, useWords } from '../../../app/index.ts';
import { Button, Dialog, Form, FormActions, TextArea } from '../../../ui/index.ts';
import type { EntityKept } from '../directive/view.ts';

interface EndDialogProps {
  readonly entity: EntityKept;
  readonly onClose: () => void;
}

/** Ends a legal entity: it stays in the register and has no class any more. */
export function EndDialog({ entity: { id, name, revision }, onClose }: EndDialogProps) {
  const say = useWords('nis2');
  const deed = useDeed('entities end');
  const { attempt, errors, isPending } = useAttempt();
  const { draft, change, forget, begun } = useDraft(`end of the entity ${id}`, () => ({ reason: '' }));
  const { reason } = draft;
  const end = async () => {
    const input = { entity: id, ...(reason.trim() === '' ? {} : { reason }) };
    const says = say('ended', { name });
    if (!(await attempt(() => deed({ input, ifMatch: revision, says })))) return;
    forget();
    onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} title={say('end-ask', { name })} size="s">
      <Form errors={errors} onSubmit={() => void end()}>
        <BegunNote begun={begun} />
        <p>{say('end-says')}</p>
        <TextArea
          label={say('reason')}
          name="reason"
          value={reason}
          onChange={(typed) => change({ reason: typed })}
        />
        <FormActions>
          <Button type="submit" kind="danger" pending={isPending}>
            {say('end')}
          </Button>
          <Button onPress={onClose}>{say('cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
