import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { TooSlow } from '../too-slow.ts';
import type { Wanted } from '../wanted.ts';
import type { RenderOrder } from './order.ts';
import { Turns } from './turns.ts';

export interface ThreadSettings {
  /** The built `render-thread.ts`. Without it everything is written on the caller's thread. */
  readonly threadFile?: string | undefined;
  /** So many are at work at once. 2. */
  readonly most?: number;
  /** As many orders may wait; the next is turned away with `PressBusy`. 20. */
  readonly mostWaiting?: number;
  /** A file that takes longer is given up, and its thread ended. One minute. */
  readonly limitMilliseconds?: number;
}

/** Writes files on threads of their own, each started for one file and ended after it, so that nobody waits for them. */
export class RenderThreads {
  readonly #settings: Required<ThreadSettings>;
  readonly #turns: Turns;

  constructor(settings: ThreadSettings = {}) {
    this.#settings = {
      threadFile: undefined,
      most: 2,
      mostWaiting: 20,
      limitMilliseconds: 60_000,
      ...settings,
    };
    this.#turns = new Turns(this.#settings.most, this.#settings.mostWaiting);
  }

  /**
   * The file's bytes. Whoever aborts the signal ends its thread. Rejects with what the writer throws, when its thread ends
   * first, with `TooSlow`, or with `PressBusy`.
   */
  async fill(order: RenderOrder, { signal, tell }: Wanted = {}): Promise<Uint8Array> {
    const { threadFile, limitMilliseconds } = this.#settings;
    if (threadFile === undefined) return fillHere(order);
    await this.#turns.take();
    try {
      signal?.throwIfAborted();
      tell?.('at-work');
      return await fillOnThread(order, threadFile, { limitMilliseconds, left: signal });
    } finally {
      this.#turns.leave();
    }
  }
}

/** Loaded only then: the libraries of all formats are larger than the rest. */
async function fillHere(order: RenderOrder): Promise<Uint8Array> {
  const { fillOrder } = await import('./order.ts');
  return fillOrder(order);
}

async function fillOnThread(
  order: RenderOrder,
  threadFile: string,
  { limitMilliseconds, left }: { limitMilliseconds: number; left: AbortSignal | undefined },
): Promise<Uint8Array> {
  const thread = new Worker(threadFile, { workerData: order, env: {} });
  const stop = new AbortController();
  const { signal } = stop;
  const end = () => void thread.terminate();
  left?.addEventListener('abort', end, { signal });
  let isSlow = false;
  const limit = setTimeout(() => {
    isSlow = true;
    end();
  }, limitMilliseconds);
  try {
    // `once` also rejects with what the thread threw.
    const answer = once(thread, 'message', { signal });
    const ended = once(thread, 'exit', { signal });
    const bytes = await Promise.race([
      answer.then(([file]) => file as Uint8Array),
      ended.then(() => undefined),
    ]);
    if (bytes !== undefined) return bytes;
    if (isSlow) throw new TooSlow(order.format, limitMilliseconds / 1000);
    throw new Error('The thread that writes files ended before it answered.');
  } finally {
    clearTimeout(limit);
    stop.abort();
    await thread.terminate();
  }
}
