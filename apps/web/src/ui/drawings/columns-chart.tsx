import { scaleLinear } from '@visx/scale';
import { cx } from '../props.ts';
import { useSay } from '../say.ts';
import css from './drawings.module.css';

export interface ColumnBar {
  readonly id: string;
  /** The whole name: "Week of 23 November". */
  readonly label: string;
  readonly count: number;
  /** What is written under it; not every bar needs it. */
  readonly tick?: string | undefined;
  /** Stands out, as what is late does. */
  readonly tone?: 'gap' | undefined;
}

interface ColumnsChartProps {
  /** Says what the columns count. */
  readonly caption: string;
  readonly bars: readonly ColumnBar[];
  /** Of the highest bar, in pixels. */
  readonly height?: number | undefined;
}

/** Counts beside each other, each with its figure: a list whose bars are its dress. */
export function ColumnsChart({ caption, bars, height = 44 }: ColumnsChartProps) {
  const { say, language } = useSay();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const high = scaleLinear({ domain: [0, most], range: [0, height] });
  const figure = new Intl.NumberFormat(language);
  return (
    <ol aria-label={caption} className={css.columns}>
      {bars.map(({ id, label, count, tick, tone }) => (
        <li key={id}>
          <span className="visually-hidden">{say('labelled', { label, said: figure.format(count) })}</span>
          <span aria-hidden="true">{figure.format(count)}</span>
          <span className={cx(css.column, tone && css.late)} style={{ height: Math.max(1, high(count)) }} />
          <small aria-hidden="true">{tick}</small>
        </li>
      ))}
    </ol>
  );
}
