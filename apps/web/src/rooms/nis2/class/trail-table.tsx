import { useWords } from '../../../app/index.ts';
import { type SimpleColumn, SimpleTable, StateWord } from '../../../ui/index.ts';
import type { ClassFound } from '../directive/view.ts';

type Step = ClassFound['withLinked']['trail'][number];

const looks = {
  yes: { mark: 'check', tone: 'ink' },
  no: { mark: 'excluded', tone: 'quiet' },
  open: { mark: 'unknown', tone: 'unk' },
} as const;

/** Article by article: what was looked at, and what came of it. */
export function TrailTable({ trail }: { readonly trail: readonly Step[] }) {
  const say = useWords('nis2');
  const columns: SimpleColumn<Step>[] = [
    { id: 'article', header: say('article'), isRowHeader: true, width: 180, cell: ({ article }) => article },
    { id: 'looked', header: say('looked-at'), cell: ({ looked }) => looked },
    {
      id: 'says',
      header: say('came-of-it'),
      cell: ({ result, says, isAssumed }) => (
        <StateWord {...looks[isAssumed ? 'open' : result]} wraps>
          {says}
        </StateWord>
      ),
    },
  ];
  return (
    <SimpleTable
      caption={say('trail')}
      columns={columns}
      rows={trail}
      keyOf={({ article, looked }) => `${article} ${looked}`}
      stacks
    />
  );
}
