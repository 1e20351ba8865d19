import { useMemo, useState } from 'react';
import { useAddress, useExpected, useLateAnswer, useReadOnly, useWords } from '../../app/index.ts';
import { Button, Page, Stack } from '../../ui/index.ts';
import { AddChange } from './changes/add-change.tsx';
import { ChangeCards } from './changes/change-cards.tsx';
import { FirstChanges } from './changes/first-changes.tsx';
import { WhatIfFrame } from './frame.tsx';
import { KeepDialog } from './keep/keep-dialog.tsx';
import { turnedIn, type WhatIf } from './moves/gains.ts';
import { Moves } from './moves/moves.tsx';
import { useMovesTitle } from './moves/use-moves-title.ts';
import { Reach } from './reach/reach.tsx';
import { Refusal } from './supposed/refusal.tsx';
import { askedOf, unreadIn } from './supposed/supposed.ts';
import { type Changes, useChanges } from './supposed/use-changes.ts';

/** Change what is so, in thought alone, and see every framework move at once. */
export function WhatIfRoom() {
  const say = useWords('what-if');
  const all = useChanges();
  const [search] = useAddress();
  useExpected(unreadIn(search));
  const asked = useMemo(() => askedOf(all.changes), [all.changes]);
  const { data, error, isFetching, refetch } = useLateAnswer('what-if', asked ?? {}, {
    enabled: asked !== undefined,
  });
  const found = asked === undefined || error !== null ? undefined : data;
  const title = useMovesTitle(found, all.changes);
  return (
    <WhatIfFrame
      isWorking={asked !== undefined && isFetching}
      actions={all.changes.length > 0 && <Deeds found={isFetching ? undefined : found} />}
    >
      <Page title={title} lead={all.changes.length === 0 ? say('lead') : undefined}>
        <Stack gap="l">
          <Supposed all={all} found={found} />
          {error !== null && asked !== undefined && <Refusal error={error} onRetry={() => void refetch()} />}
          {found && <Moves found={found} isLate={isFetching} />}
          <Reach all={all} />
        </Stack>
      </Page>
    </WhatIfFrame>
  );
}

function Supposed({ all, found }: { readonly all: Changes; readonly found: WhatIf | undefined }) {
  const turned = useMemo(() => found && turnedIn(found.frameworks), [found]);
  if (all.changes.length === 0) return <FirstChanges all={all} />;
  return (
    <ChangeCards all={all} shown={found?.changes ?? []} turned={turned}>
      <AddChange all={all} />
    </ChangeCards>
  );
}

interface DeedsProps {
  /** Undefined while the server works it out, or where it refused. */
  readonly found: WhatIf | undefined;
}

function Deeds({ found }: DeedsProps) {
  const say = useWords('what-if');
  const [, change] = useAddress();
  const readOnly = useReadOnly('actions.write');
  // As it was when it was taken up: what others record meanwhile takes nothing away of what is entered.
  const [keeping, setKeeping] = useState<WhatIf['plan']>();
  const none = found?.plan.length === 0 ? say('keep-none') : undefined;
  const reason = readOnly ?? (found ? none : say('keep-later'));
  const discard = () => {
    change({ set: undefined, lapse: undefined, exclude: undefined, off: undefined, reach: undefined });
  };
  return (
    <>
      <Button kind="inverse" size="s" onPress={discard}>
        {say('discard')}
      </Button>
      <Button
        kind="inverse"
        size="s"
        reason={reason}
        reasonAs="tooltip"
        onPress={() => setKeeping(found?.plan)}
      >
        {say('keep')}
      </Button>
      {keeping && <KeepDialog plan={keeping} onClose={() => setKeeping(undefined)} />}
    </>
  );
}
