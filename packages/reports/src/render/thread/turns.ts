import { PressBusy } from '../pdf/press.ts';

/** So many are at work at once, and as many may wait for their turn; the next is turned away with `PressBusy`. */
export class Turns {
  readonly #most: number;
  readonly #mostWaiting: number;
  #working = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(most: number, mostWaiting: number) {
    this.#most = most;
    this.#mostWaiting = mostWaiting;
  }

  async take(): Promise<void> {
    if (this.#working < this.#most) {
      this.#working += 1;
      return;
    }
    if (this.#waiting.length >= this.#mostWaiting) throw new PressBusy(this.#waiting.length);
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  leave(): void {
    const next = this.#waiting.shift();
    // Who waits takes over the place itself: another that comes now must not be before them.
    if (next) next();
    else this.#working -= 1;
  }
}
