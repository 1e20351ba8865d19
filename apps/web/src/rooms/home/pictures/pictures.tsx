import { type ComponentType, Suspense } from 'react';
import { Boundary, To, useWords } from '../../../app/index.ts';
import { Columns, EmptyState, LinkButton, Skeleton } from '../../../ui/index.ts';
import { useAdopted } from '../needs/use-needs.ts';
import { CsfPicture } from './csf.tsx';
import { IsoPicture } from './iso.tsx';
import { Nis2Picture } from './nis2.tsx';

const drawn: readonly { readonly framework: string; readonly Drawing: ComponentType }[] = [
  { framework: 'nist-csf-2.0', Drawing: CsfPicture },
  { framework: 'iso27001-2022', Drawing: IsoPicture },
  { framework: 'nis2-directive', Drawing: Nis2Picture },
];

const widths = { 1: '12', 2: '6-6', 3: '4-4-4' } as const;

/** One picture for each framework that leads here. */
export function Pictures() {
  const say = useWords('home');
  const adopted = useAdopted();
  const pictures = drawn.filter(({ framework }) => adopted.has(framework));
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
