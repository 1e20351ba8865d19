import {
  AboutLinks,
  dayAfter,
  type Format,
  isDay,
  type Say,
  To,
  useAddress,
  useFormat,
  usePlace,
  useWords,
} from '../../../app/index.ts';
import { DateField, Row, type SimpleColumn, SimpleTable, Stack, TextLink } from '../../../ui/index.ts';
import css from '../history.module.css';
import {
  type DatedCommand,
  doneBetween,
  type Moment,
  positionBy,
  type Tally,
  tallyOf,
} from '../ledger/batches.ts';
import { useOperations } from '../ledger/use-operations.ts';
import { movedBetween, pointsOf } from './band-of.ts';
import { signed } from './bands.tsx';
import { type Known, usePoint } from './use-trend.ts';

interface ChangedProps {
  readonly commands: readonly DatedCommand[];
  readonly moment: Moment;
  readonly known: Known;
}

/** What moved and what was done from the chosen day to another, both included: today, or a day that is given. */
export function Changed({ commands, moment, known }: ChangedProps) {
  const say = useWords('history');
  const format = useFormat();
  const { today } = usePlace();
  const [search, change] = useAddress();
  const end = endIn(search.until, moment, today);
  const until: Moment = { day: end, position: positionBy(commands, end) };
  const { done: between, before: position } = doneBetween(commands, moment.day, end);
  const before: Moment = { day: dayAfter(moment.day, -1), position };
  const words = { from: format.day(moment.day), to: format.day(end), count: between.length };
  return (
    <Stack>
      <Row ends>
        <p aria-live="polite">{say(end === moment.day ? 'changed.says-day' : 'changed.says', words)}</p>
        <DateField
          label={say('changed.until')}
          value={end}
          onChange={(day) => change({ until: day === today ? undefined : day }, { replace: true })}
          min={moment.day}
          max={today}
        />
      </Row>
      <Moved {...{ before, until, known }} />
      {between.length > 0 && <Done between={between} />}
      {between.length > 0 && (
        <Row>
          <TextLink
            render={(dress) => (
              <To room="history" search={{ tab: 'commands', from: moment.day, to: end }} {...dress} />
            )}
          >
            {say('changed.all')}
          </TextLink>
          <TextLink render={(dress) => <To room="documents" {...dress} />}>{say('changed.reports')}</TextLink>
        </Row>
      )}
    </Stack>
  );
}

/** The day to compare with: never before the chosen one. */
function endIn(said: string | undefined, { day }: Moment, today: string): string {
  return isDay(said) && said >= day && said <= today ? said : today;
}

interface MovedProps {
  /** Right before the first of the days; nothing was recorded by then where its position is 0. */
  readonly before: Moment;
  readonly until: Moment;
  readonly known: Known;
}

/** How many requirements of each framework are met more, or fewer. */
function Moved({ before, until, known }: MovedProps) {
  const say = useWords('history');
  const first = usePoint(before, known);
  const after = usePoint(until, known);
  const isFromNothing = before.position === 0;
  if (!after.data || after.isPlaceholderData) return null;
  if (!isFromNothing && (!first.data || first.isPlaceholderData)) return null;
  const rows = isFromNothing ? [] : (first.data?.rows ?? []);
  const { frameworks, rows: now } = after.data;
  const all = frameworks.map(({ id, title }) => {
    const moved = movedBetween(pointsOf(rows, id, 'now')[0], pointsOf(now, id, 'now')[0]);
    return { id, title, moved };
  });
  const shown = all.filter(({ moved }) => moved?.met !== 0 || moved.possible !== 0);
  if (shown.length === 0) return <p>{say('changed.none-moved')}</p>;
  return (
    <ul className={css.list}>
      {shown.map(({ id, title, moved }) => {
        const words = { title, met: signed(moved?.met ?? 0), possible: signed(moved?.possible ?? 0) };
        return <li key={id}>{say(moved ? 'changed.moved' : 'changed.adopted-since', words)}</li>;
      })}
    </ul>
  );
}

function Done({ between }: { readonly between: readonly DatedCommand[] }) {
  const say = useWords('history');
  const format = useFormat();
  const did = useOperations();
  return (
    <SimpleTable
      caption={say('changed.caption')}
      columns={columnsOf(say, format, did)}
      rows={tallyOf(between)}
      keyOf={({ operation }) => operation}
      stacks
    />
  );
}

const mostPeople = 3;
const mostNamed = 3;

function columnsOf(
  say: Say,
  { day, number }: Format,
  did: (operation: string) => string,
): readonly SimpleColumn<Tally>[] {
  return [
    {
      id: 'what',
      header: say('column.what'),
      isRowHeader: true,
      cell: ({ operation, about, isMore }) => (
        <>
          <TextLink
            plain
            render={(dress) => <To room="history" search={{ tab: 'commands', op: operation }} {...dress} />}
          >
            {did(operation)}
          </TextLink>{' '}
          <span className={css.meta}>
            <AboutLinks about={about} most={mostNamed} isMore={isMore} />
          </span>
        </>
      ),
    },
    { id: 'count', header: say('column.count'), align: 'end', cell: ({ count }) => number(count) },
    {
      id: 'who',
      header: say('column.who'),
      cell: ({ people }) => {
        const more = people.length - mostPeople;
        return people.slice(0, mostPeople).join(', ') + (more > 0 ? ` +${more}` : '');
      },
    },
    { id: 'last', header: say('column.last'), align: 'end', cell: ({ latest }) => day(latest.day) },
  ];
}
