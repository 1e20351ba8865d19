import type { Foretold } from '@concord/operations/client';
import { useEffect, useState } from 'react';
import { foretell, isRefusal, Unreachable, usePlace, useWords } from '../../../app/index.ts';
import { Note } from '../../../ui/index.ts';

interface Tried {
  readonly told?: Foretold;
  readonly refused?: string;
}

/** What adding them would write, tried on the server without writing it. */
export function Foreseen({ actions }: { readonly actions: readonly object[] }) {
  const say = useWords('what-if');
  const { told, refused } = useTried(actions);
  if (refused !== undefined) {
    return (
      <Note tone="gap" mark="error" title={say('foreseen-refused')} live>
        {refused}
      </Note>
    );
  }
  if (!told) return null;
  return (
    <Note tone="info" title={say('foreseen', { count: actions.length })} live>
      {(told.notices ?? []).map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
    </Note>
  );
}

function useTried(actions: readonly object[]): Tried {
  const say = useWords('what-if');
  const { organisation } = usePlace();
  const [tried, setTried] = useState<Tried>({});
  const asked = JSON.stringify(actions);
  useEffect(() => {
    if (asked === '[]') return setTried({});
    let isOver = false;
    const found = (next: Tried) => isOver || setTried(next);
    foretell(organisation, 'actions add-many', { actions: JSON.parse(asked) }).then(
      (told) => found({ told }),
      (error: unknown) => {
        if (isRefusal(error)) found({ refused: error.problem.detail });
        else if (error instanceof Unreachable) found({ refused: say('no-answer') });
        else throw error;
      },
    );
    return () => {
      isOver = true;
    };
  }, [organisation, asked, say]);
  return tried;
}
