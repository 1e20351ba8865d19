import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Document } from '../../blocks.ts';
import { TooSlow } from '../too-slow.ts';
import type { PressAnswer, PressOrder, PressStage } from './press-process.ts';

/** The process ended before it answered. */
export class PressEnded extends Error {}

/** How long a document may take, and who is told when its pages are laid out. */
export interface Pressing {
  readonly milliseconds: number;
  readonly laidOut: () => void;
}

/** One press process, from its start to its end. It is given one document at a time. */
export class ChildPress {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  /** Documents given to it so far. */
  pressed = 0;

  constructor(processFile: string) {
    this.#child = fork(processFile, [], { serialization: 'advanced', execArgv: [], env: {} });
    this.#ended = once(this.#child, 'exit').catch(() => undefined);
    // A process that cannot be started or written to also exits or was never there: `press` sees both as an end.
    this.#child.on('error', () => this.#child.kill('SIGKILL'));
  }

  get alive(): boolean {
    return this.#child.connected && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  get processId(): number | undefined {
    return this.#child.pid;
  }

  /** Rejects with `PressEnded` when the process ends first, with `TooSlow`, or with what it refuses the document for. */
  async press(document: Document, { milliseconds, laidOut }: Pressing): Promise<Uint8Array> {
    this.pressed += 1;
    const order = this.pressed;
    let limit: NodeJS.Timeout | undefined;
    try {
      const answer = await Promise.race([
        this.#order({ order, document }, laidOut),
        this.#ended.then(() => Promise.reject(new PressEnded('The press process ended before it answered.'))),
        new Promise<never>((_, reject) => {
          limit = setTimeout(reject, milliseconds, new TooSlow('pdf', milliseconds / 1000));
        }),
      ]);
      if ('refused' in answer) throw new Error(answer.refused);
      return answer.pdf;
    } finally {
      clearTimeout(limit);
    }
  }

  #order(order: PressOrder, laidOut: () => void): Promise<PressAnswer> {
    return new Promise((resolve) => {
      const hear = (message: unknown) => {
        const told = message as PressAnswer | PressStage;
        if ('laidOut' in told) return laidOut();
        this.#child.off('message', hear);
        resolve(told);
      };
      this.#child.on('message', hear);
      // A process that is already gone cannot be written to; `#ended` tells the one who waits.
      this.#child.send(order, () => undefined);
    });
  }

  async end(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }
}
