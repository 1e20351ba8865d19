import type { Line } from './line.ts';

/** What lines say in one respect: each distinct answer has a number, so that ten thousand are counted in no time. */
export class Column {
  /** The values behind each number; none where a line has no value. */
  readonly values: (readonly string[])[] = [];
  readonly #read: (line: Line) => string | readonly string[];
  readonly #numbers = new Map<string, number>();
  readonly #bySlot: (number | undefined)[] = [];

  constructor(read: (line: Line) => string | readonly string[]) {
    this.#read = read;
  }

  numberOf(line: Line): number {
    const known = this.#bySlot[line.slot];
    if (known !== undefined) return known;
    const read = this.#read(line);
    const values = typeof read !== 'string' ? read : read === '' ? [] : [read];
    const number = this.#numberFor(values);
    this.#bySlot[line.slot] = number;
    return number;
  }

  /** To be read again when it is asked for next. */
  forget({ slot }: Line): void {
    this.#bySlot[slot] = undefined;
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
