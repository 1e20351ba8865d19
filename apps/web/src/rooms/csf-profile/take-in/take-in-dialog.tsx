import { useState } from 'react';
import {
  isRefusal,
  sendFile,
  type Trial,
  useAddress,
  useDeed,
  useForetold,
  usePlace,
  useReadOnly,
  useWords,
} from '../../../app/index.ts';
import { Button, Dialog, DropArea, Note, RadioList, Stack } from '../../../ui/index.ts';
import type { ProfileKept } from '../profile/view.ts';
import { Foreseen } from './foreseen.tsx';
import { TargetOptions } from './target-options.tsx';

export interface Options {
  /** A community profile says what is wanted; a whole workbook says how things stand as well. */
  readonly as: 'target' | 'whole';
  readonly priority: string | undefined;
  readonly replace: boolean;
}

interface Sent {
  readonly file: string;
  readonly name: string;
  /** Chosen where several of a workbook may be meant. */
  readonly sheet?: string;
}

/** A profile of somebody else, or one's own workbook, taken in: first what it would do, then all of it or nothing. */
export function TakeInDialog({ profile }: { readonly profile: ProfileKept }) {
  const say = useWords('csf-profile');
  const [, change] = useAddress();
  const [options, setOptions] = useState<Options>({ as: 'target', priority: undefined, replace: false });
  const [sent, setSent] = useState<Sent>();
  const command = options.as === 'target' ? 'profiles import-target' : 'profiles import';
  const input = sent && inputOf(profile.id, sent, options);
  const run = useForetold(command, input);
  const close = () => change({ dialog: undefined });
  const set = (changed: Partial<Options>) => setOptions((before) => ({ ...before, ...changed }));
  const foot = (
    <>
      {input && <TakeIn {...{ command, input, run }} name={sent.name} onDone={close} />}
      {sent && <Button onPress={() => setSent(undefined)}>{say('other-file')}</Button>}
      <Button onPress={close}>{say('cancel')}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={close} title={say('take-in')} size="l" foot={foot}>
      <Stack>
        <RadioList
          label={say('take-in-as')}
          options={(['target', 'whole'] as const).map((id) => ({
            id,
            label: say(`take-in-${id}`),
            description: say(`take-in-${id}-says`),
          }))}
          value={options.as}
          onChange={(as) => set({ as: as === 'whole' ? 'whole' : 'target' })}
        />
        {options.as === 'target' && <TargetOptions options={options} set={set} />}
        {sent ? (
          <Foreseen run={run} name={sent.name} chooseSheet={(sheet) => setSent({ ...sent, sheet })} />
        ) : (
          <Choose onSent={setSent} />
        )}
      </Stack>
    </Dialog>
  );
}

function inputOf(profile: string, { file, sheet }: Sent, { as, priority, replace }: Options) {
  const whole = { profile, file, ...(sheet === undefined ? {} : { sheet }) };
  if (as === 'whole') return whole;
  return { ...whole, replace, ...(priority ? { priority } : {}) };
}

function Choose({ onSent }: { readonly onSent: (sent: Sent) => void }) {
  const say = useWords('csf-profile');
  const { organisation } = usePlace();
  const [isPending, setPending] = useState(false);
  const [failed, setFailed] = useState<string>();
  const send = async (file: File) => {
    setPending(true);
    setFailed(undefined);
    try {
      onSent({ file: (await sendFile(organisation, file, 'profiles import-target')).file, name: file.name });
    } catch (error) {
      setFailed(isRefusal(error) ? error.problem.detail : say('unreachable'));
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      <DropArea
        label={say('drop-profile')}
        hint={say('drop-profile-hint')}
        accept={['.xlsx', '.csv', '.tsv', '.json']}
        isPending={isPending}
        onFiles={([file]) => file && void send(file)}
      />
      {failed !== undefined && <Note tone="gap" title={failed} live />}
    </>
  );
}

interface TakeInProps {
  readonly command: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly run: Trial;
  readonly name: string;
  readonly onDone: () => void;
}

function TakeIn({ command, input, run, name, onDone }: TakeInProps) {
  const say = useWords('csf-profile');
  const deed = useDeed(command);
  const readOnly = useReadOnly('profiles.write');
  const [isPending, setPending] = useState(false);
  const [failed, setFailed] = useState<string>();
  const blocked = run.told ? (run.told.facts === 0 ? say('nothing-new') : undefined) : say('mend-first');
  const takeIn = async () => {
    setPending(true);
    try {
      await deed({ input, says: say('taken-in', { name }) });
      onDone();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      setFailed(error.problem.detail);
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      <Button kind="primary" pending={isPending} reason={readOnly ?? blocked} onPress={() => void takeIn()}>
        {say('take-in-do')}
      </Button>
      {failed !== undefined && <span role="alert">{failed}</span>}
    </>
  );
}
