import { ActionDialog, useWords } from '../../../app/index.ts';
import type { Line } from '../statement/line.ts';

/** An action that closes the line: what is not in place yet has to have one. */
export function AddAction({ line, onClose }: { readonly line: Line; readonly onClose: () => void }) {
  const say = useWords('statement');
  const { key: row, title, owner } = line;
  return (
    <ActionDialog
      heading={say('action-for', { row })}
      closes={
        line.isOwn
          ? { kind: 'control', id: line.id }
          : { kind: 'requirement', id: `iso27001-2022/${line.id}` }
      }
      first={{ title: say('action-title', { row, title }), owner }}
      says={() => say('action-added', { row })}
      onClose={onClose}
    />
  );
}
