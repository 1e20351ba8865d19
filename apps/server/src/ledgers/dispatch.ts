import { appendOf, openEntry, type SealedBatch } from '@concord/ledger';
import { refuse } from '@concord/programme';
import type { Decided, Done, Ground, Order, Outcome, Previewed } from './decide.ts';
import { decideSafely, previewSafely } from './decide-safely.ts';
import { erasuresIn } from './forget-files.ts';
import { catchUp, type Loaded, loadOrganisation, type Shelf } from './loaded.ts';
import { replayFromLedger, sameOrder } from './replay.ts';

/** An evidence file or a name may have to go when the entry that held it is erased. */
export interface DispatchSettings extends Shelf {
  readonly clock: () => Date;
  /** Called when something was erased, here or on another node: what was worked out before must not be shown again. */
  readonly outdated: (organisation: string) => void;
  /** Called after an erasure of ours is durable. */
  readonly erased: (organisation: string, before: readonly { seq: number; data: object }[]) => Promise<void>;
}

const attempts = 5;

interface Waiting {
  readonly order: Order;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The only writer. Orders of one organisation wait in one queue; all that wait are decided in order on an unpublished
 * state and appended in one transaction. State is published and callers are answered after the commit. When another
 * node appended first, the tail is read and everything is decided again.
 */
export class Dispatch {
  readonly #settings: DispatchSettings;
  readonly #loaded = new Map<string, Promise<Loaded>>();
  readonly #queues = new Map<string, Waiting[]>();

  constructor(settings: DispatchSettings) {
    this.#settings = settings;
  }

