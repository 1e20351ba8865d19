import { useState } from 'react';
import { PersonField, useAttempt, useDeed, usePlace, useWords } from '../../../app/index.ts';
import { Button, DateField, Dialog, FieldRow, Form, Stack } from '../../../ui/index.ts';
import type { Line } from '../statement/line.ts';
import { planFor } from './plan.ts';

/** Rows that are not in place get an action with somebody and a day, one for each theme: all or none. */
export function PlanDialog({
  lines,
  onClose,
}: {
  readonly lines: readonly Line[];
  readonly onClose: () => void;
}) {
  const say = useWords('statement');
  const { today, me } = usePlace();
  const [owner, setOwner] = useState<string | undefined>(me.person);
  const [due, setDue] = useState<string>();
  const add = useDeed('actions add-many');
  const { attempt, isPending, errors } = useAttempt();
  const plan = planFor(lines, say);
  const save = async () => {
    const actions = plan.map((action) => ({ ...action, owner, due }));
    const says = say('planned', { count: lines.length });
    if (await attempt(() => add({ input: { actions }, says }))) onClose();
  };
  const missing =
    owner === undefined || due === undefined ? say('plan-needs', { count: plan.length }) : undefined;
  const foot = (
    <>
      <Button kind="primary" onPress={() => void save()} pending={isPending} reason={missing}>
        {say('plan-deed', { count: plan.length })}
      </Button>
      <Button onPress={onClose}>{say('close')}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={say('together.plan', { count: lines.length })} foot={foot}>
      <Form onSubmit={() => missing === undefined && void save()} errors={errors}>
        <Stack gap="s">
          <p>{say('plan-says')}</p>
          <ul aria-label={say('actions')}>
            {plan.map(({ title }) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </Stack>
        <FieldRow>
          <PersonField label={say('owner')} name="owner" value={owner} onChange={setOwner} />
          <DateField label={say('due')} name="due" value={due} min={today} onChange={setDue} />
        </FieldRow>
        <small>{say('plan-undo')}</small>
      </Form>
    </Dialog>
  );
}
