import type { Line } from './line.ts';

/** What lines say in one respect: each distinct answer has a number, so that ten thousand are counted in no time. */
export class Column {
  /** The values behind each number; none where a line has no value. */
  readonly values: (readonly string[])[] = [];
  readonly #read: (line: Line) => string | readonly string[];
  readonly #lines: readonly (Line | undefined)[];
  readonly #numbers = new Map<string, number>();
  readonly #bySlot: (number | undefined)[] = [];

  constructor(lines: readonly (Line | undefined)[], read: (line: Line) => string | readonly string[]) {
    this.#lines = lines;
    this.#read = read;
  }

  numberOf(slot: number): number {
    return this.#bySlot[slot] ?? this.#look(slot);
  }

  /** To be read again when it is asked for next. */
  forget(slot: number): void {
    this.#bySlot[slot] = undefined;
  }

  #look(slot: number): number {
    const read = this.#read(this.#lines[slot] as Line);
    const values = typeof read !== 'string' ? read : read === '' ? [] : [read];
    const number = this.#numberFor(values);
    this.#bySlot[slot] = number;
    return number;
  }

  #numberFor(values: readonly string[]): number {
    const key = values.join('\n');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.values.push(values) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}
