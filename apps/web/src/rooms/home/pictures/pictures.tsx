import { type ComponentType, Suspense } from 'react';
import { Boundary, To, useWords } from '../../../app/index.ts';
import { Columns, EmptyState, LinkButton, Skeleton } from '../../../ui/index.ts';
import { useAdopted } from '../needs/use-needs.ts';
import { CsfPicture } from './csf.tsx';
import { IsoPicture } from './iso.tsx';
import { Nis2Picture } from './nis2.tsx';

const drawn: Readonly<Record<string, ComponentType>> = {
  'nist-csf-2.0': CsfPicture,
  'iso27001-2022': IsoPicture,
  'nis2-directive': Nis2Picture,
};

const widths = { 1: '12', 2: '6-6', 3: '4-4-4' } as const;

/** One picture for each framework that leads here, as they were adopted. */
export function Pictures() {
  const say = useWords('home');
  const adopted = useAdopted();
  const pictures = [...adopted].flatMap((framework) => {
    const Drawing = drawn[framework];
    return Drawing ? { framework, Drawing } : [];
  });
  if (pictures.length === 0) {
    return (
      <EmptyState
        title={say('pictures.none')}
        actions={
          <LinkButton kind="primary" render={(dress) => <To room="guide" {...dress} />}>
            {say('first.guide')}
          </LinkButton>
        }
      >
        {say('pictures.none-says')}
      </EmptyState>
    );
  }
  return (
    <Columns of={widths[pictures.length as 1 | 2 | 3]}>
      {pictures.map(({ framework, Drawing }) => (
        <Boundary key={framework} place={framework}>
          <Suspense fallback={<Skeleton lines={9} />}>
            <Drawing />
          </Suspense>
        </Boundary>
      ))}
    </Columns>
  );
}
