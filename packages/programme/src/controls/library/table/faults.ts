import { editDistance } from '@concord/catalog';
import type { Refusal, RefusedPlace } from '../../../foundation/index.ts';
import { Strangers } from '../../../governance/index.ts';
import { Alike } from './places/alike.ts';

const mostListed = 1000;
const mostShown = 60;
const mostCompared = 40;
const mostEdits = 2;
/** Words compared for one document: guesses must not take longer than reading it. */
const mostCompares = 50_000;

/** Everything that is wrong with a document, gathered until it has been read to its end. */
export class Faults {
  /** Whom it names and who is nobody here: a fault or not, they may be added. */
  readonly strangers = new Strangers();
  readonly #listed: RefusedPlace[] = [];
  readonly #alike = new Alike();
  #count = 0;
  #compared = 0;

  get count(): number {
    return this.#count;
  }

  add(at: string, code: string, params: Refusal['params'] = {}): undefined {
    this.take({ at, code: `table.${code}`, params });
    return undefined;
  }

  /** A fault that was found and named elsewhere. */
  take(fault: RefusedPlace): void {
    this.#count += 1;
    const kept = { ...fault, params: shown(fault.params) };
    this.#alike.add(kept);
    if (this.#listed.length < mostListed) this.#listed.push(kept);
  }

  /** The word that was likely meant: at most two edits away, and a third of its letters. None once many were looked for. */
  nearest(typed: string, words: Iterable<string>): string | undefined {
    const wanted = typed.toLowerCase().slice(0, mostCompared);
    let best: { word: string; away: number } | undefined;
    for (const word of words) {
      if (this.#compared > mostCompares || this.#count >= mostListed) return best?.word;
      this.#compared += 1;
      const away = editDistance(wanted, word.toLowerCase().slice(0, mostCompared));
      const near = away <= Math.min(mostEdits, Math.max(1, wanted.length / 3));
      if (near && away < (best?.away ?? Number.POSITIVE_INFINITY)) best = { word, away };
    }
    return best?.word;
  }

  refusal(file: string): { refusal: Refusal } | undefined {
    if (this.#count === 0) return undefined;
    const unlisted = this.#count - this.#listed.length;
    const alike = this.#alike.told();
    const params = { file, count: this.#count, unlisted };
    const code = unlisted === 0 ? 'table.faults' : 'table.faults-listed';
    return { refusal: { kind: 'refused', code, params, path: 'file', errors: this.#listed, alike } };
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
