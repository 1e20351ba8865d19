/** One figure against its bar. `ratio` is measured / limit where less is better, limit / measured where more is. */
export interface Figure {
  readonly name: string;
  readonly measured: number;
  readonly limit: number;
  readonly unit: string;
  readonly ratio: number;
  readonly holds: boolean;
  readonly how: string;
}

type Told = Pick<Figure, 'unit' | 'how'>;

export function atMost(name: string, [measured, limit]: readonly [number, number], told: Told): Figure {
  return figureOf(name, { measured, limit, ratio: measured / limit }, told);
}

export function atLeast(name: string, [measured, limit]: readonly [number, number], told: Told): Figure {
  return figureOf(name, { measured, limit, ratio: limit / measured }, told);
}

function figureOf(
  name: string,
  { measured, limit, ratio }: Pick<Figure, 'measured' | 'limit' | 'ratio'>,
  told: Told,
): Figure {
  const figures = { measured: round(measured), limit: round(limit), ratio: round(ratio) };
  return { name, ...figures, holds: ratio <= 1, ...told };
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export async function repeat(times: number, work: (at: number) => unknown): Promise<number[]> {
  const taken: number[] = [];
  for (let at = 0; at < times; at += 1) taken.push(await timed(() => work(at)));
  return taken;
}

function round(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
