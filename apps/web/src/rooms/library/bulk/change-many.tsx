import { useState } from 'react';
import {
  ask,
  askAllRows,
  isRefusal,
  useDeed,
  useLateAnswer,
  usePlace,
  useWords,
} from '../../../app/index.ts';
import { Button, Dialog, Form, SelectField, Stack } from '../../../ui/index.ts';
import { reasonOf } from '../control/attempt.ts';
import type { LabelOf } from '../find/use-labels.ts';
import type { Names } from '../find/use-names.ts';
import type { Chosen } from '../list/library-table.tsx';
import { Changes } from './changes.tsx';
import { DryRunSaid } from './dry-run.tsx';
import { type ManyMember, manyMembers, NewValue } from './new-value.tsx';
import { useDryRun } from './use-dry-run.ts';

export interface ChangeManyProps {
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
  readonly names: Names;
  readonly labelOf: LabelOf;
  readonly onClose: () => void;
}

/** The same change in many controls: chosen, tried, seen, then made; all or none. */
export function ChangeMany(props: ChangeManyProps) {
  const { chosen, names, labelOf, onClose } = props;
  const say = useWords('library');
  const { member, setMember, value, setValue, run, submit, isPending, lookAgain, failed, isStale } =
    useChange(props);
  const facts = run.told?.facts ?? 0;
  const reason =
    value === undefined ? say('bulk.choose-value') : facts === 0 ? say('bulk.nothing') : undefined;
  const foot = (
    <>
      <Button kind="primary" reason={reason} pending={isPending} onPress={submit}>
        {say('bulk.do-change', { count: facts })}
      </Button>
      <Button onPress={onClose}>{say('cancel')}</Button>
    </>
  );
  return (
    <Dialog
      isOpen
      size="l"
      title={say('bulk.change-title', { count: chosen.size })}
      onClose={onClose}
      foot={foot}
    >
      <Form onSubmit={submit} errors={failed === undefined ? [] : [{ message: failed }]}>
        <Stack gap="s">
          <SelectField
            label={say('bulk.member')}
            options={manyMembers.map((id) => ({ id, label: say(`member.${id}`) }))}
            value={member}
            onChange={(id) => id && setMember(id as ManyMember)}
          />
          <NewValue key={member} {...{ member, names, labelOf, value }} onChange={setValue} />
          <DryRunSaid run={run} says={(count) => say('bulk.would', { count, of: chosen.size })} />
          {(isStale || isOutrun(run.refused)) && (
            <Button onPress={lookAgain}>{say('bulk.look-again')}</Button>
          )}
          {value !== undefined && run.told && facts > 0 && (
            <Changes {...{ chosen, member, value, names, labelOf }} />
          )}
        </Stack>
      </Form>
    </Dialog>
  );
}

function useChange({ chosen, onChoose, onClose }: ChangeManyProps) {
  const say = useWords('library');
  const deed = useDeed('controls change-many');
  const [member, setMember] = useState<ManyMember>('owner');
  const [value, setValue] = useState<unknown>();
  const [isPending, setPending] = useState(false);
  const [failed, setFailed] = useState<string>();
  const [isStale, setStale] = useState(false);
  const { position, lookAgain } = useSeen(chosen, onChoose);
  const input =
    value === undefined || position === undefined
      ? undefined
      : { controls: [...chosen.keys()], set: { [member]: value }, position };
  const run = useDryRun('controls change-many', input);
  const count = run.told?.facts ?? 0;
  const record = async () => {
    if (!input || count === 0) return;
    setPending(true);
    try {
      await deed({ input, says: say('bulk.changed', { count, member: say(`member.${member}`) }) });
      onClose();
    } catch (refused) {
      setFailed(reasonOf(refused, say));
      setStale(isOutrun(refused));
    } finally {
      setPending(false);
    }
  };
  return {
    member,
    value,
    run,
    failed,
    isStale,
    isPending,
    setValue,
    setMember: (next: ManyMember) => {
      setMember(next);
      setValue(undefined);
    },
    lookAgain: () => {
      setFailed(undefined);
      setStale(false);
      lookAgain().catch((error: unknown) => setFailed(reasonOf(error, say)));
    },
    submit: () => void record(),
  };
}

/** Whether somebody was quicker, so that it helps to look again. */
function isOutrun(refused: unknown): boolean {
  return isRefusal(refused) && refused.problem.status === 412;
}

/** Where the ledger stood when those chosen were looked at: whoever changes one of them after that is not overwritten. */
function useSeen(chosen: Chosen, onChoose: (chosen: Chosen) => void) {
  const { organisation } = usePlace();
  const { data, isFetching } = useLateAnswer('position');
  const [position, setPosition] = useState<number>();
  if (position === undefined && data && !isFetching) setPosition(data.position);
  const lookAgain = async () => {
    // Before the rows: what changes between the two is then refused, not overwritten.
    const now = await ask(organisation, 'position');
    const rows = await askAllRows(organisation, 'controls list', {});
    const found = new Map(rows.map((row) => [row.id, row]));
    onChoose(new Map([...chosen].map(([id, before]) => [id, found.get(id) ?? before])));
    setPosition(now.position);
  };
  return { position, lookAgain };
}
