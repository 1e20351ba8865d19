import { type Format, type Say, useFormat, useLanguage, useWords } from '../../../app/index.ts';
import {
  Figure,
  IntervalLegend,
  LineBand,
  type SimpleColumn,
  SimpleTable,
  writePercents,
} from '../../../ui/index.ts';
import css from '../history.module.css';
import { movedBetween, type Point, pointsOf } from './band-of.ts';
import type { Known, TrendAnswer } from './use-trend.ts';

interface BandsProps {
  readonly trend: TrendAnswer;
  readonly point: TrendAnswer | undefined;
  readonly known: Known;
  readonly from: string;
  readonly today: string;
  readonly chosen: string;
}

/** How far each framework was met, day by day; the chosen day cuts through all of them. */
export function Bands(props: BandsProps) {
  const { trend, known, today } = props;
  const say = useWords('history');
  const format = useFormat();
  const sentence = say('bands.sentence', { count: trend.frameworks.length, to: format.day(today) });
  return (
    <Figure
      label={sentence}
      legend={<IntervalLegend isOfBands />}
      table={<BandTable trend={trend} known={known} />}
    >
      {trend.frameworks.map(({ id, title }, at) => (
        <Band key={id} {...props} id={id} title={title} isLast={at === trend.frameworks.length - 1} />
      ))}
    </Figure>
  );
}

type BandProps = BandsProps & { readonly id: string; readonly title: string; readonly isLast: boolean };

function Band({ id, title, isLast, trend, point, known, from, today, chosen }: BandProps) {
  const points = pointsOf(trend.rows, id, known);
  const [here] = point ? pointsOf(point.rows, id, 'now') : [];
  return (
    <div className={css.drawn}>
      <span className={css.name}>{title}</span>
      <div className={css.band}>
        <LineBand
          points={points}
          from={from}
          to={today}
          chosen={chosen}
          height={isLast ? 112 : 104}
          hideAxis={!isLast}
        />
      </div>
      <Figures here={here} now={points.at(-1)} isNow={chosen === today} />
    </div>
  );
}

interface FiguresProps {
  readonly here: Point | undefined;
  readonly now: Point | undefined;
  readonly isNow: boolean;
}

function Figures({ here, now, isNow }: FiguresProps) {
  const say = useWords('history');
  const language = useLanguage();
  const moved = movedBetween(here, now);
  return (
    <span className={css.figure}>
      <b>{here ? writePercents(here, language) : say('bands.none')}</b>
      {here && <small className={css.meta}>{countsIn(say, here)}</small>}
      {!isNow && moved && (
        <small className={css.meta}>{say('bands.since', { moved: signed(moved.met) })}</small>
      )}
    </span>
  );
}

/** A difference with its sign. */
export function signed(difference: number): string {
  return difference > 0 ? `+${difference}` : String(difference).replace('-', '−');
}

function countsIn(say: Say, { met, possible, of }: Point): string {
  return say('bands.counts', { met, possible, of });
}

interface TableRow {
  readonly day: string;
  readonly by: ReadonlyMap<string, Point>;
}

function BandTable({ trend, known }: Pick<BandsProps, 'trend' | 'known'>) {
  const say = useWords('history');
  const format = useFormat();
  const days = [...new Set(trend.rows.map(({ day }) => day))];
  const points = new Map(trend.frameworks.map(({ id }) => [id, pointsOf(trend.rows, id, known)]));
  const rows = days.toReversed().map((day) => ({
    day,
    by: new Map(
      [...points].flatMap(([id, all]) => all.filter(({ on }) => on === day).map((point) => [id, point])),
    ),
  }));
  return (
    <SimpleTable
      caption={say('bands.caption')}
      columns={tableColumns(trend, say, format)}
      rows={rows}
      keyOf={({ day }) => day}
    />
  );
}

function tableColumns(trend: TrendAnswer, say: Say, { day }: Format): readonly SimpleColumn<TableRow>[] {
  return [
    { id: 'day', header: say('bands.day'), isRowHeader: true, cell: (row) => day(row.day) },
    ...trend.frameworks.map(
      ({ id, title }): SimpleColumn<TableRow> => ({
        id,
        header: title,
        align: 'end',
        cell: ({ by }) => {
          const point = by.get(id);
          return point ? countsIn(say, point) : say('bands.none');
        },
      }),
    ),
  ];
}
