import { useState } from 'react';
import { BegunNote, useAttempt, useDeed, useDraft, useWords } from '../../../app/index.ts';
import { Button, DateField, Dialog, Form, FormActions, Stack, TextField } from '../../../ui/index.ts';
import type { CollectorRow } from './collectors-tab.tsx';
import { KeyShown } from './key-shown.tsx';

interface ChangeProps {
  readonly row: CollectorRow;
  readonly onClose: () => void;
}

/** Makes a new key; the one before opens nothing from then on. */
export function RenewCollector({ row, onClose }: ChangeProps) {
  const say = useWords('evidence');
  const deed = useDeed('collectors renew');
  const { attempt, errors, isPending } = useAttempt();
  const [until, setUntil] = useState<string>();
  const [made, setMade] = useState<string>();
  const renew = () =>
    attempt(async () => {
      const input = { collector: row.id, ...(until === undefined ? {} : { until }) };
      const { told } = await deed({ input, ifMatch: row.revision, isFinal: true });
      setMade(told?.key);
    });
  return (
    <Dialog isOpen onClose={onClose} title={say('collectors.renew-named', { name: row.name })}>
      {made !== undefined ? (
        <KeyShown name={row.name} value={made} onClose={onClose} />
      ) : (
        <Form onSubmit={() => void renew()} errors={errors} label={say('collectors.renew')}>
          <Stack>
            <p>{say('collectors.renew-says')}</p>
            <DateField
              label={say('collectors.until')}
              description={say('collectors.until-says')}
              name="until"
              value={until}
              onChange={setUntil}
            />
            <FormActions>
              <Button type="submit" kind="primary" pending={isPending}>
                {say('collectors.renew')}
              </Button>
              <Button onPress={onClose}>{say('cancel')}</Button>
            </FormActions>
          </Stack>
        </Form>
      )}
    </Dialog>
  );
}

/** Ends a collector at once; what it has sent stays. */
export function EndCollector({ row, onClose }: ChangeProps) {
  const say = useWords('evidence');
  const deed = useDeed('collectors end');
  const { attempt, errors, isPending } = useAttempt();
  const called = `end of the collector ${row.id}`;
  const { draft, change, forget, begun } = useDraft(called, () => ({ reason: '' }));
  const { reason } = draft;
  const end = async () => {
    const why = reason.trim();
    const input = { collector: row.id, ...(why === '' ? {} : { reason: why }) };
    const says = say('collectors.ended', { name: row.name });
    if (!(await attempt(() => deed({ input, ifMatch: row.revision, says, isFinal: true })))) return;
    forget();
    onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} title={say('collectors.end-named', { name: row.name })}>
      <Form onSubmit={() => void end()} errors={errors} label={say('collectors.end')}>
        <Stack>
          <BegunNote begun={begun} />
          <p>{say('collectors.end-says')}</p>
          <TextField
            label={say('collectors.why')}
            name="reason"
            value={reason}
            onChange={(text) => change({ reason: text })}
            maxLength={1000}
          />
          <FormActions>
            <Button type="submit" kind="danger" pending={isPending}>
              {say('collectors.end')}
            </Button>
            <Button onPress={onClose}>{say('cancel')}</Button>
          </FormActions>
        </Stack>
      </Form>
    </Dialog>
  );
}
