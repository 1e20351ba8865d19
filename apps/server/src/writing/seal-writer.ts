import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Step, Stepped, StepWriter } from './messages.ts';
import { type SealedFor, sealBytes } from './sealing.ts';

/** Bytes encrypted as they come, as the age format says. */
export class SealWriter implements StepWriter {
  readonly #source = new PassThrough();
  readonly #sealed: Promise<void>;
  #pieces: Uint8Array[] = [];

  constructor(to: SealedFor) {
    this.#sealed = this.#seal(to);
    // Whoever takes the next step is told; until then it may have failed already.
    this.#sealed.catch((error: Error) => this.#source.destroy(error));
  }

  async take(step: Step): Promise<Stepped> {
    if ('bytes' in step) {
      if (!this.#source.write(step.bytes)) await Promise.race([once(this.#source, 'drain'), this.#sealed]);
    } else if ('end' in step) {
      this.#source.end();
      await this.#sealed;
    } else throw new Error('What is sealed are bytes.');
    const pieces = this.#pieces;
    this.#pieces = [];
    return { pieces };
  }

  leave(): void {
    this.#source.destroy();
  }

  async #seal(to: SealedFor): Promise<void> {
    for await (const piece of await sealBytes(this.#source, to)) this.#pieces.push(piece);
  }
}
