import type { Problem } from '@concord/operations/client';
import { useFormat, useWords } from '../../../app/index.ts';
import { SimpleTable } from '../../../ui/index.ts';

/** Faults of a file that say the same. */
export type FaultKind = NonNullable<Problem['alike']>[number];

const mostShown = 5;

/** Every kind of fault in one line: where, how often, and what is wrong. */
export function AlikeFaults({ kinds }: { readonly kinds: readonly FaultKind[] }) {
  const say = useWords('library');
  const format = useFormat();
  return (
    <SimpleTable
      caption={say('faults.kinds', { count: kinds.length })}
      stacks
      columns={[
        {
          id: 'at',
          header: say('faults.at'),
          isRowHeader: true,
          width: 200,
          cell: ({ at }) => placesOf(at.split(', ')),
        },
        { id: 'count', header: say('faults.times'), width: 90, cell: ({ count }) => format.number(count) },
        { id: 'detail', header: say('faults.what'), cell: ({ detail }) => detail },
      ]}
      rows={kinds.map((kind, index) => ({ ...kind, index }))}
      keyOf={({ index }) => String(index)}
    />
  );
}

function placesOf(places: readonly string[]): string {
  return [...places.slice(0, mostShown), ...(places.length > mostShown ? ['…'] : [])].join(', ');
}
