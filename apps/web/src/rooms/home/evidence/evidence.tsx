import { To, useFormat, useWords } from '../../../app/index.ts';
import { freshnessLooks, inPlace, useStateWords } from '../../../states/index.ts';
import {
  Columns,
  ColumnsChart,
  EmptyState,
  Figure,
  LinkButton,
  Section,
  SimpleTable,
  StackedBar,
  type StackPart,
  TextLink,
} from '../../../ui/index.ts';
import css from '../home.module.css';
import { useDue, useLapses, useLibraryCounts } from '../needs/use-needs.ts';
import { type Week, weeksOf } from './weeks.ts';

const fills = { fresh: 'solid', due: 'light', stale: 'hatch', failed: 'hatch', missing: 'dashed' } as const;

/** What shows that controls work: how fresh it is, and when it falls due. */
export function Evidence() {
  const say = useWords('home');
  const { withRetired } = useLibraryCounts();
  const { inPlace } = useStandings();
  const link = (
    <TextLink render={(dress) => <To room="evidence" {...dress} />}>{say('evidence.all')}</TextLink>
  );
  if (withRetired === 0 || inPlace === 0) {
    return (
      <Section title={say('evidence.title')}>
        <EmptyState
          level={3}
          title={say(withRetired === 0 ? 'evidence.no-controls' : 'evidence.none-in-place')}
          actions={
            <LinkButton render={(dress) => <To room={withRetired === 0 ? 'guide' : 'library'} {...dress} />}>
              {say(withRetired === 0 ? 'first.guide' : 'first.library')}
            </LinkButton>
          }
        >
          {say('evidence.none-says')}
        </EmptyState>
      </Section>
    );
  }
  return (
    <Section title={say('evidence.title')} meta={say('evidence.meta', { count: inPlace })} link={link}>
      <Columns of="5-7">
        <Freshness />
        <Weeks />
      </Columns>
    </Section>
  );
}

/** Controls in place, by what shows that they work. */
function useStandings() {
  const { withRetired, due } = useLibraryCounts();
  const { hidden, notInPlace, lapsed, failed, missing } = useLapses();
  const inPlace = withRetired - hidden - notInPlace > 0 ? withRetired - notInPlace : 0;
  const counts = { due, stale: lapsed.total, failed: failed.total, missing: missing.total };
  const other = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { inPlace, counts: { fresh: Math.max(0, inPlace - other), ...counts } };
}

function Freshness() {
  const say = useWords('home');
  const word = useStateWords();
  const { counts } = useStandings();
  const parts = (['fresh', 'due', 'stale', 'failed', 'missing'] as const).map(
    (id): StackPart => ({
      id,
      label: word(`freshness-${id}`),
      count: counts[id],
      fill: fills[id],
      ...freshnessLooks[id],
    }),
  );
  return (
    <div>
      <StackedBar label={say('evidence.title')} parts={parts.filter(({ count }) => count > 0)} />
      <p className={css.unknowns}>
        <TextLink
          render={(dress) => (
            <To room="library" search={{ freshness: 'failed,stale,missing', ...inPlace }} {...dress} />
          )}
        >
          {say('evidence.to-renew')}
        </TextLink>
      </p>
    </div>
  );
}

/** Every so many weeks one is named under the chart. */
const every = 4;

function Weeks() {
  const say = useWords('home');
  const { dayNear, dayShort } = useFormat();
  const { rows, on, to, total } = useDue();
  const until = rows.length < total ? (rows.at(-1)?.due ?? on) : to;
  const falling = rows.filter(({ kind, due }) => kind === 'evidence' && due >= on);
  const weeks = weeksOf(falling, on, until);
  const count = weeks.reduce((sum, week) => sum + week.count, 0);
  if (count === 0) return <p className={css.quiet}>{say('evidence.none-due')}</p>;
  const label = say('evidence.weeks', { count, weeks: weeks.length });
  const weekOf = (monday: string) => say('evidence.week', { day: dayNear(monday, on) });
  return (
    <div className={css.weeks}>
      <h3 className={css.chartTitle}>{say('evidence.falls-due')}</h3>
      <Figure label={label} table={<WeekTable weeks={weeks} caption={label} weekOf={weekOf} />}>
        <ColumnsChart
          caption={label}
          bars={weeks.map((week, at) => ({
            id: week.monday,
            label: weekOf(week.monday),
            count: week.count,
            // There is no room for a year; the table has it.
            tick: at % every === 0 ? dayShort(week.monday) : undefined,
          }))}
        />
      </Figure>
    </div>
  );
}

interface WeekTableProps {
  readonly weeks: readonly Week[];
  readonly caption: string;
  readonly weekOf: (monday: string) => string;
}

function WeekTable({ weeks, caption, weekOf }: WeekTableProps) {
  const say = useWords('home');
  const { number } = useFormat();
  return (
    <SimpleTable
      caption={caption}
      columns={[
        {
          id: 'week',
          header: say('column.week'),
          cell: ({ monday }: Week) => weekOf(monday),
          isRowHeader: true,
        },
        { id: 'count', header: say('column.due'), cell: ({ count }: Week) => number(count), align: 'end' },
      ]}
      rows={weeks}
      keyOf={({ monday }) => monday}
    />
  );
}
