import type { Refusal, RefusedPlace } from '../../../foundation/index.ts';

const mostListed = 1000;
const mostShown = 60;
const mostCompared = 40;
/** Words compared for one document: guesses must not take longer than reading it. */
const mostCompares = 200_000;

/** Everything that is wrong with a document, gathered until it has been read to its end. */
export class Faults {
  readonly #listed: RefusedPlace[] = [];
  #count = 0;
  #compared = 0;

  get count(): number {
    return this.#count;
  }

  add(at: string, code: string, params: Refusal['params'] = {}): undefined {
    this.#count += 1;
    if (this.#listed.length < mostListed)
      this.#listed.push({ at, code: `table.${code}`, params: shown(params) });
    return undefined;
  }

  /** The word that was likely meant: at most a third of its letters differ. None once many were looked for. */
  nearest(typed: string, words: Iterable<string>): string | undefined {
    const wanted = typed.toLowerCase().slice(0, mostCompared);
    let best: { word: string; away: number } | undefined;
    for (const word of words) {
      if (this.#compared > mostCompares) return best?.word;
      this.#compared += 1;
      const away = distance(wanted, word.toLowerCase().slice(0, mostCompared));
      const near = away <= Math.max(1, wanted.length / 3);
      if (near && away < (best?.away ?? Number.POSITIVE_INFINITY)) best = { word, away };
    }
    return best?.word;
  }

  refusal(file: string): { refusal: Refusal } | undefined {
    if (this.#count === 0) return undefined;
    const unlisted = this.#count - this.#listed.length;
    const params = { file, count: this.#count, unlisted };
    const code = unlisted === 0 ? 'table.faults' : 'table.faults-listed';
    return { refusal: { kind: 'refused', code, params, path: 'file', errors: this.#listed } };
  }
}

/** Long values are shown by their beginning. */
function shown(params: Refusal['params']): Refusal['params'] {
  const short = (value: string | number) =>
    typeof value === 'string' && value.length > mostShown && !value.includes(', ')
      ? `${value.slice(0, mostShown)}…`
      : value;
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, short(value)]));
}

/** Letters to add, take away or exchange to make one word the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const exchanged = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, exchanged));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
