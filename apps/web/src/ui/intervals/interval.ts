/**
 * How far a set of requirements is met, in requirements: from what is met to what may at most be met.
 * 0 ≤ met ≤ possible ≤ of.
 */
export interface Interval {
  readonly met: number;
  /** Met, or not known not to be. */
  readonly possible: number;
  readonly of: number;
  /** How many are to be met. */
  readonly target?: number | undefined;
  /** How many of those met are so only in a what-if; negative, how many fewer are met in it. */
  readonly gain?: number | undefined;
}

/** The interval of a framework's numbers as the views give them: `n` is how many are asked. */
export function intervalOf(
  { n, met, possible }: { readonly n: number; readonly met: number; readonly possible: number },
  target?: number,
): Interval {
  return { met, possible, of: n, target };
}

/** Shares of the bar in per cent: where the solid ends, where the gain ends, where the hatch ends, where the target is. */
export function sharesOf({ met, possible, of, target, gain = 0 }: Interval) {
  const share = (count: number) => (of === 0 ? 0 : (100 * Math.max(0, Math.min(count, of))) / of);
  return {
    solid: share(met - Math.max(0, gain)),
    met: share(met),
    possible: share(Math.max(met, possible)),
    target: target === undefined ? undefined : share(target),
  };
}

/** Whole per cents that never flatter: below 100 stays below, above 0 stays above; the possible is not rounded down. */
export function percentsOf({
  met,
  possible,
  of,
}: Pick<Interval, 'met' | 'possible' | 'of'>): readonly [number, number] {
  if (of === 0) return [0, 0];
  const lower = Math.floor((100 * met) / of);
  const upper = Math.min(Math.ceil((100 * possible) / of), possible < of ? 99 : 100);
  return [lower, Math.max(lower, upper)];
}

/** `20–23`, or one figure where both are the same. */
export function writeRange(from: number, to: number, language: string): string {
  const figure = new Intl.NumberFormat(language);
  return from === to ? figure.format(from) : `${figure.format(from)}–${figure.format(to)}`;
}

/** `68–83 %` with the space that the language sets before the sign. */
export function writePercents(interval: Pick<Interval, 'met' | 'possible' | 'of'>, language: string): string {
  const [lower, upper] = percentsOf(interval);
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const last = percent.format(upper / 100).replace(/(\d)%/, '$1\u202f%');
  return lower === upper ? last : `${new Intl.NumberFormat(language).format(lower)}–${last}`;
}

/** `+4` or `−1`; nothing where nothing moves. */
export function writeGain(gain: number, language: string): string {
  if (gain === 0) return '';
  return new Intl.NumberFormat(language, { signDisplay: 'always' }).format(gain).replace('-', '−');
}
