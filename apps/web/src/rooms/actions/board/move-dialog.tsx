import { useState } from 'react';
import { BegunNote, useAttempt, useDeed, useDraft, usePlace, useWords } from '../../../app/index.ts';
import { Button, DateField, Dialog, Form, Stack, TextArea } from '../../../ui/index.ts';
import type { ActionRow } from '../list/wanted.ts';
import type { ActionStatus } from './columns.ts';

interface MoveDialogProps {
  readonly row: ActionRow;
  readonly to: ActionStatus;
  readonly onClose: () => void;
}

interface MoveDraft {
  readonly text: string;
  readonly day: string | undefined;
}

/** Done, dropped or open again: each says what came of it, or why. */
export function MoveDialog({ row, to, onClose }: MoveDialogProps) {
  const say = useWords('actions');
  const { today } = usePlace();
  const { draft, change, forget, begun } = useDraft<MoveDraft>(`${to} of action ${row.id}`, () => ({
    text: '',
    day: today,
  }));
  const { text, day } = draft;
  const { move, errors, isPending } = useMove(row, to);
  const run = async () => {
    if (!(await move(text.trim(), day))) return;
    forget();
    onClose();
  };
  const foot = (
    <>
      <Button kind="primary" pending={isPending} onPress={() => void run()}>
        {say(`move.${to}-deed`)}
      </Button>
      <Button onPress={onClose}>{say('cancel')}</Button>
    </>
  );
  return (
    <Dialog
      isOpen
      size="s"
      title={say(`move.${to}-title`, { title: row.title })}
      onClose={onClose}
      foot={foot}
    >
      <Form onSubmit={() => void run()} errors={errors}>
        <Stack gap="s">
          <BegunNote begun={begun} />
          <TextArea
            label={say(`move.${to}-text`)}
            name={to === 'open' ? 'reason' : 'result'}
            rows={3}
            value={text}
            onChange={(typed) => change({ text: typed })}
            isRequired
            autoFocus
          />
          {to !== 'open' && (
            <DateField
              label={say('move.day')}
              name="effective"
              min={row.openedOn}
              max={today}
              value={day}
              onChange={(chosen) => change({ day: chosen })}
            />
          )}
        </Stack>
      </Form>
    </Dialog>
  );
}

function useMove({ id, title, revision }: ActionRow, to: ActionStatus) {
  const say = useWords('actions');
  const close = useDeed('actions close');
  const reopen = useDeed('actions reopen');
  const { attempt, errors, isPending } = useAttempt();
  const [fault, setFault] = useState<readonly { readonly field: string; readonly message: string }[]>([]);
  const move = async (text: string, effective: string | undefined): Promise<boolean> => {
    const missing = text === '';
    setFault(
      missing ? [{ field: to === 'open' ? 'reason' : 'result', message: say(`move.${to}-missing`) }] : [],
    );
    if (missing) return false;
    const says = say(`move.${to}-done`, { title });
    return attempt(() =>
      to === 'open'
        ? reopen({ input: { action: id, reason: text }, ifMatch: revision, says })
        : close({ input: { action: id, status: to, result: text, ...(effective && { effective }) }, says }),
    );
  };
  return { move, isPending, errors: fault.length > 0 ? fault : errors };
}
