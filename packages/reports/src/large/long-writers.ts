import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Turns } from '../render/thread/turns.ts';
import { TooSlow } from '../render/too-slow.ts';
import type { LongOrder } from './long-formats.ts';
import { type FromThread, rowsIn, type ToThread, takeApart } from './transit.ts';

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

type Piece = Uint8Array;
/** How many of the rows of its long lists have gone to the thread. */
export interface RowsTaken {
  readonly step: 'rows';
  readonly done: number;
  readonly of: number;
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
   * How many rows the thread has taken in, and then the file's pieces. Whoever stops reading, or aborts the signal even
   * before the first, ends the thread. Throws what the writer throws, `TooSlow`, and `PressBusy`.
   */
  async *write(
    order: LongOrder,
    view: object,
    signal?: AbortSignal,
  ): AsyncGenerator<Piece | RowsTaken, void> {
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
  ): AsyncGenerator<Piece | RowsTaken, void> {
    const end = () => void thread.terminate();
    signal?.addEventListener('abort', end, { once: true });
    const waited = { ended: endOf(thread), format };
    try {
      const of = rowsIn(view);
      let done = 0;
      for (const parcel of takeApart(view)) {
        const bytes = 'rest' in parcel ? parcel.rest : parcel.rows;
        // The next when this one is put away: others are answered between, and nothing piles up on the way.
        await this.#answerTo({ parcel }, [bytes.buffer as ArrayBuffer], { ...waited, thread });
        if ('rest' in parcel) continue;
        done += parcel.count;
        yield { step: 'rows', done, of };
      }
      for (;;) {
        const { piece } = await this.#answerTo('next', [], { ...waited, thread });
        if (piece === undefined) return;
        yield piece;
      }
    } finally {
      signal?.removeEventListener('abort', end);
      await thread.terminate();
    }
  }

  /** What the thread answers to a message. */
  async #answerTo(
    message: ToThread,
    handedOver: readonly ArrayBuffer[],
    { thread, ended, format }: { thread: Worker; ended: Promise<never>; format: string },
  ): Promise<FromThread> {
    let isSlow = false;
    const limit = setTimeout(() => {
      isSlow = true;
      void thread.terminate();
    }, this.#limit);
    try {
      const answer = once(thread, 'message');
      thread.postMessage(message, [...handedOver]);
      const [told] = (await Promise.race([answer, ended])) as [FromThread];
      return told;
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
