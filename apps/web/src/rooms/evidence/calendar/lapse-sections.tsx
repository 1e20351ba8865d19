import type { AnswerOf } from '@concord/operations/client';
import { useMemo } from 'react';
import { type Format, type Say, To, useFormat, useWords } from '../../../app/index.ts';
import { FreshnessMark, inPlace } from '../../../states/index.ts';
import { DisclosureSection, Id, type SimpleColumn, SimpleTable, TextLink } from '../../../ui/index.ts';
import css from './calendar.module.css';
import type { LapseRow } from './calendar-tab.tsx';

type Answer = AnswerOf<'evidence lapses'>;

const parts = ['lapsing', 'lapsed', 'failed', 'missing'] as const;
const freshnessOf = { lapsing: 'fresh,due', lapsed: 'stale', failed: 'failed', missing: 'missing' } as const;
const mostShown = 100;

/** The table behind the calendar, and what no calendar can show: what has lapsed, failed or never was. */
export function LapseSections({ answer }: { readonly answer: Answer }) {
  const say = useWords('evidence');
  const { number, day } = useFormat();
  const sections = { lapsing: answer, lapsed: answer.lapsed, failed: answer.failed, missing: answer.missing };
  const { hidden, notInPlace, to } = answer;
  return (
    <div>
      {parts.map((part) => (
        <DisclosureSection
          key={part}
          title={say(`lapses.${part}`, { day: day(to) })}
          meta={number(sections[part].total)}
          level={2}
        >
          <LapseTable part={part} total={sections[part].total} rows={sections[part].rows} />
        </DisclosureSection>
      ))}
      <p className={css.more}>
        <small>
          {say('lapses.not-in-place', { count: notInPlace })}
          {hidden > 0 && ` ${say('lapses.hidden', { count: hidden })}`}
        </small>
      </p>
    </div>
  );
}

interface LapseTableProps {
  readonly part: (typeof parts)[number];
  readonly total: number;
  readonly rows: readonly LapseRow[];
}

function LapseTable({ part, total, rows }: LapseTableProps) {
  const say = useWords('evidence');
  const format = useFormat();
  const columns = useMemo(() => columnsOf(say, format), [say, format]);
  return (
    <>
      <SimpleTable
        caption={say(`lapses.caption-${part}`)}
        columns={columns}
        rows={rows.slice(0, mostShown)}
        keyOf={({ id }) => id}
        empty={<p>{say('lapses.none')}</p>}
        stacks
      />
      {total > mostShown && (
        <p className={css.more}>
          <TextLink
            render={(dress) => (
              <To room="library" search={{ freshness: freshnessOf[part], ...inPlace }} {...dress} />
            )}
          >
            {say('lapses.all', { count: total })}
          </TextLink>
        </p>
      )}
    </>
  );
}

function columnsOf(say: Say, { day, number }: Format): readonly SimpleColumn<LapseRow>[] {
  return [
    {
      id: 'control',
      header: say('lapses.control'),
      isRowHeader: true,
      cell: ({ code, name }) => (
        <TextLink plain render={(dress) => <To room="library" search={{ control: code }} {...dress} />}>
          <Id>{code}</Id> {name}
        </TextLink>
      ),
    },
    {
      id: 'state',
      header: say('column.state'),
      cell: ({ freshness }) => <FreshnessMark freshness={freshness} />,
    },
    {
      id: 'piece',
      header: say('column.title'),
      cell: ({ piece }) =>
        piece && (
          <TextLink render={(dress) => <To room="evidence" search={{ evidence: piece.id }} {...dress} />}>
            {piece.title}
          </TextLink>
        ),
    },
    { id: 'until', header: say('column.until'), align: 'end', cell: ({ until }) => until && day(until) },
    {
      id: 'grace',
      header: say('lapses.grace'),
      align: 'end',
      cell: ({ graceUntil }) => graceUntil && day(graceUntil),
    },
    {
      id: 'holds',
      header: say('lapses.holds-up'),
      align: 'end',
      cell: ({ holdsUp }) => number(Object.values(holdsUp).reduce((sum, each) => sum + each, 0)),
    },
  ];
}
