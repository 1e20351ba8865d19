import type { ReactElement, ReactNode } from 'react';
import { type LinkDress, TextLink } from '../actions/link-button.tsx';
import { cx } from '../props.ts';
import { useSay } from '../say.ts';
import { type Interval, writeGain, writeRange } from './interval.ts';
import { IntervalBar } from './interval-bar.tsx';
import css from './intervals.module.css';

export interface IntervalRow {
  readonly id: string;
  readonly label: string;
  readonly interval: Interval;
  readonly code?: string | undefined;
  readonly href?: string | undefined;
  /** For links of a router. */
  readonly render?: ((dress: LinkDress) => ReactElement) | undefined;
  /** A small heading before this row: "Annex A, 91 necessary controls". */
  readonly before?: ReactNode;
}

interface IntervalRowsProps {
  /** Says what the table compares. */
  readonly caption: string;
  readonly rows: readonly IntervalRow[];
  /** Higher bars and rows, for a few of them. */
  readonly size?: 's' | 'm' | undefined;
}

/** Parts of a framework drawn alike, one under the other: a table whose bars are its dress. */
export function IntervalRows({ caption, rows, size = 's' }: IntervalRowsProps) {
  const { say } = useSay();
  const gains = rows.some(({ interval }) => interval.gain);
  return (
    <table className={cx(css.rows, size === 'm' && css.high)}>
      <caption className="visually-hidden">{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          {['code', 'part', 'bar', ...(gains ? ['gained'] : []), 'met-possible', 'in-all'].map((key) => (
            <th key={key} scope="col">
              {say(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} size={size} gains={gains} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: IntervalRow;
  readonly size: 's' | 'm';
  readonly gains: boolean;
}

function Row({ row, size, gains }: RowProps) {
  const { say, language } = useSay();
  const { code, label, interval, href, render, before } = row;
  const linked = href !== undefined || render !== undefined;
  const isLoss = (interval.gain ?? 0) < 0;
  return (
    <>
      {before !== undefined && (
        <tr>
          <th colSpan={gains ? 6 : 5} scope="colgroup" className={css.before}>
            {before}
          </th>
        </tr>
      )}
      <tr className={cx(interval.gain ? css.gaining : undefined)}>
        <td className={css.code}>{code}</td>
        <th scope="row" className={css.label}>
          {linked ? (
            <TextLink plain href={href} render={render}>
              {label}
            </TextLink>
          ) : (
            label
          )}
        </th>
        <td className={css.drawn}>
          <IntervalBar interval={interval} size={size} />
          {interval.target !== undefined && (
            <span className="visually-hidden">{say('interval-target', { target: interval.target })}</span>
          )}
        </td>
        {gains && (
          <td className={cx(css.plus, isLoss && css.minus)}>{writeGain(interval.gain ?? 0, language)}</td>
        )}
        <td className={css.range}>{writeRange(interval.met, interval.possible, language)}</td>
        <td className={css.of}>/ {interval.of}</td>
      </tr>
    </>
  );
}

interface IntervalLegendProps {
  /** Words of the target: "Target, 31 Mar 2027". */
  readonly target?: string | undefined;
  readonly gain?: boolean | undefined;
  /** Of bands over time: met is a line there, and a gap what stays free above. */
  readonly isOfBands?: boolean | undefined;
}

/** How to read the bars, or the bands. */
export function IntervalLegend({ target, gain = false, isOfBands = false }: IntervalLegendProps) {
  const { say } = useSay();
  const keyOf = (interval: Interval) => (
    <span className={css.key}>
      <IntervalBar interval={interval} />
    </span>
  );
  return (
    <ul className={css.legend}>
      <li>
        {isOfBands ? <span className={css.lineKey} /> : keyOf({ met: 1, possible: 1, of: 1 })} {say('met')}
      </li>
      {gain && (
        <li>
          {keyOf({ met: 1, possible: 1, of: 1, gain: 1 })} {say('would-be-met')}
        </li>
      )}
      <li>
        {keyOf({ met: 0, possible: 1, of: 1 })} {say('possible')}
      </li>
      {!isOfBands && (
        <li>
          {keyOf({ met: 0, possible: 0, of: 1 })} {say('gap')}
        </li>
      )}
      {target !== undefined && (
        <li>
          <span className={css.tickKey} /> {target}
        </li>
      )}
    </ul>
  );
}
