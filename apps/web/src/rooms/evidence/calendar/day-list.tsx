import { useFormat, usePlace } from '../../../app/index.ts';
import css from './calendar.module.css';
import type { LapsesByDay } from './calendar-tab.tsx';
import { LapseLine } from './lapse-line.tsx';

/** The same where a month finds no room: the days on which something lapses. */
export function DayList({ byDay }: { readonly byDay: LapsesByDay }) {
  const { dayNear } = useFormat();
  const { today } = usePlace();
  const days = [...byDay].sort(([one], [other]) => (one < other ? -1 : 1));
  return (
    <ol className={css.days}>
      {days.map(([day, lapses]) => (
        <li key={day}>
          <time dateTime={day}>{dayNear(day, today)}</time>
          <ul className={css.lapses}>
            {lapses.map((lapse) => (
              <li key={`${lapse.row.id} ${lapse.kind}`}>
                <LapseLine lapse={lapse} />
                <small className={css.name}>{lapse.row.name}</small>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
