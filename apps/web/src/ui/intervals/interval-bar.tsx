import { Bar } from '@visx/shape';
import { useId } from 'react';
import { type Say, useSay } from '../say.ts';
import { drawnId, Hatch } from './hatch.tsx';
import { type Interval, sharesOf, writeRange } from './interval.ts';
import css from './intervals.module.css';

interface IntervalBarProps {
  readonly interval: Interval;
  /** What is measured; begins the sentence that is heard. Without it the bar is silent: words stand beside it. */
  readonly label?: string | undefined;
  /** 8, 12 and 16 pixels high. */
  readonly size?: 's' | 'm' | 'l' | undefined;
}

const heights = { s: 8, m: 12, l: 16 } as const;

/** "Govern: 20 of 31 are met, 23 at most; the target is 29." */
function sayInterval(say: Say, label: string, { met, possible, of, target, gain }: Interval): string {
  const sentence = say(met === possible ? 'interval-exact' : 'interval', { label, count: met, possible, of });
  const aim = target === undefined ? '' : ` ${say('interval-target', { target })}`;
  if (!gain) return `${sentence}${aim}`;
  const moved = gain > 0 ? say('interval-gain', { gain }) : say('interval-loss', { lost: -gain });
  return `${sentence} ${moved}${aim}`;
}

/** Solid is met, hatched is possible, outlined is a gap; the tick is the target. */
export function IntervalBar({ interval, label, size = 's' }: IntervalBarProps) {
  const { say } = useSay();
  const hatch = drawnId(useId());
  const high = heights[size];
  const { solid, met, possible, target } = sharesOf(interval);
  const said =
    label === undefined
      ? { 'aria-hidden': true as const }
      : { role: 'img', 'aria-label': sayInterval(say, label, interval) };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by its label, or silent
    <svg width="100%" height={high + 6} className={css.bar} {...said}>
      <Hatch id={hatch} />
      <g transform="translate(0 3)">
        <Bar width={`${solid}%`} height={high} className={css.solid} />
        {met > solid && <Bar x={`${solid}%`} width={`${met - solid}%`} height={high} className={css.gain} />}
        {possible > met && (
          <svg x={`${met}%`} width={`${possible - met}%`} height={high} aria-hidden="true">
            <rect width="100%" height={high} fill={`url(#${hatch})`} />
            <rect width="100%" height={high} className={css.outline} />
          </svg>
        )}
        <rect width="100%" height={high} className={css.outline} />
      </g>
      {target !== undefined && (
        <svg x={`${target}%`} className={css.tick} aria-hidden="true">
          <rect x={target >= 99 ? -3 : -2} width="4" height={high + 6} className={css.halo} />
          <rect x={target >= 99 ? -2 : -1} width="2" height={high + 6} className={css.ink} />
        </svg>
      )}
    </svg>
  );
}

interface IntervalFigureProps {
  readonly interval: Interval;
  /** Of how many of what: "of 106 outcomes". */
  readonly unit: string;
}

/**
 * The interval in large figures: 72–88 of 106 outcomes. Counts, for a share would have to be rounded, and would be counted
 * after in vain.
 */
export function IntervalFigure({ interval, unit }: IntervalFigureProps) {
  const { language } = useSay();
  return (
    <span className={css.figure}>
      <span className={css.large}>{writeRange(interval.met, interval.possible, language)}</span>{' '}
      <small>{unit}</small>
    </span>
  );
}

/** The counts of an interval: 20–23 / 31. */
export function IntervalText({ interval }: { readonly interval: Interval }) {
  const { language } = useSay();
  return (
    <span className={css.text}>
      {writeRange(interval.met, interval.possible, language)} <span className={css.of}>/ {interval.of}</span>
    </span>
  );
}
