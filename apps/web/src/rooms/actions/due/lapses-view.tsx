import type { AnswerOf } from '@concord/operations/client';
import { To, useAddress, useAnswer, useFormat, usePlace, useWords } from '../../../app/index.ts';
import { FreshnessMark } from '../../../states/index.ts';
import {
  EmptyState,
  Id,
  LinkButton,
  SelectField,
  type SimpleColumn,
  SimpleTable,
  TextLink,
} from '../../../ui/index.ts';
import css from '../actions.module.css';
import { OwnerFilter, usePersonName } from '../list/filters.tsx';
import { isOwned } from '../list/wanted.ts';
import { horizons, wantedDueIn } from './due-weeks.ts';

type Lapse = AnswerOf<'evidence lapses'>['rows'][number];

const most = 500;

/** What lapses when: each control with the piece that holds it up, and what rests on it. */
export function LapsesView() {
  const say = useWords('actions');
  const { me } = usePlace();
  const [search, change] = useAddress();
  const { within, owner } = wantedDueIn(search);
  const view = useAnswer('evidence lapses', { within, limit: most });
  const { failed, lapsed, missing } = view;
  const sections = [
    { id: 'failed', ...failed },
    { id: 'lapsed', ...lapsed },
    { id: 'missing', ...missing },
    { id: 'lapsing', rows: view.rows, total: view.total },
  ]
    .map((section) => ({
      ...section,
      rows: section.rows.filter((row) => isOwned(row.owner, owner, me.person)),
    }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <>
      <div className={css.filters}>
        <OwnerFilter />
        <SelectField
          label={say('due.within')}
          hideLabel
          options={horizons.map((id) => ({ id, label: say(`due.within-${id}`) }))}
          value={String(within)}
          onChange={(id) => change({ within: id === '90' ? undefined : id })}
        />
      </div>
      <div className={css.scroll}>
        <div className={css.weeks}>
          {sections.length === 0 && <NothingLapses />}
          {sections.map(({ id, rows, total }) => (
            <section key={id}>
              <h2 className={css.weekTitle}>
                {say(`lapses.${id}`)} <span className={css.quiet}>{rows.length}</span>
              </h2>
              <LapseTable caption={say(`lapses.${id}`)} rows={rows} />
              {total > most && <p className={css.quiet}>{say('due.more', { shown: most, count: total })}</p>}
            </section>
          ))}
        </div>
      </div>
    </>
  );
}

function NothingLapses() {
  const say = useWords('actions');
  return (
    <EmptyState
      title={say('lapses.none')}
      actions={
        <LinkButton render={(dress) => <To room="library" {...dress} />}>{say('lapses.library')}</LinkButton>
      }
    >
      {say('lapses.none-says')}
    </EmptyState>
  );
}

function LapseTable({ caption, rows }: { readonly caption: string; readonly rows: readonly Lapse[] }) {
  return <SimpleTable caption={caption} columns={useColumns()} rows={rows} keyOf={({ id }) => id} stacks />;
}

function useColumns(): readonly SimpleColumn<Lapse>[] {
  const say = useWords('actions');
  const { day } = useFormat();
  const nameOf = usePersonName();
  return [
    {
      id: 'control',
      header: say('column.control'),
      isRowHeader: true,
      cell: ({ id, code, name, piece }) => (
        <span className={css.dueTitle}>
          <TextLink plain render={(dress) => <To room="library" search={{ control: id }} {...dress} />}>
            <Id>{code}</Id> {name}
          </TextLink>
          <small>{piece?.title ?? say('lapses.never')}</small>
        </span>
      ),
    },
    {
      id: 'state',
      header: say('column.state'),
      width: 140,
      cell: (row) => <FreshnessMark freshness={row.freshness} />,
    },
    {
      id: 'owner',
      header: say('column.owner'),
      width: 160,
      cell: ({ owner }) => nameOf(owner) ?? <span className={css.quiet}>{say('nobody')}</span>,
    },
    {
      id: 'holds',
      header: say('column.holds-up'),
      width: 120,
      align: 'end',
      cell: ({ holdsUp }) => Object.values(holdsUp).reduce((sum, count) => sum + count, 0),
    },
    {
      id: 'until',
      header: say('column.until'),
      width: 160,
      align: 'end',
      cell: ({ until, daysLeft }) => (
        <span className={css.dueTitle}>
          {until === undefined ? '–' : day(until)}
          {daysLeft !== undefined && (
            <small>
              {daysLeft < 0 ? say('days-over', { count: -daysLeft }) : say('days-left', { count: daysLeft })}
            </small>
          )}
        </span>
      ),
    },
  ];
}
