import { useState } from 'react';
import { useAnswer, useAttempt, useDeed, useGo, useWords } from '../../../app/index.ts';
import { Button, DateField, Dialog, FieldRow, Form, SelectField, Stack } from '../../../ui/index.ts';
import { actionsOf, faultsOf, type Planned, type Terms } from './actions.ts';
import { Foreseen } from './foreseen.tsx';
import { PlanList } from './plan-list.tsx';
import { useTried } from './use-tried.ts';

interface KeepDialogProps {
  readonly plan: readonly Planned[];
  readonly onClose: () => void;
}

/** What was supposed becomes work to be done: the actions, who does them and by when, tried before they are added. */
export function KeepDialog({ plan, onClose }: KeepDialogProps) {
  const say = useWords('what-if');
  const { terms, setTerms, keep, isPending, errors, actions } = useKeeping(plan, onClose);
  const tried = useTried(actions);
  const faults = faultsOf(tried.refused?.errors ?? [], { plan, without: terms.without });
  const leaveOut = () => setTerms({ ...terms, without: [...terms.without, ...faults.keys()] });
  const blocked = tried.refused && say('foreseen-refused');
  const reason = actions.length === 0 ? say('keep-choose') : blocked;
  const foot = (
    <>
      <Button kind="primary" pending={isPending} reason={reason} onPress={keep}>
        {say('keep-do', { count: actions.length })}
      </Button>
      <Button onPress={onClose}>{say('cancel')}</Button>
    </>
  );
  return (
    <Dialog isOpen size="l" title={say('keep-title')} onClose={onClose} foot={foot}>
      <Form onSubmit={keep} errors={errors}>
        <Stack>
          <p>{say('keep-says')}</p>
          <TermFields terms={terms} onChange={setTerms} />
          <PlanList {...{ plan, terms, faults }} onChange={(without) => setTerms({ ...terms, without })} />
          <Foreseen tried={tried} count={actions.length} faults={faults.size} onLeaveOut={leaveOut} />
        </Stack>
      </Form>
    </Dialog>
  );
}

function TermFields({
  terms,
  onChange,
}: {
  readonly terms: Terms;
  readonly onChange: (terms: Terms) => void;
}) {
  const say = useWords('what-if');
  const { people } = useAnswer('organisations show');
  return (
    <FieldRow of={2}>
      <SelectField
        label={say('keep-owner')}
        name="owner"
        none={say('keep-own-owner')}
        options={people.map(({ id, name }) => ({ id, label: name || id }))}
        value={terms.owner}
        onChange={(owner) => onChange({ ...terms, owner })}
      />
      <DateField
        label={say('keep-due')}
        name="due"
        description={say('keep-due-says')}
        value={terms.due}
        onChange={(due) => onChange({ ...terms, due })}
      />
    </FieldRow>
  );
}

function useKeeping(plan: readonly Planned[], onClose: () => void) {
  const say = useWords('what-if');
  const deed = useDeed('actions add-many');
  const go = useGo();
  const { attempt, isPending, errors } = useAttempt();
  const [terms, setTerms] = useState<Terms>({ without: [] });
  const actions = actionsOf(plan, terms);
  const keep = async () => {
    if (actions.length === 0) return;
    const says = say('kept', { count: actions.length });
    if (!(await attempt(() => deed({ input: { actions }, says })))) return;
    onClose();
    go('actions');
  };
  return { terms, setTerms, keep: () => void keep(), isPending, errors, actions };
}
