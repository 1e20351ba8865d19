import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { Turns } from '../render/thread/turns.ts';
import { TooSlow } from '../render/too-slow.ts';
import type { LongOrder } from './long-formats.ts';
import { takeApart } from './transit.ts';

export interface LongSettings {
  /** The built `long-thread.ts`. Without it everything is written on the caller's thread. */
  readonly threadFile?: string | undefined;
  /** So many are at work at once. 2. */
  readonly most?: number;
  /** As many orders may wait; the next is turned away with `PressBusy`. 20. */
  readonly mostWaiting?: number;
  /** When a piece takes longer, the file is given up. Five minutes: most of the work lies before the first. */
  readonly limitMilliseconds?: number;
}

/** MB of memory that a thread may take: what cannot be written within is given up, and nobody else suffers. */
const mostMemory = 2048;

/** Writes large views on threads of their own, piece by piece as they are read. */
export class LongWriters {
  readonly #threadFile: string | undefined;
  readonly #turns: Turns;
  readonly #limit: number;

  constructor({ threadFile, most = 2, mostWaiting = 20, limitMilliseconds = 300_000 }: LongSettings = {}) {
    this.#threadFile = threadFile;
    this.#turns = new Turns(most, mostWaiting);
    this.#limit = limitMilliseconds;
  }

  /**
   * The file's pieces. Whoever stops reading, or aborts the signal even before the first, ends the thread. Throws what the
   * writer throws, `TooSlow`, and `PressBusy`.
   */
  async *write(order: LongOrder, view: object, signal?: AbortSignal): AsyncGenerator<Uint8Array, void> {
    if (this.#threadFile === undefined) {
      const { piecesOf } = await import('./long-order.ts');
      return yield* piecesOf(order, view);
    }
    await this.#turns.take();
    try {
      signal?.throwIfAborted();
      const thread = new Worker(this.#threadFile, settingsOf(order));
      yield* this.#onThread(thread, { view, format: order.format }, signal);
    } finally {
      this.#turns.leave();
    }
  }

  async *#onThread(
    thread: Worker,
    { view, format }: { view: object; format: string },
    signal?: AbortSignal,
  ): AsyncGenerator<Uint8Array, void> {
    const end = () => void thread.terminate();
    signal?.addEventListener('abort', end, { once: true });
    const ended = endOf(thread);
    try {
      await Promise.race([handOver(thread, view), ended]);
      for (;;) {
        const piece = await this.#next(thread, { ended, format });
        if (piece === undefined) return;
        yield piece;
      }
    } finally {
      signal?.removeEventListener('abort', end);
      await thread.terminate();
    }
  }

  async #next(
    thread: Worker,
    { ended, format }: { ended: Promise<never>; format: string },
  ): Promise<Uint8Array | undefined> {
    let isSlow = false;
    const limit = setTimeout(() => {
      isSlow = true;
      void thread.terminate();
    }, this.#limit);
    try {
      const answer = once(thread, 'message');
      thread.postMessage('next');
      const [{ piece }] = (await Promise.race([answer, ended])) as [{ piece?: Uint8Array }];
      return piece;
    } catch (failure) {
      throw isSlow ? new TooSlow(format, this.#limit / 1000) : failure;
    } finally {
      clearTimeout(limit);
    }
  }
}

function settingsOf(order: LongOrder) {
  return { workerData: order, env: {}, resourceLimits: { maxOldGenerationSizeMb: mostMemory } };
}

/** Never fulfilled: rejects with what the thread threw, or when it ended. */
function endOf(thread: Worker): Promise<never> {
  const ended = new Promise<never>((_, reject) => {
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The thread that writes files ended before it answered.')));
  });
  // Nobody may wait for it when it comes.
  ended.catch(() => undefined);
  return ended;
}

/** With a pause after each few rows, so that others are answered between them. */
async function handOver(thread: Worker, view: object): Promise<void> {
  for (const parcel of takeApart(view)) {
    const bytes = 'rest' in parcel ? parcel.rest : parcel.rows;
    thread.postMessage(parcel, [bytes.buffer as ArrayBuffer]);
    await setImmediate();
  }
}
