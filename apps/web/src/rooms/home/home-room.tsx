import { type ReactNode, Suspense } from 'react';
import { Boundary, To, useFormat, usePlace, useWhen, useWords } from '../../app/index.ts';
import { Columns, LinkButton, Note, Page, Skeleton } from '../../ui/index.ts';
import { Changes } from './changes/changes.tsx';
import { Evidence } from './evidence/evidence.tsx';
import { NextDates } from './evidence/next-dates.tsx';
import { Sentence, useIsEmpty } from './needs/day-sentence.tsx';
import { NeedsList } from './needs/needs-list.tsx';
import { useLibraryCounts } from './needs/use-needs.ts';
import { Pictures } from './pictures/pictures.tsx';

/** The day: what needs me, where each framework stands, what is to come and what has changed. */
export function HomeRoom() {
  const say = useWords('home');
  const { dayLong } = useFormat();
  const { name, today } = usePlace();
  const { on = today } = useWhen();
  return (
    <Page
      title={
        <Suspense fallback={say('pending')}>
          <Sentence />
        </Suspense>
      }
      meta={`${dayLong(on)} · ${name}`}
    >
      <Part lines={8}>
        <Day />
      </Part>
    </Page>
  );
}

function Day() {
  const { permissions } = usePlace();
  const isEmpty = useIsEmpty();
  if (isEmpty) return <FirstStep />;
  const mayReadAll = permissions.includes('programme.read');
  return (
    <>
      <NoControls />
      <Columns of="8-4">
        <Part lines={8}>
          <NeedsList />
        </Part>
        <Part lines={8}>
          <NextDates />
        </Part>
      </Columns>
      <Part lines={12}>
        <Pictures />
      </Part>
      <Columns of={mayReadAll ? '8-4' : '12'}>
        <Part lines={5}>
          <Evidence />
        </Part>
        {mayReadAll && (
          <Part lines={5}>
            <Changes />
          </Part>
        )}
      </Columns>
    </>
  );
}

/** A part that comes when it is there, and may fail without the others. */
function Part({ lines, children }: { readonly lines: number; readonly children: ReactNode }) {
  return (
    <Boundary place="home">
      <Suspense fallback={<Skeleton lines={lines} />}>{children}</Suspense>
    </Boundary>
  );
}

/** Nothing is here: what will stand here, and the way to it. */
function FirstStep() {
  const say = useWords('home');
  return (
    <Note
      tone="info"
      title={say('first.title')}
      actions={
        <>
          <LinkButton kind="primary" render={(dress) => <To room="guide" {...dress} />}>
            {say('first.guide')}
          </LinkButton>
          <LinkButton render={(dress) => <To room="library" search={{ do: 'import' }} {...dress} />}>
            {say('first.import')}
          </LinkButton>
        </>
      }
    >
      {say('first.says')}
    </Note>
  );
}

/** Frameworks without controls are all unknown; that is true, and it says what would change it. */
function NoControls() {
  const say = useWords('home');
  const { withRetired } = useLibraryCounts();
  if (withRetired > 0) return null;
  return (
    <Note
      tone="info"
      title={say('controls.none')}
      actions={
        <LinkButton
          kind="primary"
          render={(dress) => <To room="library" search={{ do: 'starter' }} {...dress} />}
        >
          {say('controls.starter')}
        </LinkButton>
      }
    >
      {say('controls.none-says')}
    </Note>
  );
}
