import { useState } from 'react';
import { isRefusal, tell, useDeed, useWords } from '../../../app/index.ts';
import { Progress } from '../../../ui/index.ts';
import { ReasonDialog } from '../control/reason-dialog.tsx';
import type { Chosen } from '../list/library-table.tsx';

interface RetireManyProps {
  readonly chosen: Chosen;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Retires the chosen controls, one after the other; what is refused is told by its code. */
export function RetireMany({ chosen, onClose, onDone }: RetireManyProps) {
  const say = useWords('library');
  const deed = useDeed('controls retire');
  const [done, setDone] = useState<number>();
  const rows = [...chosen.values()].filter(({ retired }) => !retired);
  const retire = async (reason: string) => {
    const refused: string[] = [];
    for (const [at, { id, code, revision }] of rows.entries()) {
      setDone(at);
      try {
        await deed({ input: { control: id, reason }, ifMatch: revision, isFinal: true });
      } catch (error) {
        if (!isRefusal(error)) throw error;
        refused.push(`${code}: ${error.problem.detail}`);
      }
    }
    tell({
      says: say('bulk.retired', { count: rows.length - refused.length }),
      notices: refused,
      tone: refused.length === 0 ? 'done' : 'failed',
    });
    onDone();
  };
  return (
    <ReasonDialog
      title={say('bulk.retire-title', { count: rows.length })}
      deed={say('retire')}
      blocked={rows.length === 0 ? say('bulk.nothing') : undefined}
      onClose={onClose}
      onDo={retire}
    >
      <p>{say('retire.says')}</p>
      {done !== undefined && (
        <Progress
          label={say('bulk.retiring')}
          value={done}
          max={rows.length}
          valueText={say('bulk.retired-of', { done, of: rows.length })}
        />
      )}
    </ReasonDialog>
  );
}
