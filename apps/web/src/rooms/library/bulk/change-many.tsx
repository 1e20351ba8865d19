import { useState } from 'react';
import {
  BegunNote,
  isOutrun,
  namedTogether,
  useDeed,
  useDraft,
  useForetold,
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
import { useSeen } from './use-seen.ts';

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
  const { begun, member, setMember, value, setValue, run, submit, isPending, lookAgain, failed, isStale } =
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
          <BegunNote begun={begun} />
          <SelectField
            label={say('bulk.member')}
            options={manyMembers.map((id) => ({ id, label: say(`member.${id}`) }))}
            value={member}
            onChange={(id) => id && setMember(id as ManyMember)}
          />
          <NewValue
            key={`${member} ${begun?.at ?? 'anew'}`}
            {...{ member, names, labelOf, value }}
            onChange={setValue}
          />
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

interface ChangeDraft {
  readonly member: ManyMember;
  /** What it is to be, once that is chosen; null takes away what is there. */
  readonly to: { readonly value: unknown } | undefined;
}

const nothing: ChangeDraft = { member: 'owner', to: undefined };

function useChange({ chosen, onChoose, onClose }: ChangeManyProps) {
  const say = useWords('library');
  const deed = useDeed('controls change-many');
  const called = `change of the controls ${namedTogether([...chosen.keys()])}`;
  const { draft, change, forget, begun } = useDraft(called, () => nothing);
  const { member } = draft;
  const value = draft.to?.value;
  const [isPending, setPending] = useState(false);
  const [failed, setFailed] = useState<string>();
  const [isStale, setStale] = useState(false);
  const { position, lookAgain } = useSeen(chosen, onChoose);
  const input =
    value === undefined || position === undefined
      ? undefined
      : { controls: [...chosen.keys()], set: { [member]: value }, position };
  const run = useForetold('controls change-many', input);
  const count = run.told?.facts ?? 0;
  const record = async () => {
    if (!input || count === 0) return;
    setPending(true);
    try {
      await deed({ input, says: say('bulk.changed', { count, member: say(`member.${member}`) }) });
      forget();
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
    begun,
    setValue: (next: unknown) => change({ to: next === undefined ? undefined : { value: next } }),
    setMember: (next: ManyMember) => change({ member: next, to: undefined }),
    lookAgain: () => {
      setFailed(undefined);
      setStale(false);
      lookAgain().catch((error: unknown) => setFailed(reasonOf(error, say)));
    },
    submit: () => void record(),
  };
}
