import type { Told } from '@concord/operations/client';
import { useState } from 'react';
import { useAttempt, useDeed, useWords } from '../../../app/index.ts';
import { Button, Note } from '../../../ui/index.ts';

/** What was taken in, and the way back: the bar of the page, which has it too, lies behind the dialog. */
export function Done({ told }: { readonly told: Told | undefined }) {
  const say = useWords('library');
  const { takeBack, isBack, isPending, errors } = useTakeBack(told?.position);
  if (!told) return <Note tone="part" title={say('import.kept')} live />;
  if (isBack) return <Note tone="unk" title={say('import.taken-back')} live />;
  const deed = told.undoable ? (
    <Button pending={isPending} onPress={takeBack}>
      {say('import.take-back')}
    </Button>
  ) : undefined;
  return (
    <>
      <Note tone="ok" mark="met" title={say('import.taken-in')} actions={deed} live>
        {told.notices?.map((notice) => (
          <p key={notice}>{notice}</p>
        ))}
        <p>{say(told.undoable ? 'import.can-go-back' : 'import.stays')}</p>
      </Note>
      {errors.map(({ message }) => (
        <Note key={message} tone="gap" mark="error" live>
          {message}
        </Note>
      ))}
    </>
  );
}

function useTakeBack(entry: number | undefined) {
  const deed = useDeed('undo');
  const { attempt, isPending, errors } = useAttempt();
  const [isBack, setBack] = useState(false);
  const takeBack = async () => {
    if (await attempt(() => deed({ input: { entry }, isFinal: true }))) setBack(true);
  };
  return { takeBack: () => void takeBack(), isBack, isPending, errors };
}
