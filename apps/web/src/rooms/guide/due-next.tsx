import { To, useAnswer, useFormat, usePlace, useWords } from '../../app/index.ts';
import { DueKindMark, DueMark } from '../../states/index.ts';
import { EmptyState, Section, SimpleTable, TextLink } from '../../ui/index.ts';

const within = 90;

/** What falls due next, five at most; the rest stands in its room. */
export function DueNext() {
  const say = useWords('guide');
  const format = useFormat();
  const { today } = usePlace();
  const { rows, total } = useAnswer('view what-is-due', { within, limit: 5 });
  const link = (
    <TextLink render={(dress) => <To room="actions" {...dress} />}>
      {say('due.all', { count: total })}
    </TextLink>
  );
  return (
    <Section title={say('due.title')} {...(total === 0 ? {} : { link })}>
      <SimpleTable
        caption={say('due.title')}
        stacks
        rows={rows}
        keyOf={({ kind, id }) => `${kind} ${id}`}
        empty={
          <EmptyState level={3} title={say('due.none')}>
            {say('due.none-says', { days: within })}
          </EmptyState>
        }
        columns={[
          { id: 'kind', header: say('due.kind'), cell: ({ kind }) => <DueKindMark kind={kind} /> },
          { id: 'title', header: say('due.what'), isRowHeader: true, cell: ({ title }) => title },
          { id: 'todo', header: say('due.todo'), cell: ({ todo }) => todo },
          {
            id: 'due',
            header: say('due.when'),
            cell: ({ state, due }) => (
              <DueMark code={state}>
                {format.day(due)}, {format.fromToday(due, today)}
              </DueMark>
            ),
          },
        ]}
      />
    </Section>
  );
}
