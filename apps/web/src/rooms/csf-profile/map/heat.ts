import type { LevelNumber } from '../../../ui/index.ts';
import type { CsfView, Outcome, Scale } from '../profile/view.ts';

/** What the map is read by: how far wanted outcomes are reached, or what they were scored. */
export type Reading = 'results' | 'scores';

/** How a part of the framework stands against what is wanted of it. */
export interface HeatFigure {
  /** Outcomes reached of those wanted; or the mean of the scores. */
  readonly current: number | undefined;
  /** Outcomes wanted; or the mean of the scores wanted. */
  readonly target: number | undefined;
  /** Of the way still open: a share of the wanted, or levels of the scale. */
  readonly distance: number;
  readonly level: LevelNumber;
  /** Outcomes that are included, and how many of them are met, for certain and at most. */
  readonly of: number;
  readonly met: number;
  readonly possible: number;
  /** Included outcomes that were scored, and the lowest score. */
  readonly scored: number;
  readonly lowest: number | undefined;
}

/** Upper ends of the shades before the last: shares of what is wanted, or levels of a scale (our own choice). */
const ends = { results: [0, 0.25, 0.5, 0.75], scores: [0, 0.49, 0.69, 0.99] } as const;

export function levelOf(distance: number, by: Reading): LevelNumber {
  const at = ends[by].findIndex((end) => distance <= end);
  return (at === -1 ? 5 : at + 1) as LevelNumber;
}

/** By scores only where somebody scored. */
export function readingsOf({ scale, score }: Pick<CsfView, 'scale' | 'score'>): readonly Reading[] {
  return scale && (score?.scored ?? 0) > 0 ? ['results', 'scores'] : ['results'];
}

/** Of a category or a function: over its outcomes themselves, never a mean of means. */
export function figureOf(rows: readonly Outcome[], by: Reading, scale?: Scale): HeatFigure {
  const included = rows.filter((row) => row.included);
  const values = included.flatMap(({ score }) => score?.current?.value ?? []);
  const counts = {
    of: included.length,
    met: included.filter(({ mark }) => mark === 'met').length,
    possible: included.filter(({ state }) => state.length === 0 || state.includes('F')).length,
    scored: values.length,
    lowest: values.length === 0 ? undefined : Math.min(...values),
  };
  const stand = by === 'scores' && scale ? byScores(included, scale) : byResults(included);
  return { ...stand, ...counts, level: levelOf(stand.distance, by) };
}

type Stand = Pick<HeatFigure, 'current' | 'target' | 'distance'>;

function byResults(included: readonly Outcome[]): Stand {
  const wanted = included.filter(({ target }) => target?.wanted);
  if (wanted.length === 0) return { current: undefined, target: undefined, distance: 0 };
  const reached = wanted.filter(({ gap }) => gap === undefined).length;
  return { current: reached, target: wanted.length, distance: 1 - reached / wanted.length };
}

function byScores(included: readonly Outcome[], scale: Scale): Stand {
  const current = meanOf(included.flatMap(({ score }) => score?.current?.value ?? []));
  const target = meanOf(included.flatMap(({ score }) => score?.target ?? []));
  const both = included.flatMap(({ score }) =>
    score?.current && score.target !== undefined ? Math.max(0, score.target - score.current.value) : [],
  );
  return { current, target, distance: rounded((meanOf(both) ?? 0) / stepOf(scale)) };
}

function meanOf(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** From one value of a scale to the next, on average. */
function stepOf({ levels }: Scale): number {
  const span = (levels.at(-1)?.value ?? 1) - (levels[0]?.value ?? 0);
  return span / Math.max(1, levels.length - 1) || 1;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
