import { useWords } from '../../../app/index.ts';
import { DisclosureSection, SimpleTable } from '../../../ui/index.ts';
import { RequirementLink } from '../moves/requirement-link.tsx';
import type { Reached } from './reach-list.tsx';

/** What no control of the library can meet as things are claimed and judged, each with what stands in the way. */
export function Unreachable({ unreachable }: Pick<Reached, 'unreachable'>) {
  const say = useWords('what-if');
  return (
    <DisclosureSection title={say('unreachable', { count: unreachable.length })}>
      <SimpleTable
        caption={say('unreachable', { count: unreachable.length })}
        stacks
        rows={unreachable}
        keyOf={({ framework, id }) => `${framework} ${id}`}
        columns={[
          {
            id: 'requirement',
            header: say('column.requirement'),
            isRowHeader: true,
            cell: ({ framework, id, title }) => (
              <RequirementLink framework={framework} requirement={id} title={title} />
            ),
          },
          { id: 'words', header: say('unreachable-why'), cell: ({ words }) => words },
        ]}
      />
    </DisclosureSection>
  );
}
