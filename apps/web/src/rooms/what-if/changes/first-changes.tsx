import { To, useLateAnswer, useWords } from '../../../app/index.ts';
import { FreshnessMark, ImplementationMark, shownOf } from '../../../states/index.ts';
import {
  Button,
  EmptyState,
  Id,
  LinkButton,
  Section,
  SimpleTable,
  Skeleton,
  Stack,
  TextLink,
} from '../../../ui/index.ts';
import type { Changes } from '../supposed/use-changes.ts';
import { AddChange } from './add-change.tsx';
import css from './changes.module.css';
import { useWeakControls } from './use-found.ts';

const most = 6;

/** Nothing is supposed yet: the field to begin with, and the controls where it would change most. */
export function FirstChanges({ all }: { readonly all: Changes }) {
  const say = useWords('what-if');
  const { data } = useWeakControls(most);
  return (
    <Stack gap="l">
      <div className={css.first}>
        <AddChange all={all} />
      </div>
      <Section
        title={say('weak.title')}
        meta={data && data.total > most ? say('weak.of', { count: most, of: data.total }) : undefined}
      >
        {data ? <Weak rows={data.rows} all={all} /> : <Skeleton lines={most} asRows />}
      </Section>
    </Stack>
  );
}

/** All of them work, or there is none. */
function NoneWeak() {
  const say = useWords('what-if');
  const { data } = useLateAnswer('controls list', { retired: false, limit: 1 });
  if (!data) return <Skeleton lines={1} />;
  if (data.total > 0) return <EmptyState title={say('weak.none')}>{say('weak.none-says')}</EmptyState>;
  const go = (
    <LinkButton render={(dress) => <To room="library" {...dress} />}>{say('weak.bare-go')}</LinkButton>
  );
  return (
    <EmptyState title={say('weak.bare')} actions={go}>
      {say('weak.bare-says')}
    </EmptyState>
  );
}

type WeakRow = NonNullable<ReturnType<typeof useWeakControls>['data']>['rows'][number];

function Weak({ rows, all }: { readonly rows: readonly WeakRow[]; readonly all: Changes }) {
  const say = useWords('what-if');
  const suppose = (code: string) => all.add({ kind: 'set', code, state: 'works', isOff: false });
  return (
    <SimpleTable
      caption={say('weak.title')}
      stacks
      rows={rows}
      keyOf={({ id }) => id}
      empty={<NoneWeak />}
      columns={[
        {
          id: 'control',
          header: say('weak.control'),
          isRowHeader: true,
          cell: ({ code, name }) => (
            <TextLink plain render={(dress) => <To room="library" search={{ control: code }} {...dress} />}>
              <Id>{code}</Id> {name}
            </TextLink>
          ),
        },
        {
          id: 'today',
          header: say('today'),
          cell: ({ implementation }) => <ImplementationMark code={implementation} />,
        },
        {
          id: 'shown',
          header: say('weak.evidence'),
          cell: (row) => <FreshnessMark freshness={shownOf(row)} />,
        },
        {
          id: 'deed',
          header: say('weak.deed'),
          hideHeader: true,
          align: 'end',
          cell: ({ code }) => (
            <Button size="s" aria-label={say('weak.suppose-named', { code })} onPress={() => suppose(code)}>
              {say('weak.suppose')}
            </Button>
          ),
        },
      ]}
    />
  );
}
