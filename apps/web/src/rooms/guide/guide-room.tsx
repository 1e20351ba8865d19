import { type ReactNode, Suspense } from 'react';
import { useAddress, useExpected, usePlace, useWords } from '../../app/index.ts';
import { Page, Section, Skeleton, Stack } from '../../ui/index.ts';
import { DueNext } from './due-next.tsx';
import { StepList } from './step-list.tsx';
import { aimOf, nextOf, stepsOf } from './steps.ts';
import { useStanding } from './use-standing.ts';
import { WhatTheyAdd } from './what-they-add.tsx';

/** What next: from nothing to a first Statement of Applicability and CSF profile, or to what is adopted of both, as far as the programme has come. */
export function GuideRoom() {
  const [{ from }] = useAddress();
  useExpected({ from: ['certificate'], do: ['practice', 'claims', 'proposals'] });
  return (
    <Suspense fallback={<Waiting />}>
      <Guide>
        {from === 'certificate' && (
          <Suspense fallback={<Skeleton lines={6} />}>
            <WhatTheyAdd />
          </Suspense>
        )}
      </Guide>
    </Suspense>
  );
}

function Waiting() {
  const say = useWords('guide');
  return (
    <Page title={say('title')}>
      <Skeleton lines={12} />
    </Page>
  );
}

function Guide({ children }: { readonly children: ReactNode }) {
  const say = useWords('guide');
  const { name } = usePlace();
  const { standing, isWhole } = useStanding();
  const steps = stepsOf(standing);
  const aim = aimOf(standing);
  const next = nextOf(steps);
  const done = steps.filter(({ state }) => state === 'done').length;
  // A figure of half of it would be a wrong one: none is told before all of it is there.
  if (!isWhole) return <Waiting />;
  const title = next ? say('title-next', { step: say(`${next.name}.title`) }) : say(`title-done.${aim}`);
  return (
    <Page
      title={title}
      lead={say(next ? `lead.${aim}` : 'lead-done', { count: done, of: steps.length, name })}
    >
      <Stack>
        {children}
        <Section title={say('steps')} meta={say('steps-meta', { count: done, of: steps.length })}>
          <StepList steps={steps} next={next} />
        </Section>
        <Suspense fallback={<Skeleton lines={5} />}>
          <DueNext />
        </Suspense>
      </Stack>
    </Page>
  );
}
