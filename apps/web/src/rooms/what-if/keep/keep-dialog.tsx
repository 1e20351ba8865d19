import { useState } from 'react';
import {
  PersonField,
  useAttempt,
  useDeed,
  useForetold,
  useGo,
  useLateAnswer,
  useWords,
} from '../../../app/index.ts';
import { Button, DateField, Dialog, FieldRow, Form, Skeleton, Stack } from '../../../ui/index.ts';
import { actionsOf, alreadyIn, faultsOf, type OpenAction, type Planned, type Terms } from './actions.ts';
import { Foreseen } from './foreseen.tsx';
import { PlanList } from './plan-list.tsx';

interface KeepDialogProps {
  readonly plan: readonly Planned[];
  readonly onClose: () => void;
}

/** What was supposed becomes work to be done, beside what is on the list of actions already. */
export function KeepDialog({ plan, onClose }: KeepDialogProps) {
  const say = useWords('what-if');
  const { data, error } = useLateAnswer('actions list', { status: 'open', limit: 1000 });
  // Without the list, what is on it already is still refused by the server where it is the very same.
  if (data || error) return <Keeping {...{ plan, onClose }} open={data?.rows ?? []} />;
  return (
    <Dialog isOpen size="l" title={say('keep-title')} onClose={onClose}>
      <Skeleton lines={6} />
    </Dialog>
  );
}

interface KeepingProps extends KeepDialogProps {
  readonly open: readonly OpenAction[];
}

/** The actions, who does them and by when, tried before they are added. */
function Keeping({ plan, open, onClose }: KeepingProps) {
  const say = useWords('what-if');
  const already = alreadyIn(plan, open);
  const { terms, setTerms, keep, isPending, isSent, errors, actions } = useKeeping(
    plan,
    [...already.keys()],
    onClose,
  );
  // Once they are added, trying them again would only say that they are there.
  const tried = useForetold('actions add-many', isSent || actions.length === 0 ? undefined : { actions });
  const faults = faultsOf(tried.refused?.problem.errors ?? [], { plan, without: terms.without });
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
          <PlanList
            {...{ plan, terms, faults, already }}
            onChange={(without) => setTerms({ ...terms, without })}
          />
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
  return (
    <FieldRow of={2}>
      <PersonField
        label={say('keep-owner')}
        name="owner"
        none={say('keep-own-owner')}
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

function useKeeping(plan: readonly Planned[], without: readonly number[], onClose: () => void) {
  const say = useWords('what-if');
  const deed = useDeed('actions add-many');
  const go = useGo();
  const { attempt, isPending, errors } = useAttempt();
  const [terms, setTerms] = useState<Terms>({ without });
  const [isSent, setSent] = useState(false);
  const actions = actionsOf(plan, terms);
  const keep = async () => {
    if (actions.length === 0) return;
    const says = say('kept', { count: actions.length });
    setSent(true);
    if (!(await attempt(() => deed({ input: { actions }, says })))) return setSent(false);
    onClose();
    go('actions');
  };
  return { terms, setTerms, keep: () => void keep(), isPending, isSent, errors, actions };
}
