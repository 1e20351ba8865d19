import type { Document } from '../../blocks.ts';
import type { Wanted } from '../wanted.ts';
import { ChildPress, PressEnded } from './child-press.ts';

export interface PressSettings {
  /** The built `press-process.ts`. */
  readonly processFile: string;
  /** A process is replaced after that many documents, because the compiler keeps up to 40 MB of each. 5. */
  readonly documentsPerProcess?: number;
  /** A process without work ends after that time. One minute. */
  readonly idleMilliseconds?: number;
  /** A document that takes longer is given up, and its process ended. One minute. */
  readonly limitMilliseconds?: number;
  /** As many documents may wait while one is set; the next is turned away with `PressBusy`. 20. */
  readonly mostWaiting?: number;
}

/** So many documents wait already that another would wait too long. It was not taken; it may be asked for again. */
export class PressBusy extends Error {
  override readonly name = 'PressBusy';

  constructor(readonly waiting: number) {
    super(`${waiting} documents wait to be set already.`);
  }
}

/**
 * Turns documents into PDF in a process of its own, one after the other, so the caller's thread stays free and its
 * memory small. `start` has the process ready before the first document; `press` starts one when there is none.
 */
export class PdfPress {
  readonly #settings: Required<PressSettings>;
  #child: ChildPress | undefined;
  #last: Promise<unknown> = Promise.resolve();
  /** Documents taken and not yet answered, the one at work included. */
  #taken = 0;
  #idle: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(settings: PressSettings) {
    this.#settings = {
      documentsPerProcess: 5,
      idleMilliseconds: 60_000,
      limitMilliseconds: 60_000,
      mostWaiting: 20,
      ...settings,
    };
  }

  /** The process that works now, if any. */
  get processId(): number | undefined {
    return this.#child?.alive ? this.#child.processId : undefined;
  }

  /** Starts a process ahead of the first document. It ends again when nothing comes. */
  start(): void {
    if (this.#closed) throw new Error('This press is closed.');
    if (this.#child?.alive) return;
    this.#child = new ChildPress(this.#settings.processFile);
    this.#rest();
  }

  /**
   * The document as a tagged PDF: the same document, the same bytes. After a crash it is tried once more. Whoever aborts
   * the signal gives up their place, and ends the process where it is at work for them. Rejects with `PressBusy` when
   * too many wait, and with `TooSlow`.
   */
  async press(document: Document, wanted: Wanted = {}): Promise<Uint8Array> {
    const { signal } = wanted;
    signal?.throwIfAborted();
    if (this.#taken > this.#settings.mostWaiting) throw new PressBusy(this.#taken - 1);
    this.#taken += 1;
    const { gone, stop } = leaving(signal);
    const pressed = this.#last.then(() => this.#pressTwice(document, wanted));
    this.#last = pressed.catch(() => undefined);
    return Promise.race([pressed, gone]).finally(() => {
      this.#taken -= 1;
      stop();
    });
  }

  /** Ends the process. Documents that still wait are refused. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#idle);
    await this.#child?.end();
  }

  async #pressTwice(document: Document, wanted: Wanted): Promise<Uint8Array> {
    const { signal } = wanted;
    signal?.throwIfAborted();
    try {
      return await this.#pressOnce(document, wanted);
    } catch (failure) {
      if (!(failure instanceof PressEnded) || this.#closed || signal?.aborted) throw failure;
      return await this.#pressOnce(document, wanted);
    }
  }

  async #pressOnce(document: Document, { signal, tell }: Wanted): Promise<Uint8Array> {
    this.start();
    clearTimeout(this.#idle);
    const child = this.#child!;
    const end = () => void child.end();
    signal?.addEventListener('abort', end, { once: true });
    try {
      tell?.('at-work');
      const limits = { milliseconds: this.#settings.limitMilliseconds, laidOut: () => tell?.('laid-out') };
      const pdf = await child.press(document, limits);
      if (child.pressed >= this.#settings.documentsPerProcess) await this.#replace(child);
      return pdf;
    } catch (failure) {
      await child.end();
      throw failure;
    } finally {
      signal?.removeEventListener('abort', end);
      if (!this.#closed) this.#rest();
    }
  }

  /** The next process starts while nobody waits for it yet. */
  async #replace(child: ChildPress): Promise<void> {
    await child.end();
    if (!this.#closed) this.start();
  }

  #rest(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.#child?.end(), this.#settings.idleMilliseconds);
    this.#idle.unref();
  }
}

/** Rejects as soon as the signal is aborted, until it is stopped. */
function leaving(signal: AbortSignal | undefined): { gone: Promise<never>; stop: () => void } {
  let leave = (): void => undefined;
  const gone = new Promise<never>((_, reject) => {
    leave = () => reject(signal?.reason);
  });
  signal?.addEventListener('abort', leave, { once: true });
  return { gone, stop: () => signal?.removeEventListener('abort', leave) };
}
