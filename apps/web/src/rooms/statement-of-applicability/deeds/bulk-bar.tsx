import { useState } from 'react';
import { useReadOnly, useWords } from '../../../app/index.ts';
import { Button, Toolbar } from '../../../ui/index.ts';
import type { Line, Statement } from '../statement/line.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import css from './deeds.module.css';

interface BulkBarProps {
  readonly view: Statement;
  /** The chosen lines. */
  readonly lines: readonly Line[];
  readonly onDone: () => void;
}

/** What can be done with the chosen lines at once. */
export function BulkBar({ view, lines, onDone }: BulkBarProps) {
  const say = useWords('statement');
  const [isOpen, setOpen] = useState(false);
  const reason = useReadOnly('applicability.decide');
  if (lines.length === 0) return null;
  return (
    <div className={css.bar}>
      <Toolbar label={say('chosen-deeds')}>
        <b role="status">{say('chosen', { count: lines.length })}</b>
        <Button size="s" onPress={() => setOpen(true)} reason={reason} reasonAs="tooltip">
          {say('decide-together')}
        </Button>
        <Button size="s" kind="quiet" onPress={onDone}>
          {say('choose-none')}
        </Button>
      </Toolbar>
      {isOpen && (
        <BulkDialog
          view={view}
          lines={lines}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            onDone();
          }}
        />
      )}
    </div>
  );
}
