import { useState } from 'react';
import {
  BegunNote,
  Boundary,
  download,
  useDeed,
  useMayAddStrangers,
  usePlace,
  useReadOnly,
  useWords,
} from '../../../app/index.ts';
import { Button, Dialog, Row, Stack, Stepper } from '../../../ui/index.ts';
import { attempt } from '../control/attempt.ts';
import { Checked } from './checked.tsx';
import { ChooseFile } from './choose-file.tsx';
import { ColumnsStep, isReady } from './columns-step.tsx';
import { Done } from './done.tsx';
import { type SentTable, useImport } from './use-import.ts';

/** Takes in controls and claims from a file: chosen, tried with every fault at its cell, then taken in whole. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useWords('library');
  const { state, begun, choose, set, chooseColumns, settle, leaveOut, start, finish } = useImport();
  return (
    <Dialog
      isOpen
      size="l"
      title={say('import.title')}
      onClose={onClose}
      foot={<Foot {...{ state, settle, start, finish, onClose }} />}
    >
      <Stack>
        <Steps at={state.step} />
        <BegunNote begun={begun} />
        <Boundary place={state.step}>
          {state.step === 'choose' && (
            <>
              <ChooseFile
                {...{ choose }}
                isPending={state.isSending}
                failed={state.failed}
                lost={state.lost}
              />
              <Template />
            </>
          )}
          {state.step === 'columns' && (
            <ColumnsStep
              name={state.name}
              columns={state.columns.read}
              choices={state.columns.choices}
              choose={chooseColumns}
              belongs={state.belongs}
              noticed={state.noticed}
            />
          )}
          {state.step === 'check' && (
            <Checked
              sent={state.sent}
              options={state.options}
              columns={state.columns}
              {...{ set, leaveOut }}
            />
          )}
          {state.step === 'done' && <Done told={state.told} />}
        </Boundary>
      </Stack>
    </Dialog>
  );
}

const steps = ['choose', 'columns', 'check', 'done'] as const;

function Steps({ at }: { readonly at: (typeof steps)[number] }) {
  const say = useWords('library');
  const place = steps.indexOf(at);
  return (
    <Stepper
      label={say('import.steps')}
      isFollowed
      steps={steps.map((id, index) => ({
        id,
        label: say(`import.step-${id}`),
        state: index < place || at === 'done' ? 'done' : index === place ? 'current' : 'todo',
      }))}
    />
  );
}

interface FootProps extends Pick<ReturnType<typeof useImport>, 'state' | 'settle' | 'start' | 'finish'> {
  readonly onClose: () => void;
}

function Foot({ state, settle, start, finish, onClose }: FootProps) {
  const say = useWords('library');
  if (state.step === 'choose') return <Button onPress={onClose}>{say('cancel')}</Button>;
  if (state.step === 'done') {
    return (
      <>
        <Button kind="primary" onPress={onClose}>
          {say('import.see')}
        </Button>
        <Button onPress={start}>{say('import.another')}</Button>
      </>
    );
  }
  if (state.step === 'columns') {
    const { read, choices } = state.columns;
    return (
      <>
        <Button
          kind="primary"
          reason={isReady(read, choices) ? undefined : say('columns.first')}
          onPress={() => settle(true)}
        >
          {say('columns.on')}
        </Button>
        <Button onPress={start}>{say('import.other-file')}</Button>
      </>
    );
  }
  return (
    <>
      <TakeIn sent={state.sent} input={state.input} finish={finish} />
      {state.hasColumns && <Button onPress={() => settle(false)}>{say('columns.back')}</Button>}
      <Button onPress={start}>{say('import.other-file')}</Button>
    </>
  );
}

interface TakeInProps {
  readonly sent: SentTable;
  readonly input: Readonly<Record<string, unknown>>;
  readonly finish: FootProps['finish'];
}

function TakeIn({ sent, input, finish }: TakeInProps) {
  const say = useWords('library');
  const deed = useDeed('controls import');
  const readOnly = useReadOnly('controls.write');
  const [isPending, setPending] = useState(false);
  const { run } = sent;
  const mayAdd = useMayAddStrangers(run.refused?.problem.strangers ?? []);
  const blocked = run.isPending
    ? say('import.wait')
    : run.told === undefined
      ? say(mayAdd ? 'import.mend-or-add' : 'import.mend')
      : run.told.facts === 0
        ? say('bulk.nothing')
        : undefined;
  const takeIn = async () => {
    setPending(true);
    const { name } = sent;
    await attempt(
      async () => {
        const confirms = input.confirm === true;
        const { told } = await deed({ input, says: say('import.done', { name }), isFinal: confirms });
        finish(told);
      },
      { failed: say('import.not-done', { name }), say },
    ).finally(() => setPending(false));
  };
  return (
    <Button kind="primary" reason={readOnly ?? blocked} pending={isPending} onPress={() => void takeIn()}>
      {say('import.take-in')}
    </Button>
  );
}

/** A workbook with what is here, in the form that is taken in again; the quickest way to see the columns. */
function Template() {
  const say = useWords('library');
  const { organisation } = usePlace();
  const take = () =>
    void attempt(() => download(organisation, 'controls export', { format: 'xlsx' }), {
      failed: say('export.failed'),
      say,
    });
  return (
    <Row>
      <Button kind="quiet" mark="download" onPress={take}>
        {say('import.template')}
      </Button>
    </Row>
  );
}
