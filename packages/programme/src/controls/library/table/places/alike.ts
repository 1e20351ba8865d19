import type { Refusal, RefusedPlace } from '../../../../foundation/index.ts';

const mostKinds = 1000;
const mostRuns = 20;

/** Places that differ only in their row, one after the other. */
interface Run {
  readonly before: string;
  /** Undefined of a place that has no row. */
  readonly first: number | undefined;
  last: number | undefined;
  readonly after: string;
}

interface Kind {
  readonly fault: RefusedPlace;
  readonly runs: Run[];
  count: number;
}

/** Faults that say the same, told as one: ten mistakes in many rows are ten. */
export class Alike {
  readonly #kinds = new Map<string, Kind>();

  add(fault: RefusedPlace): void {
    const key = JSON.stringify([fault.code, fault.params]);
    const known = this.#kinds.get(key);
    if (!known && this.#kinds.size === mostKinds) return;
    const kind = known ?? { fault, runs: [], count: 0 };
    this.#kinds.set(key, kind);
    kind.count += 1;
    extend(kind.runs, runOf(fault.at));
  }

  told(): NonNullable<Refusal['alike']> {
    return [...this.#kinds.values()].map(({ fault: { code, params }, runs, count }) => ({
      at: runs.map(written).join(', '),
      code,
      params,
      count,
    }));
  }
}

function extend(runs: Run[], next: Run): void {
  const last = runs.at(-1);
  const isLike = last?.before === next.before && last.after === next.after;
  const isNext = isLike && last.last !== undefined && next.first === last.last + 1;
  if (isNext) last.last = next.first;
  else if (runs.length < mostRuns) runs.push(next);
}

function runOf(at: string): Run {
  const [, before = at, row, after = ''] = /^(.*\D)(\d+)(\D*)$/.exec(at) ?? [];
  const first = row === undefined ? undefined : Number(row);
  return { before, first, last: first, after };
}

/** `Sheet1!C2:C5001`, or `controls[3–9].name`. */
function written({ before, first, last, after }: Run): string {
  if (first === last) return `${before}${first ?? ''}${after}`;
  const [, letters] = /!([A-Z]+)$/.exec(before) ?? [];
  return letters === undefined ? `${before}${first}–${last}${after}` : `${before}${first}:${letters}${last}`;
}
