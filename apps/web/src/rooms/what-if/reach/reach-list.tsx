import { useFormat, useWords } from '../../../app/index.ts';
import { Button, Note, Row, Stack } from '../../../ui/index.ts';
import type { WhatIf } from '../moves/gains.ts';
import { type Change, withChange } from '../supposed/supposed.ts';
import type { Changes } from '../supposed/use-changes.ts';
import css from './reach.module.css';
import { Steps } from './steps.tsx';
import { Unreachable } from './unreachable.tsx';

export type Reached = NonNullable<WhatIf['reach']>;

interface ReachListProps {
  readonly reach: Reached;
  readonly all: Changes;
  readonly onForget: () => void;
}

/** The list that was found, and how far from the shortest of all it can be. */
export function ReachList({ reach, all, onForget }: ReachListProps) {
  const say = useWords('what-if');
  const { goals, steps, unreachable, proposed } = reach;
  const takeOver = () => {
    const works = steps.map(({ code }): Change => ({ kind: 'set', code, state: 'works', isOff: false }));
    all.replace(works.reduce(withChange, all.changes));
  };
  const isShort = goals.some(({ reachable, atLeast }) => reachable < atLeast);
  return (
    <Stack>
      <div className={css.sentence} role="status">
        {goals.map((goal) => (
          <GoalSaid key={goal.framework.id} goal={goal} />
        ))}
        <BoundSaid reach={reach} />
      </div>
      <Row>
        {steps.length > 0 && (
          <Button kind="primary" onPress={takeOver}>
            {say('take-over', { count: steps.length })}
          </Button>
        )}
        <Button onPress={onForget}>{say('reach-forget')}</Button>
      </Row>
      {steps.length > 0 && <Steps steps={steps} goals={goals} />}
      {isShort && unreachable.length > 0 && <Unreachable unreachable={unreachable} />}
      {proposed.claims > 0 && <Note tone="sup">{say('proposed', proposedOf(proposed))}</Note>}
    </Stack>
  );
}

function proposedOf({ claims, now, reachable }: Reached['proposed']) {
  return { count: claims, now: now.length, more: reachable.reduce((sum, each) => sum + each.more, 0) };
}

function GoalSaid({ goal }: { readonly goal: Reached['goals'][number] }) {
  const say = useWords('what-if');
  const { number } = useFormat();
  const { framework, target, n, metToday, met, metThen, atLeast, reachable } = goal;
  const aim =
    'profile' in target
      ? say('aim-profile', { name: target.profile.name })
      : say('aim', { percent: number(target.percent) });
  const params = {
    framework: framework.title,
    aim,
    of: n,
    today: metToday,
    met,
    metThen,
    atLeast,
    reachable,
  };
  const outcome = reachable >= atLeast ? 'goal-reached' : 'goal-short';
  const key = met >= atLeast ? 'goal-there' : outcome;
  return <p>{say(met === metToday ? key : `${key}-supposed`, params)}</p>;
}

/** At least so many are needed; this list is the shortest, or by how many it can be longer. */
function BoundSaid({ reach: { goals, steps, fewest, atMostOver } }: { readonly reach: Reached }) {
  const say = useWords('what-if');
  const isThere = goals.every(({ met, atLeast }) => met >= atLeast);
  if (steps.length === 0) return isThere ? null : <p>{say('bound-nothing')}</p>;
  const list = say('bound-list', { count: steps.length });
  const bound =
    atMostOver === 0 ? say('bound-shortest') : say('bound-over', { count: fewest, over: atMostOver });
  return (
    <p>
      {list} {bound}
    </p>
  );
}
