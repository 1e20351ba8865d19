import { Button, Dialog } from '../../ui/index.ts';
import { useWords } from '../words/use-words.ts';
import type { Conflict } from './conflict.ts';

/** Two people changed the same: who, what, and how both are to stand. Nothing is lost until it is answered. */
export default function ConflictDialog({ conflict }: { conflict: Conflict }) {
  const say = useWords('app');
  const { who, clash, canKeepBoth, answer } = conflict;
  return (
    <Dialog
      isOpen
      title={say('conflict.title', { who: who.join(', ') || say('conflict.somebody') })}
      onClose={() => answer('later')}
      foot={
        <>
          <Button kind="primary" onPress={() => answer('mine')}>
            {say('conflict.mine')}
          </Button>
          <Button onPress={() => answer('theirs')}>{say('conflict.theirs')}</Button>
          {canKeepBoth && <Button onPress={() => answer('both')}>{say('conflict.both')}</Button>}
        </>
      }
    >
      <p>
        {clash.length === 0
          ? say('conflict.whole')
          : say('conflict.says', { fields: clash.map((field) => say(`field.${field}`)).join(', ') })}
      </p>
      {canKeepBoth && <p>{say('conflict.both-says')}</p>}
    </Dialog>
  );
}
