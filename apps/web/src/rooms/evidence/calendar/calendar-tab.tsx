import type { AnswerOf } from '@concord/operations/client';
import {
  daysBetween,
  To,
  useAddress,
  useAnswer,
  useFormat,
  usePlace,
  useWhen,
  useWords,
} from '../../../app/index.ts';
import { Button, EmptyState, IconButton, LinkButton, Mark, Stack, useWide } from '../../../ui/index.ts';
import css from './calendar.module.css';
import { DayList } from './day-list.tsx';
import { LapseSections } from './lapse-sections.tsx';
import { type Lapse, lapsesIn, lastDayOf, monthAfter, monthIn } from './month.ts';
import { MonthGrid } from './month-grid.tsx';

export type LapseRow = AnswerOf<'evidence lapses'>['rows'][number];
export type LapsesByDay = ReadonlyMap<string, readonly Lapse<LapseRow>[]>;

const longest = 3660;
const least = 90;
const most = 1000;

/** Freshness on a calendar: what lapses on which day, and beside it what has lapsed, failed or was never shown. */
export function CalendarTab() {
  const { today } = usePlace();
  const { on = today } = useWhen();
  const [search] = useAddress();
  const month = monthIn(search.month, on);
  const within = Math.min(longest, Math.max(least, daysBetween(on, lastDayOf(month))));
  const answer = useAnswer('evidence lapses', { within, limit: most });
  const byDay = lapsesIn(month, [...answer.lapsed.rows, ...answer.rows]);
  const isWide = useWide(720);
  if (isBare(answer)) return <NothingYet />;
  return (
    <Stack gap="l">
      <div>
        <MonthHead month={month} on={on} />
        <Told byDay={byDay} month={month} />
        {isWide ? <MonthGrid {...{ month, byDay, on }} /> : <DayList byDay={byDay} />}
      </div>
      <LapseSections answer={answer} />
    </Stack>
  );
}

/** Whether there is nothing at all that could lapse, in any month. */
function isBare({ total, lapsed, failed, missing }: AnswerOf<'evidence lapses'>): boolean {
  return total + lapsed.total + failed.total + missing.total === 0;
}

function NothingYet() {
  const say = useWords('evidence');
  const go = (
    <LinkButton render={(dress) => <To room="library" search={{ implementation: 'planned' }} {...dress} />}>
      {say('calendar.bare-deed')}
    </LinkButton>
  );
  return (
    <EmptyState title={say('calendar.bare')} actions={go}>
      {say('calendar.bare-says')}
    </EmptyState>
  );
}

function MonthHead({ month, on }: { readonly month: string; readonly on: string }) {
  const say = useWords('evidence');
  const format = useFormat();
  const [, change] = useAddress();
  const go = (to: string) => change({ month: to === on.slice(0, 7) ? undefined : to }, { replace: true });
  return (
    <div className={css.head}>
      <h2 className={css.month} aria-live="polite">
        {format.month(`${month}-01`)}
      </h2>
      <span className={css.turn}>
        <IconButton mark="left" label={say('calendar.before')} onPress={() => go(monthAfter(month, -1))} />
        <IconButton mark="right" label={say('calendar.after')} onPress={() => go(monthAfter(month, 1))} />
        <Button size="s" onPress={() => go(on.slice(0, 7))}>
          {say('calendar.this')}
        </Button>
      </span>
      <span className={css.legend}>
        <span>
          <Mark name="due" tone="part" /> {say('calendar.until')}
        </span>
        <span>
          <Mark name="stale-sheet" tone="stale" /> {say('calendar.grace')}
        </span>
      </span>
    </div>
  );
}

function Told({ byDay, month }: { readonly byDay: LapsesByDay; readonly month: string }) {
  const say = useWords('evidence');
  const format = useFormat();
  const controls = new Set([...byDay.values()].flat().map(({ row }) => row.id));
  return <p>{say('calendar.told', { count: controls.size, month: format.month(`${month}-01`) })}</p>;
}
