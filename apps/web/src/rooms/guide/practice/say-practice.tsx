import { Suspense, useState } from 'react';
import {
  isOutrun,
  PersonField,
  useAnswer,
  useAttempt,
  useDeed,
  usePlace,
  useWords,
} from '../../../app/index.ts';
import { Button, Dialog, Note, SelectField, Skeleton, Stack, ToggleGroup } from '../../../ui/index.ts';
import { LotTable } from './lot-table.tsx';
import { changesOf, type Implementation, type Lot, lotsOf, type SaidOfLot } from './lots.ts';
import { inputsOf } from './seen.ts';
import { most, useSeen } from './use-seen.ts';
import { useStates } from './use-states.ts';

interface SayPracticeProps {
  readonly onClose: () => void;
}

/** Which controls work today and who answers for them, one family after another. */
export function SayPractice({ onClose }: SayPracticeProps) {
  const say = useWords('guide');
  const [opened] = useState(() => crypto.randomUUID());
  return (
    <Suspense
      fallback={
        <Dialog isOpen title={say('practice.title')} onClose={onClose} size="l">
          <Skeleton lines={8} />
        </Dialog>
      }
    >
      <Open opened={opened} onClose={onClose} />
    </Suspense>
  );
}

const nothing: SaidOfLot = { implementation: {} };

function Open({ opened, onClose }: SayPracticeProps & { readonly opened: string }) {
  const say = useWords('guide');
  const { rows, total, position, lookAgain } = useSeen(opened);
  const lots = lotsOf(rows);
  const [family, setFamily] = useState(() => (lots.find(isOpen) ?? lots[0])?.family);
  const lot = lots.find((each) => each.family === family) ?? lots[0];
  const [said, setSaid] = useState(nothing);
  const choose = (next: string | undefined) => {
    setFamily(next);
    setSaid(nothing);
  };
  const after = async () => {
    await lookAgain();
    choose((lots.find((each) => each.family !== family && isOpen(each)) ?? lot)?.family);
  };
  const changes = changesOf(lot?.rows ?? [], said);
  const { record, isPending, errors, isStale, forget } = useRecord(inputsOf(changes, { position }), after);
  const foot = (
    <>
      <Button
        kind="primary"
        pending={isPending}
        reason={changes.length === 0 ? say('practice.nothing') : undefined}
        onPress={() => void record()}
      >
        {say('practice.record')}
      </Button>
      <Button onPress={onClose}>{say('practice.close')}</Button>
    </>
  );
  return (
    <Dialog isOpen title={say('practice.title')} onClose={onClose} foot={foot} size="l">
      <Stack gap="s">
        <p>{say('practice.says')}</p>
        {total > most && <Note tone="info">{say('practice.most', { count: most })}</Note>}
        <SelectField
          label={say('practice.family')}
          options={lots.map((each) => ({ id: each.family, label: labelOf(each, say) }))}
          value={lot?.family}
          onChange={choose}
        />
        {lot && <Fields lot={lot} said={said} onSay={setSaid} />}
        {errors.map(({ message }) => (
          <Note key={message} tone="gap" mark="error" title={message} live />
        ))}
        {isStale && (
          <span>
            <Button onPress={() => void lookAgain().then(forget)}>{say('practice.look-again')}</Button>
          </span>
        )}
      </Stack>
    </Dialog>
  );
}

type Say = ReturnType<typeof useWords>;

function isOpen({ rows, owned }: Lot): boolean {
  return owned < rows.length;
}

function named(family: string | undefined, say: Say): string {
  return family || say('practice.no-family');
}

function labelOf({ family, rows, owned }: Lot, say: Say): string {
  return say('practice.lot', { family: named(family, say), count: owned, of: rows.length });
}

interface FieldsProps {
  readonly lot: Lot;
  readonly said: SaidOfLot;
  readonly onSay: (said: SaidOfLot) => void;
}

function Fields({ lot: { rows, owned }, said, onSay }: FieldsProps) {
  const say = useWords('guide');
  const { people } = useAnswer('organisations show');
  const shown = rows.map((row) => said.implementation[row.id] ?? row.implementation);
  const all = shown.every((each) => each === shown[0]) ? shown[0] : undefined;
  const sayAll = (value: Implementation) =>
    onSay({ ...said, implementation: Object.fromEntries(rows.map(({ id }) => [id, value])) });
  return (
    <>
      {owned < rows.length && (
        <PersonField
          label={say('practice.owner')}
          description={say('practice.owner-says', { count: rows.length - owned })}
          value={said.owner}
          onChange={(owner) => onSay({ ...said, owner })}
        />
      )}
      <ToggleGroup
        label={say('practice.all')}
        value={all}
        options={useStates()}
        onChange={(value) => value !== undefined && sayAll(value)}
      />
      <LotTable
        rows={rows}
        said={said}
        onSay={onSay}
        nameOf={(person) => people.find(({ id }) => id === person)?.name ?? person}
      />
    </>
  );
}

function useRecord(inputs: ReturnType<typeof inputsOf>, onDone: () => Promise<void>) {
  const say = useWords('guide');
  const { organisation } = usePlace();
  const deed = useDeed('controls change-many');
  const { attempt, isPending, errors, forget } = useAttempt();
  const [isStale, setStale] = useState(false);
  const sendAll = async () => {
    for (const input of inputs) {
      const says = say('practice.said', { count: input.controls.length });
      await deed({ input, organisation, says });
    }
  };
  const record = async () => {
    setStale(false);
    const isDone = await attempt(() =>
      sendAll().catch((refused: unknown) => {
        setStale(isOutrun(refused));
        throw refused;
      }),
    );
    if (isDone) await onDone();
  };
  return {
    record,
    isPending,
    errors,
    isStale,
    forget: () => {
      setStale(false);
      forget();
    },
  };
}
