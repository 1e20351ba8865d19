import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { AreaClosed, LinePath } from '@visx/shape';
import { useId } from 'react';
import { drawnId, Hatch } from '../intervals/hatch.tsx';
import { useSay } from '../say.ts';
import { useWidth } from '../widths/use-width.ts';
import css from './line-band.module.css';
import { dayOf, monthsBetween, stepsOf } from './scale.ts';

export interface BandPoint {
  /** Local date from which the interval holds. */
  readonly on: string;
  readonly met: number;
  readonly possible: number;
  readonly of: number;
}

interface LineBandProps {
  readonly points: readonly BandPoint[];
  readonly from: string;
  readonly to: string;
  /** The day that is chosen on the axis. */
  readonly chosen?: string | undefined;
  readonly height?: number | undefined;
  /** Several bands under each other share the axis of the last. */
  readonly hideAxis?: boolean | undefined;
}

/** `between` parts the lowest figure of one from the highest of the next below it. */
const margin = { top: 8, right: 8, bottom: 24, left: 48, between: 16 };

/** How an interval moved: the line is met, the hatched band above it is possible. Stands in a Figure. */
export function LineBand({ points, from, to, chosen, height = 160, hideAxis = false }: LineBandProps) {
  const [holder, width] = useWidth();
  const hatch = drawnId(useId());
  const inner = {
    width: Math.max(0, width - margin.left - margin.right),
    height: height - margin.top - (hideAxis ? margin.between : margin.bottom),
  };
  const x = scaleLinear({ domain: [dayOf(from), dayOf(to)], range: [0, inner.width], clamp: true });
  const y = scaleLinear({ domain: [0, 1], range: [inner.height, 0] });
  const held = stepsOf(points, to);
  const at = (point: BandPoint) => x(dayOf(point.on));
  const low = (point: BandPoint) => y(point.of === 0 ? 0 : point.met / point.of);
  const top = (point: BandPoint) => y(point.of === 0 ? 0 : point.possible / point.of);
  return (
    <div ref={holder}>
      <svg width="100%" height={height} className={css.band} aria-hidden="true">
        <Hatch id={hatch} />
        <Group left={margin.left} top={margin.top}>
          <Axes {...{ x, y, from, to, inner, hideAxis }} />
          <AreaClosed data={held} x={at} y0={low} y1={top} yScale={y} fill={`url(#${hatch})`} />
          <LinePath data={held} x={at} y={top} className={css.upper} />
          <LinePath data={held} x={at} y={low} className={css.lower} />
          {chosen && (
            <line x1={x(dayOf(chosen))} x2={x(dayOf(chosen))} y2={inner.height} className={css.chosen} />
          )}
        </Group>
      </svg>
    </div>
  );
}

type Scale = ReturnType<typeof scaleLinear<number>>;

interface AxesProps {
  readonly x: Scale;
  readonly y: Scale;
  readonly from: string;
  readonly to: string;
  readonly inner: { readonly width: number; readonly height: number };
  readonly hideAxis: boolean;
}

function Axes({ x, y, from, to, inner, hideAxis }: AxesProps) {
  const { language } = useSay();
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const months = monthsBetween(from, to, { language, most: Math.max(2, Math.floor(inner.width / 80)) });
  const words = new Map(months.map(({ on, label }) => [dayOf(on), label]));
  return (
    <>
      {[0, 0.5, 1].map((share) => (
        <line key={share} x2={inner.width} y1={y(share)} y2={y(share)} className={css.grid} />
      ))}
      <AxisLeft
        scale={y}
        tickValues={[0, 0.5, 1]}
        tickFormat={(share) => percent.format(Number(share))}
        hideAxisLine
        hideTicks
        tickClassName={css.tick ?? ''}
        tickLabelProps={{ textAnchor: 'end', dx: -4, dy: 4 }}
      />
      {!hideAxis && (
        <AxisBottom
          scale={x}
          top={inner.height}
          tickValues={[...words.keys()]}
          tickFormat={(day) => words.get(Number(day)) ?? ''}
          stroke="var(--edge)"
          tickStroke="var(--edge)"
          tickClassName={css.tick ?? ''}
          tickLabelProps={{ textAnchor: 'start', dy: 4 }}
        />
      )}
    </>
  );
}
