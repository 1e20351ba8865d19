import type { Problem } from './rules.ts';

const aRule = 0;
const aNode = 1;
const aControl = 2;

/** Rules by what sets them off. */
interface Index {
  readonly byControl: readonly (readonly number[])[];
  readonly bySource: readonly (readonly number[])[];
}

/**
 * Which nodes are met once some controls work. Controls are added one by one and taken back in reverse order; each step
 * costs no more than what it changes. `work` counts the steps, so that a search can end after so many of them and not
 * after so much time.
 */
export class Closure {
  readonly problem: Problem;
  readonly met: Uint8Array;
  /** The controls that are added. */
  readonly added: Uint8Array;
  /** How many of each wish are met. */
  readonly counts: number[];
  work = 0;
  readonly #open: Int32Array;
  readonly #index: Index;
  readonly #wishes: readonly (readonly number[])[];
  /**
   * Rules that came one nearer, nodes that were met and controls that were added, in order: three times the place of
   * each, and what it is.
   */
  readonly #trail: number[] = [];
  #barred = -1;

  constructor(problem: Problem) {
    this.problem = problem;
    this.met = new Uint8Array(problem.nodes);
    this.added = new Uint8Array(problem.controls);
    this.counts = problem.wanted.map(() => 0);
    this.#open = Int32Array.from(problem.rules, ({ needs, from }) => needs.length + from.length);
    this.#index = indexOf(problem);
    this.#wishes = wishesOf(problem);
    problem.rules.forEach(({ gives }, rule) => {
      if (this.#open[rule] === 0) this.#meet(gives);
    });
  }

  /** Where the trail stands, to go back to. */
  get mark(): number {
    return this.#trail.length;
  }

  get satisfied(): boolean {
    return this.problem.wanted.every(({ atLeast }, at) => (this.counts[at] ?? 0) >= atLeast);
  }

  /** How far all wishes together are from being satisfied. */
  get missing(): number {
    let missing = 0;
    this.problem.wanted.forEach(({ atLeast }, at) => {
      missing += Math.max(0, atLeast - (this.counts[at] ?? 0));
    });
    return missing;
  }

  add(control: number): void {
    if (this.added[control] === 1) return;
    this.added[control] = 1;
    this.#trail.push(3 * control + aControl);
    this.#bringNearer(this.#index.byControl[control] ?? []);
  }

  addAll(controls: Iterable<number>): void {
    for (const control of controls) this.add(control);
  }

  back(mark: number): void {
    while (this.#trail.length > mark) {
      const step = this.#trail.pop() as number;
      const what = step % 3;
      const at = (step - what) / 3;
      this.work += 1;
      if (what === aRule) this.#open[at] = (this.#open[at] ?? 0) + 1;
      else if (what === aNode) this.#count(at, 0);
      else this.added[at] = 0;
    }
  }

  /** The nodes that controls would have met, were this one of them never met. Nothing is left added. */
  without(node: number, controls: Iterable<number>): Uint8Array {
    const mark = this.mark;
    this.#barred = node;
    this.addAll(controls);
    const met = this.met.slice();
    this.back(mark);
    this.#barred = -1;
    return met;
  }

  #bringNearer(rules: readonly number[]): void {
    for (const rule of rules) {
      this.work += 1;
      this.#trail.push(3 * rule + aRule);
      const open = (this.#open[rule] ?? 0) - 1;
      this.#open[rule] = open;
      if (open === 0) this.#meet((this.problem.rules[rule] as { gives: number }).gives);
    }
  }

  #meet(node: number): void {
    if (this.met[node] === 1 || node === this.#barred) return;
    this.#trail.push(3 * node + aNode);
    this.#count(node, 1);
    this.#bringNearer(this.#index.bySource[node] ?? []);
  }

  #count(node: number, met: 0 | 1): void {
    this.met[node] = met;
    for (const wish of this.#wishes[node] ?? []) {
      this.counts[wish] = (this.counts[wish] ?? 0) + (met === 1 ? 1 : -1);
    }
  }
}

function indexOf({ controls, nodes, rules }: Problem): Index {
  const byControl = Array.from({ length: controls }, (): number[] => []);
  const bySource = Array.from({ length: nodes }, (): number[] => []);
  rules.forEach(({ needs, from }, rule) => {
    for (const control of needs) byControl[control]?.push(rule);
    for (const node of from) bySource[node]?.push(rule);
  });
  return { byControl, bySource };
}

function wishesOf({ nodes, wanted }: Problem): number[][] {
  const wishes = Array.from({ length: nodes }, (): number[] => []);
  wanted.forEach((wish, at) => {
    for (const node of wish.nodes) wishes[node]?.push(at);
  });
  return wishes;
}
