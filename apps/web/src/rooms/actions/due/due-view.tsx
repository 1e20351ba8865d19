import { Suspense } from 'react';
import { To, useAddress, useAnswer, useFormat, usePlace, useWords } from '../../../app/index.ts';
import { DueLink, type DueRow } from '../../../due/index.ts';
import { DueKindMark } from '../../../states/index.ts';
import { Button, EmptyState, type SimpleColumn, SimpleTable, Skeleton, TextLink } from '../../../ui/index.ts';
import css from '../actions.module.css';
import { DueFilters } from './due-filters.tsx';
import { byWeek, isDueWanted, wantedDueIn } from './due-weeks.ts';

const most = 1000;

/** Everything somebody has to come back to, late first, then week by week. */
export function DueView() {
  return (
    <>
      <DueFilters />
      <div className={css.scroll}>
        <Suspense fallback={<Skeleton lines={12} asRows />}>
          <Weeks />
        </Suspense>
      </div>
    </>
  );
}

function Weeks() {
  const say = useWords('actions');
  const { day } = useFormat();
  const { me } = usePlace();
  const [search, change] = useAddress();
  const wanted = wantedDueIn(search);
  const { within, kinds } = wanted;
  const { rows, total, undated } = useAnswer('view what-is-due', { within, kind: [...kinds], limit: most });
  const weeks = byWeek(rows.filter((row) => isDueWanted(row, wanted, me.person)));
  const titleOf = (week: string) => (week === 'late' ? say('due.late') : say('due.week', { day: day(week) }));
  return (
    <div className={css.weeks}>
      {weeks.length === 0 && (
        <EmptyState
          title={say('due.none')}
          actions={
            <Button
              onPress={() => change({ kind: undefined, owner: undefined, late: undefined, within: '366' })}
            >
              {say('due.wider')}
            </Button>
          }
        >
          {say('due.none-says')}
        </EmptyState>
      )}
      {weeks.map(({ week, rows: of }) => (
        <section key={week}>
          <h2 className={css.weekTitle}>
            {titleOf(week)} <span className={css.quiet}>{of.length}</span>
          </h2>
          <DueTable caption={titleOf(week)} rows={of} />
        </section>
      ))}
      {rows.length < total && (
        <p className={css.quiet}>{say('due.more', { shown: rows.length, count: total })}</p>
      )}
      <Undated {...undated} />
    </div>
  );
}

function Undated({ evidence, action }: { readonly evidence: number; readonly action: number }) {
  const say = useWords('actions');
  if (evidence + action === 0) return null;
  return (
    <p className={css.quiet}>
      {action > 0 && `${say('due.undated-actions', { count: action })} `}
      {evidence > 0 && (
        <TextLink render={(dress) => <To room="actions" search={{ view: 'lapses' }} {...dress} />}>
          {say('due.undated-evidence', { count: evidence })}
        </TextLink>
      )}
    </p>
  );
}

function DueTable({ caption, rows }: { readonly caption: string; readonly rows: readonly DueRow[] }) {
  return (
    <SimpleTable
      caption={caption}
      columns={useColumns()}
      rows={rows}
      keyOf={({ kind, id }) => `${kind} ${id}`}
      stacks
    />
  );
}

function useColumns(): readonly SimpleColumn<DueRow>[] {
  const say = useWords('actions');
  const { day } = useFormat();
  return [
    {
      id: 'title',
      header: say('column.what'),
      isRowHeader: true,
      cell: (row) => (
        <span className={css.dueTitle}>
          <TextLink plain render={(dress) => <DueLink row={row} {...dress} />}>
            {row.title === '' ? row.todo : row.title}
          </TextLink>
          <small>{row.why}</small>
        </span>
      ),
    },
    { id: 'kind', header: say('column.kind'), width: 160, cell: ({ kind }) => <DueKindMark kind={kind} /> },
    {
      id: 'owner',
      header: say('column.owner'),
      width: 160,
      cell: ({ owner }) => owner?.name ?? <span className={css.quiet}>{say('nobody')}</span>,
    },
    {
      id: 'due',
      header: say('column.due'),
      width: 172,
      align: 'end',
      cell: ({ due, days }) => (
        <span className={css.dueTitle}>
          {day(due)}
          {days < 0 ? (
            <small className={css.late}>{say('days-late', { count: -days })}</small>
          ) : (
            <small>{say('days-left', { count: days })}</small>
          )}
        </span>
      ),
    },
  ];
}
