import { useState } from 'react';
import { Button, Note, useStill } from '../../ui/index.ts';
import { useFormat, useWords } from '../words/use-words.ts';
import type { BegunForm } from './use-draft.ts';

/** Says over a form that it stands as it was left, and lets it begin anew. */
export function BegunNote({ begun: now }: { readonly begun: BegunForm | undefined }) {
  const say = useWords('app');
  const { ago } = useFormat();
  const [seenAt] = useState(Date.now);
  const begun = useStill(now);
  if (!begun) return null;
  return (
    <div data-gives-up="">
      <Note
        tone="info"
        title={say('begun.title', { ago: ago(begun.at, seenAt) })}
        actions={
          <Button size="s" onPress={begun.discard}>
            {say('begun.discard')}
          </Button>
        }
      />
    </div>
  );
}
