import { useMemo } from 'react';
import { useWords } from '../../../app/index.ts';
import { IntervalLegend, Note, Stack } from '../../../ui/index.ts';
import { FrameworkMoves } from './framework-moves.tsx';
import { type Difference, inTwo, turnedIn, type WhatIf } from './gains.ts';
import { Losses } from './losses.tsx';
import css from './moves.module.css';
import { Still } from './still.tsx';
import { TurnedRows } from './turned-rows.tsx';

interface MovesProps {
  readonly found: WhatIf;
  /** Something newer is being worked out; this is still the answer before. */
  readonly isLate: boolean;
}

/** Every framework before and after, what turned and why. */
export function Moves({ found, isLate }: MovesProps) {
  const say = useWords('what-if');
  const { frameworks, notices } = found;
  const turned = useMemo(() => turnedIn(frameworks), [frameworks]);
  const { moved, still } = inTwo(frameworks);
  const lost = turned.filter(({ turn }) => turn === 'lost');
  return (
    <div className={isLate ? css.late : undefined} aria-busy={isLate}>
      <Stack gap="l">
        {notices.length > 0 && <Notices found={found} />}
        {lost.length > 0 && <Losses lost={lost} />}
        {moved.length === 0 && <Note tone="info" title={say('none-moves')} live />}
        {moved.length > 0 && <Moved moved={moved} />}
        {still.length > 0 && <Still still={still} />}
        {turned.length > 0 && <TurnedRows turned={turned} />}
      </Stack>
    </div>
  );
}

function Moved({ moved }: { readonly moved: readonly Difference[] }) {
  return (
    <div>
      <div className={moved.length > 2 ? css.frameworks : `${css.frameworks} ${css.two}`}>
        {moved.map((each) => (
          <FrameworkMoves key={`${each.framework.id} ${each.scope}`} difference={each} />
        ))}
      </div>
      <IntervalLegend gain />
    </div>
  );
}

/** What the server says about what was asked: its sentences stand between its head and the frameworks. */
function Notices({ found }: { readonly found: WhatIf }) {
  const say = useWords('what-if');
  const { notices, sentences, changes } = found;
  const said = sentences.slice(1 + changes.length, 1 + changes.length + notices.length);
  return (
    <Note tone="info" title={say('notices')} live>
      {said.map((sentence) => (
        <p key={sentence}>{sentence.trim()}</p>
      ))}
    </Note>
  );
}
