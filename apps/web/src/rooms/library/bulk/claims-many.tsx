import { useState } from 'react';
import { namedTogether, useDeed, useForetold, useWords } from '../../../app/index.ts';
import { Button, Dialog, Note, Stack } from '../../../ui/index.ts';
import { attempt } from '../control/attempt.ts';
import { ReasonDialog } from '../control/reason-dialog.tsx';
import type { Chosen } from '../list/library-table.tsx';
import { DryRunSaid } from './dry-run.tsx';

interface ClaimsManyProps {
  readonly chosen: Chosen;
  readonly onClose: () => void;
}

/** Confirms what is proposed of the chosen controls; a joint claim only with the last of its members. */
export function ConfirmMany({ chosen, onClose }: ClaimsManyProps) {
  const say = useWords('library');
  const deed = useDeed('claims confirm-all');
  const [isPending, setPending] = useState(false);
  const input = { controls: withProposals(chosen) };
  const run = useForetold('claims confirm-all', input);
  const count = run.told?.facts ?? 0;
  const confirm = async () => {
    setPending(true);
    const says = say('bulk.confirmed', { count });
    const isDone = await attempt(() => deed({ input, says, isFinal: true }), {
      failed: say('bulk.not-confirmed'),
      say,
    }).finally(() => setPending(false));
    if (isDone) onClose();
  };
  const foot = (
    <>
      <Button
        kind="primary"
        pending={isPending}
        reason={count === 0 ? say('bulk.nothing') : undefined}
        onPress={() => void confirm()}
      >
        {say('bulk.do-confirm', { count })}
      </Button>
      <Button onPress={onClose}>{say('cancel')}</Button>
    </>
  );
  return (
    <Dialog isOpen title={say('bulk.confirm-title', { count: chosen.size })} onClose={onClose} foot={foot}>
      <Stack gap="s">
        <DryRunSaid run={run} says={(facts) => say('bulk.would-confirm', { count: facts })} />
        <p>{say('bulk.joint')}</p>
        <Note tone="info">{say('not-undone')}</Note>
      </Stack>
    </Dialog>
  );
}

/** Refuses what is proposed of the chosen controls, with the reason. */
export function RefuseMany({ chosen, onClose }: ClaimsManyProps) {
  const say = useWords('library');
  const deed = useDeed('claims refuse-all');
  const controls = withProposals(chosen);
  // The trial needs a reason like the deed; it is recorded nowhere.
  const run = useForetold('claims refuse-all', { controls, reason: '–' });
  const count = run.told?.facts ?? 0;
  return (
    <ReasonDialog
      about={`refusal of the claims of ${namedTogether(controls)}`}
      title={say('bulk.refuse-title', { count: chosen.size })}
      deed={say('bulk.do-refuse', { count })}
      blocked={count === 0 ? say('bulk.nothing') : undefined}
      onClose={onClose}
      onDo={(reason) =>
        deed({ input: { controls, reason }, says: say('bulk.refused', { count }), isFinal: true })
      }
    >
      <DryRunSaid run={run} says={(facts) => say('bulk.would-refuse', { count: facts })} />
    </ReasonDialog>
  );
}

function withProposals(chosen: Chosen): readonly string[] {
  return [...chosen.values()].filter(({ unconfirmed }) => unconfirmed > 0).map(({ id }) => id);
}
