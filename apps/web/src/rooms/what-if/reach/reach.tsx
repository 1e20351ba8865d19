import { Suspense } from 'react';
import { useAddress, useLateAnswer, useWords } from '../../../app/index.ts';
import { Progress, Section, Skeleton, Stack } from '../../../ui/index.ts';
import { Refusal } from '../supposed/refusal.tsx';
import { askedOf } from '../supposed/supposed.ts';
import type { Changes } from '../supposed/use-changes.ts';
import { goalIn, writeGoal } from './goal.ts';
import { GoalForm } from './goal-form.tsx';
import { ReachList } from './reach-list.tsx';

/** The shortest way to a target, on top of what is supposed already. */
export function Reach({ all }: { readonly all: Changes }) {
  const say = useWords('what-if');
  const [{ reach }, change] = useAddress();
  const goal = goalIn(reach);
  const isAsked = goal !== undefined;
  const { data, error, isFetching, isPlaceholderData, refetch } = useLateAnswer(
    'what-if',
    { ...askedOf(all.changes), reach: isAsked ? [writeGoal(goal)] : [] },
    { enabled: isAsked },
  );
  const found = isAsked && error === null && !isPlaceholderData ? data?.reach : undefined;
  const reachFor = (wanted: string | undefined) => change({ reach: wanted });
  return (
    <Section title={say('reach')} meta={say('reach-meta')}>
      <Stack>
        <Suspense fallback={<Skeleton lines={2} />}>
          <GoalForm
            key={reach}
            goal={goal}
            isPending={isAsked && isFetching}
            onAsk={(next) => reachFor(writeGoal(next))}
          />
        </Suspense>
        {isAsked && isFetching && !found && <Progress label={say('reach-working')} value={undefined} />}
        {isAsked && error !== null && <Refusal error={error} onRetry={() => void refetch()} />}
        {found && <ReachList reach={found} all={all} onForget={() => reachFor(undefined)} />}
      </Stack>
    </Section>
  );
}