  /** Decides and appends an order; resolves after it is durable. Rejects only for a fault of ours. */
  submit(order: Order): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const queue = this.#queues.get(order.organisation);
      if (queue) {
        queue.push({ order, resolve, reject });
        return;
      }
      this.#queues.set(order.organisation, [{ order, resolve, reject }]);
      // The next turn of the loop, so that everybody who asks in this one is in the same transaction.
      setImmediate(() => void this.#drain(order.organisation));
    });
  }

  /** Decides an order on what stands now, and writes nothing. */
  async preview(order: Order): Promise<{ previewed: Previewed } | Exclude<Outcome, { done: Done }>> {
    const loaded = await this.loaded(order.organisation);
    const decided = previewSafely(order, loaded, this.#settings.clock);
    if ('fault' in decided) throw decided.fault;
    return decided;
  }

  /**
   * Takes the organisation's queue for itself, e.g. to remove its ledger: orders that come meanwhile wait, and are
   * decided on what is left then.
   */
  async alone(organisation: string, work: () => Promise<void>): Promise<void> {
    while (this.#queues.has(organisation)) await new Promise((resolve) => setImmediate(resolve));
    this.#queues.set(organisation, []);
    try {
      await work();
    } finally {
      this.#outdate(organisation);
      await this.#drain(organisation);
    }
  }

  /** The organisation as it stands in the store now. */
  async loaded(organisation: string): Promise<Loaded> {
    return await this.#current(organisation).then(({ loaded }) => loaded);
  }

  async #current(organisation: string): Promise<{ held: Promise<Loaded>; loaded: Loaded }> {
    const held = this.#load(organisation);
    const before = await held;
    const loaded = await catchUp(this.#settings.store, before, {
      upTo: Number.MAX_SAFE_INTEGER,
      erasedAfter: before.tail.position,
    });
    if (loaded) return { held: loaded === before ? held : this.#publish(held, loaded), loaded };
    this.#outdate(organisation);
    return this.#current(organisation);
  }

  async #drain(organisation: string): Promise<void> {
    for (;;) {
      const waiting = this.#queues.get(organisation)?.splice(0) ?? [];
      if (waiting.length === 0) break;
      try {
        await this.#settle(organisation, waiting);
      } catch (error) {
        for (const { reject } of waiting) reject(error);
      }
    }
    this.#queues.delete(organisation);
  }

  async #settle(organisation: string, waiting: readonly Waiting[]): Promise<void> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const { held, loaded } = await this.#current(organisation);
      const answers = await this.#decideAll(loaded, waiting);
      if (await this.#append(held, loaded, answers)) {
        for (const [at, { resolve, reject }] of waiting.entries())
          answer(answers.outcomes[at], { resolve, reject });
        return;
      }
    }
    for (const { resolve } of waiting) resolve(refuse('unavailable', 'ledger.contended'));
  }

  async #decideAll(loaded: Loaded, waiting: readonly Waiting[]): Promise<Answers> {
    const outcomes: Answers['outcomes'] = [];
    const sealed: SealedBatch[] = [];
    const byKey = new Map<string, { order: Order; done: Done }>();
    let ground: Ground = { programme: loaded.programme, tail: loaded.tail };
    for (const { order } of waiting) {
      const replayed = order.key === undefined ? undefined : await this.#replay(order, byKey);
      const outcome = replayed ?? decideSafely(order, { loaded, ground, clock: this.#settings.clock });
      outcomes.push(outcome);
      if (!hasWritten(outcome)) continue;
      ground = outcome.ground;
      sealed.push(outcome.sealed);
      if (order.key !== undefined) byKey.set(order.key, { order, done: outcome.done });
    }
    return { outcomes, sealed, ground };
  }

  /** The answer of an earlier command with the same key, from the same transaction or from the ledger. */
  async #replay(
    order: Order,
    byKey: ReadonlyMap<string, { order: Order; done: Done }>,
  ): Promise<Outcome | undefined> {
    const key = order.key as string;
    const before = byKey.get(key);
    if (before)
      return sameOrder(before.order.actor, before.order.bodyHash ?? '', order) ?? { done: before.done };
    return replayFromLedger(this.#settings.store, order);
  }

  /** True when everything is durable, or nothing was to be written. */
  async #append(from: Promise<Loaded>, loaded: Loaded, { sealed, ground }: Answers): Promise<boolean> {
    if (sealed.length === 0) return true;
    const erasures = erasuresIn(sealed);
    const held = await this.#readErased(loaded.organisation, erasures);
    const appended = await this.#settings.store.append(
      loaded.organisation,
      loaded.tail,
      appendOf(sealed, erasures),
    );
    if (appended === 'beaten') return false;
    this.#publish(from, { ...loaded, programme: ground.programme, tail: ground.tail });
    if (erasures.length > 0) await this.#forget(loaded.organisation, held);
    return true;
  }

  /** What was erased must not live on in memory or in a snapshot. */
  async #forget(organisation: string, held: readonly { seq: number; data: object }[]): Promise<void> {
    this.#outdate(organisation);
    await this.#settings.store.dropSnapshots(organisation);
    await this.#settings.erased(organisation, held);
  }

  #outdate(organisation: string): void {
    this.#loaded.delete(organisation);
    this.#settings.outdated(organisation);
  }

  async #readErased(organisation: string, erasures: readonly { seq: number }[]) {
    const held = [];
    for (const { seq } of erasures) {
      const [entry] = await this.#settings.store.read(organisation, seq - 1, 1);
      if (entry) held.push({ seq, data: openEntry(entry).data });
    }
    return held;
  }

  #load(organisation: string): Promise<Loaded> {
    const known = this.#loaded.get(organisation);
    if (known) return known;
    const loading = loadOrganisation(this.#settings, organisation);
    this.#loaded.set(organisation, loading);
    // A failed load is tried again by whoever asks next.
    loading.catch(() => this.#loaded.delete(organisation));
    return loading;
  }

  /** Only in place of what it was worked out from: an erasure may have thrown that away meanwhile. */
  #publish(from: Promise<Loaded>, now: Loaded): Promise<Loaded> {
    const published = Promise.resolve(now);
    if (this.#loaded.get(now.organisation) === from) this.#loaded.set(now.organisation, published);
    return published;
  }
}

interface Answers {
  readonly outcomes: (Outcome | Decided | { readonly fault: unknown })[];
  readonly sealed: readonly SealedBatch[];
  readonly ground: Ground;
}

type Written = Extract<Decided, { done: Done }> & { readonly sealed: SealedBatch };

function hasWritten(outcome: Answers['outcomes'][number]): outcome is Written {
  return 'sealed' in outcome && outcome.sealed !== undefined;
}

function answer(
  outcome: Answers['outcomes'][number] | undefined,
  { resolve, reject }: Pick<Waiting, 'resolve' | 'reject'>,
): void {
  if (!outcome) reject(new Error('an order was not decided'));
  else if ('fault' in outcome) reject(outcome.fault);
  else resolve('refusal' in outcome ? outcome : { done: outcome.done });
}
