import { To, useFormat, useLanguage, useWords } from '../../../app/index.ts';
import { cx, TextLink } from '../../../ui/index.ts';
import css from './calendar.module.css';
import type { LapsesByDay } from './calendar-tab.tsx';
import { LapseLine } from './lapse-line.tsx';
import { weeksOf } from './month.ts';

interface MonthGridProps {
  readonly month: string;
  readonly byDay: LapsesByDay;
  /** The day that is looked at. */
  readonly on: string;
}

/** A Monday. */
const someMonday = Date.UTC(2024, 0, 1);

/** A month as people hang it on a wall. */
export function MonthGrid({ month, byDay, on }: MonthGridProps) {
  const say = useWords('evidence');
  const format = useFormat();
  const language = useLanguage();
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  const heads = Array.from({ length: 7 }, (_, at) => weekday.format(someMonday + at * 86_400_000));
  return (
    <table className={css.grid}>
      <caption className="visually-hidden">
        {say('calendar.caption', { month: format.month(`${month}-01`) })}
      </caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((days, week) => (
          <tr key={week}>
            {days.map((day, at) =>
              day === undefined ? (
                <td key={at} className={css.beside} />
              ) : (
                <Day key={day} {...{ day, byDay, on }} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const mostShown = 4;

function Day({ day, byDay, on }: Omit<MonthGridProps, 'month'> & { readonly day: string }) {
  const say = useWords('evidence');
  const lapses = byDay.get(day) ?? [];
  return (
    <td aria-current={day === on ? 'date' : undefined}>
      <time dateTime={day} className={cx(css.number, day === on && css.today)}>
        {Number(day.slice(8))}
      </time>
      <ul className={css.lapses}>
        {lapses.slice(0, mostShown).map((lapse) => (
          <li key={`${lapse.row.id} ${lapse.kind}`}>
            <LapseLine lapse={lapse} />
          </li>
        ))}
      </ul>
      {lapses.length > mostShown && (
        <TextLink plain render={(dress) => <To room="library" search={{ sort: 'freshUntil' }} {...dress} />}>
          {say('calendar.more', { count: lapses.length - mostShown })}
        </TextLink>
      )}
    </td>
  );
}
