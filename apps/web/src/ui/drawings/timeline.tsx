import type { ReactNode } from 'react';
import { writeDay } from '../fields/day-text.ts';
import { cx } from '../props.ts';
import { useSay } from '../say.ts';
import { ScrollBox } from '../tables/scroll-box.tsx';
import { useWidth } from '../widths/use-width.ts';
import { daysScale, monthsBetween } from './scale.ts';
import css from './timeline.module.css';

export interface TimelineBar {
  readonly id: string;
  readonly label: ReactNode;
  /** Local dates, both included. */
  readonly from: string;
  readonly to: string;
  /** Share that is done, 0 to 1. */
  readonly done?: number | undefined;
  readonly code?: string | undefined;
  readonly meta?: ReactNode;
}

export interface TimelineDay {
  readonly on: string;
  readonly label: string;
  /** A target: drawn thicker. */
  readonly strong?: boolean | undefined;
}

interface TimelineProps {
  readonly caption: string;
  readonly bars: readonly TimelineBar[];
  readonly from: string;
  readonly to: string;
  readonly days?: readonly TimelineDay[] | undefined;
  readonly heads: { readonly label: string; readonly meta?: string | undefined };
}

/** A plan: what runs from when to when. A table whose bars lie on an axis of days. */
export function Timeline({ caption, bars, from, to, days = [], heads }: TimelineProps) {
  const { say } = useSay();
  const place = daysScale(from, to);
  const hasMeta = bars.some(({ meta }) => meta !== undefined);
  return (
    <ScrollBox label={caption} className={css.scroll}>
      <table className={css.timeline}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{heads.label}</th>
            <th scope="col" className={css.axis}>
              <span className="visually-hidden">{say('from-to')}</span>
              <Months from={from} to={to} place={place} />
            </th>
            {hasMeta && <th scope="col">{heads.meta}</th>}
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.id}>
              <th scope="row">
                {bar.code && <span className={css.code}>{bar.code}</span>} {bar.label}
              </th>
              <td className={css.axis}>
                <Days days={days} place={place} />
                <Span bar={bar} place={place} />
              </td>
              {hasMeta && <td className={css.meta}>{bar.meta}</td>}
            </tr>
          ))}
        </tbody>
        {days.length > 0 && (
          <tfoot aria-hidden="true">
            <tr>
              <td />
              <td className={css.axis}>
                {days.map(({ on, label }) => (
                  <span key={`${on} ${label}`} className={css.day} style={{ left: `${place(on)}%` }}>
                    {label}
                  </span>
                ))}
              </td>
              {hasMeta && <td />}
            </tr>
          </tfoot>
        )}
      </table>
    </ScrollBox>
  );
}

type Place = (date: string) => number;

/** So wide is the longest month with its year, and the room behind it. */
const monthWidth = 80;

interface MonthsProps {
  readonly from: string;
  readonly to: string;
  readonly place: Place;
}

/** As many months as fit beside each other. */
function Months({ from, to, place }: MonthsProps) {
  const { language } = useSay();
  const [holder, width] = useWidth();
  const most = Math.max(1, Math.floor(width / monthWidth));
  return (
    <div ref={holder} aria-hidden="true" className={css.months}>
      {monthsBetween(from, to, { language, most }).map(({ on, label }) => (
        <span key={on} style={{ left: `${place(on)}%` }}>
          {label}
        </span>
      ))}
    </div>
  );
}

function Span({ bar: { from, to, done = 0 }, place }: { readonly bar: TimelineBar; readonly place: Place }) {
  const { say, language } = useSay();
  const said = say('days-of', { from: writeDay(from, language), to: writeDay(to, language) });
  const start = place(from);
  return (
    <span className={css.span} style={{ left: `${start}%`, width: `${Math.max(0.6, place(to) - start)}%` }}>
      <span className={css.said}>{said}</span>
      <span className={css.done} style={{ width: `${100 * done}%` }} />
    </span>
  );
}

function Days({ days, place }: { readonly days: readonly TimelineDay[]; readonly place: Place }) {
  return days.map(({ on, label, strong }) => (
    <span
      key={`${on} ${label}`}
      aria-hidden="true"
      className={cx(css.rule, strong && css.strong)}
      style={{ left: `${place(on)}%` }}
    />
  ));
}
