import type { Foretold } from '@concord/operations/client';
import { useEffect, useState } from 'react';
import {
  foretell,
  isRefusal,
  Unreachable,
  useAttempt,
  useDeed,
  usePlace,
  useWords,
} from '../../app/index.ts';
import { Button, Dialog, Note, Skeleton, Stack } from '../../ui/index.ts';

interface ConfirmClaimsProps {
  readonly onClose: () => void;
}

const all = { all: true };

/** Confirms every proposed claim in one go: says first how many that are, and that it is not taken back. */
export function ConfirmClaims({ onClose }: ConfirmClaimsProps) {
  const say = useWords('guide');
  const deed = useDeed('claims confirm-all');
  const { told, refused } = useForetold();
  const { isPending, errors, attempt } = useAttempt();
  const count = told?.types.ClaimConfirmed ?? 0;
  const confirm = async () => {
    const says = say('claims.confirmed', { count });
    if (await attempt(() => deed({ input: all, says, isFinal: true }))) onClose();
  };
  const foot = (
    <>
      <Button
        kind="primary"
        pending={isPending}
        reason={told ? (count === 0 ? say('claims.nothing') : undefined) : say('claims.wait')}
        onPress={() => void confirm()}
      >
        {say('claims.confirm', { count })}
      </Button>
      <Button onPress={onClose}>{say('cancel')}</Button>
    </>
  );
  return (
    <Dialog isOpen title={say('claims.dialog')} onClose={onClose} foot={foot}>
      <Stack gap="s">
        <p>{say('claims.dialog-says')}</p>
        {!told && refused === undefined && <Skeleton lines={2} />}
        {told && (
          <Note tone="info" title={say('claims.would', { count })} live>
            {told.notices?.map((notice) => (
              <p key={notice}>{notice}</p>
            ))}
          </Note>
        )}
        {[refused, ...errors.map(({ message }) => message)].map(
          (reason) =>
            reason !== undefined && <Note key={reason} tone="gap" mark="error" title={reason} live />,
        )}
      </Stack>
    </Dialog>
  );
}

/** What confirming would write, tried without writing it. */
function useForetold() {
  const say = useWords('guide');
  const { organisation } = usePlace();
  const [found, setFound] = useState<{ told?: Foretold; refused?: string }>({});
  useEffect(() => {
    let isOver = false;
    const show = (next: typeof found) => {
      if (!isOver) setFound(next);
    };
    foretell(organisation, 'claims confirm-all', all).then(
      (told) => show({ told }),
      (error: unknown) => {
        if (isRefusal(error)) show({ refused: error.problem.detail });
        else if (error instanceof Unreachable) show({ refused: say('unreachable') });
        else throw error;
      },
    );
    return () => {
      isOver = true;
    };
  }, [organisation, say]);
  return found;
}
