import { useMemo } from 'react';
import { type Say, useAddress, useFormat, usePlace, useWords } from '../../../app/index.ts';
import { ActionMark } from '../../../states/index.ts';
import { Button, type DataColumn, DataTable, EmptyState } from '../../../ui/index.ts';
import css from '../actions.module.css';
import { Filters, noFilters } from './filters.tsx';
import { NoActions } from './no-actions.tsx';
import { type ActionRow, inOrder, isWanted, stateOf, wantedIn } from './wanted.ts';

interface ActionListProps {
  readonly rows: readonly ActionRow[];
}

/** The one list, mine first. */
export function ActionList({ rows }: ActionListProps) {
  const say = useWords('actions');
  const [search, change] = useAddress();
  const { me } = usePlace();
  const columns = useColumns(search.action !== undefined);
  const wanted = wantedIn(search);
  const shown = inOrder(
    rows.filter((row) => isWanted(row, wanted, me.person)),
    me.person,
  );
  if (rows.length === 0) return <NoActions />;
  return (
    <>
      <Filters />
      <div className={css.place}>
        <DataTable
          label={say('table.label')}
          columns={columns}
          count={shown.length}
          total={rows.length}
          rowAt={(index) => shown[index]}
          keyOf={({ id }) => id}
          onOpen={({ id }) => change({ action: id })}
          openKey={search.action}
          seekBy={({ title }) => title}
          empty={
            shown.length === 0 && (
              <EmptyState
                title={say('no-match')}
                actions={<Button onPress={() => change(noFilters)}>{say('no-match.open')}</Button>}
              />
            )
          }
        />
      </div>
    </>
  );
}

type Column = DataColumn<ActionRow>;

/** Beside an open action there is room for less. */
const leftOut = new Set(['closes', 'priority']);

function useColumns(isBeside: boolean): readonly Column[] {
  const say = useWords('actions');
  const { day } = useFormat();
  const { me } = usePlace();
  return useMemo(() => {
    const columns = [...aboutColumns(say), ...whoColumns(say, day, me.person)];
    return isBeside ? columns.filter(({ id }) => !leftOut.has(id)) : columns;
  }, [say, day, me.person, isBeside]);
}

function aboutColumns(say: Say): readonly Column[] {
  return [
    {
      id: 'title',
      header: say('column.title'),
      width: 'fill',
      isRowHeader: true,
      narrow: 'title',
      cell: ({ title }) => <span title={title}>{title}</span>,
    },
    {
      id: 'closes',
      header: say('column.closes'),
      width: 220,
      narrow: 'hide',
      cell: ({ about }) => <About about={about} />,
    },
  ];
}

function About({ about }: { readonly about: readonly string[] }) {
  const [first, ...more] = about;
  if (first === undefined) return <span className={css.quiet}>–</span>;
  return (
    <span title={about.join('\n')}>
      {first.slice(first.indexOf('/') + 1)}
      {more.length > 0 && <span className={css.quiet}> +{more.length}</span>}
    </span>
  );
}

function whoColumns(say: Say, day: (date: string) => string, me: string): readonly Column[] {
  return [
    {
      id: 'owner',
      header: say('column.owner'),
      width: 152,
      cell: ({ owner, ownerName }) => (
        <span className={owner === undefined ? css.quiet : undefined}>
          {owner === undefined ? say('nobody') : owner === me ? <b>{ownerName}</b> : ownerName}
        </span>
      ),
    },
    {
      id: 'priority',
      header: say('column.priority'),
      width: 84,
      narrow: 'hide',
      cell: ({ priority }) => priority && say(`priority.${priority}`),
    },
    {
      id: 'due',
      header: say('column.due'),
      width: 108,
      cell: ({ due, status, closedOn }) =>
        status === 'open' ? (
          due ? (
            day(due)
          ) : (
            <span className={css.quiet}>{say('undated')}</span>
          )
        ) : (
          day(closedOn ?? '')
        ),
    },
    {
      id: 'state',
      header: say('column.state'),
      width: 112,
      cell: (row) => <ActionMark code={stateOf(row)} />,
    },
  ];
}
