import { useState } from 'react';
import { ActionDialog, useReadOnly, useWords } from '../../../app/index.ts';
import { Button } from '../../../ui/index.ts';
import type { Duty, Point } from '../directive/view.ts';

interface AddActionProps {
  readonly framework: string;
  readonly row: Duty | Point;
}

/** Article 21(4): what is not met needs an action that sets it right. */
export function AddAction({ framework, row }: AddActionProps) {
  const say = useWords('nis2');
  const reason = useReadOnly('actions.write');
  const [isOpen, setOpen] = useState(false);
  const heading = say('add-action-to', { id: row.id });
  return (
    <>
      <Button size="s" reason={reason} reasonAs="tooltip" aria-label={heading} onPress={() => setOpen(true)}>
        {say('add-action')}
      </Button>
      {isOpen && (
        <ActionDialog
          heading={heading}
          closes={{ kind: 'requirement', id: `${framework}/${row.id}` }}
          first={{ title: say('action-title', { id: row.id, title: row.title }) }}
          says={(title) => say('action-added', { title })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
