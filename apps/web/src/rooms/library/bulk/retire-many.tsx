import { useState } from 'react';
import { isOutrun, namedTogether, useDeed, useForetold, useWords } from '../../../app/index.ts';
import { Button } from '../../../ui/index.ts';
import { reasonOf } from '../control/attempt.ts';
import { ReasonDialog } from '../control/reason-dialog.tsx';
import type { Chosen } from '../list/library-table.tsx';
import { DryRunSaid } from './dry-run.tsx';
import { useSeen } from './use-seen.ts';

interface RetireManyProps {
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
  readonly onClose: () => void;
}

/** Retires the chosen controls for one reason: tried, seen, then done; all or none, and taken back as one. */
export function RetireMany({ chosen, onChoose, onClose }: RetireManyProps) {
  const say = useWords('library');
  const deed = useDeed('controls retire-many');
  const [failed, setFailed] = useState<string>();
  const [isStale, setStale] = useState(false);
  const { position, lookAgain } = useSeen(chosen, onChoose);
  const rows = [...chosen.values()].filter(({ retired }) => !retired);
  const controls = rows.map(({ id }) => id);
  // Which of them can be retired does not hang on the reason.
  const tried = { controls, reason: say('retire'), position };
  const run = useForetold(
    'controls retire-many',
    position === undefined || rows.length === 0 ? undefined : tried,
  );
  const count = run.told?.facts ?? 0;
  const retire = async (reason: string) => {
    const says = say('bulk.retired', { count });
    await deed({ input: { controls, reason, position }, says }).catch((refused: unknown) => {
      setStale(isOutrun(refused));
      throw refused;
    });
    onChoose(new Map());
  };
  const look = () => {
    setFailed(undefined);
    setStale(false);
    lookAgain().catch((error: unknown) => setFailed(reasonOf(error, say)));
  };
  return (
    <ReasonDialog
      about={`end of the controls ${namedTogether(controls)}`}
      title={say('bulk.retire-title', { count: rows.length })}
      deed={say('retire')}
      blocked={count === 0 ? say('bulk.nothing') : undefined}
      onClose={onClose}
      onDo={retire}
      canBeUndone
    >
      <p>{say('retire.says')}</p>
      <DryRunSaid run={run} says={(facts) => say('bulk.would-retire', { count: facts, of: chosen.size })} />
      {failed !== undefined && <p>{failed}</p>}
      {(isStale || isOutrun(run.refused)) && <Button onPress={look}>{say('bulk.look-again')}</Button>}
    </ReasonDialog>
  );
}
