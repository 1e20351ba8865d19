import { openEntry } from '@concord/ledger';
import type { Programme } from '@concord/programme';
import { catchUp, type Loaded, programmeAt, type Shelf } from './loaded.ts';
import { localDay } from './local-day.ts';

const kept = 4;

/** Programmes as they were known at earlier positions; the few asked for last are kept. */
export class Archive {
  readonly #shelf: Shelf;
  readonly #loaded = new Map<string, Promise<Loaded | undefined>>();

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  async at(organisation: string, position: number): Promise<Loaded | undefined> {
    const key = `${organisation} ${position}`;
    const known = this.#loaded.get(key);
    const loading = known ?? programmeAt(this.#shelf, organisation, position);
    loading.catch(() => this.#loaded.delete(key));
    this.#loaded.delete(key);
    this.#loaded.set(key, loading);
    const [oldest] = this.#loaded.keys();
    if (this.#loaded.size > kept && oldest !== undefined) this.#loaded.delete(oldest);
    return loading;
  }

  /** Programmes at positions that follow one another, each folded from the one before; none of them is kept. */
  async *through(organisation: string, positions: readonly number[]): AsyncGenerator<Programme> {
    const { position: erasedAfter } = await this.#shelf.store.tail(organisation);
    let loaded: Loaded | undefined;
    for (const position of positions) {
      const ahead = loaded && (await catchUp(this.#shelf.store, loaded, { upTo: position, erasedAfter }));
      loaded = ahead ?? (await programmeAt(this.#shelf, organisation, position));
      if (!loaded) return;
      yield loaded.programme;
    }
  }

  /**
   * The last position recorded by the end of a local day. Found by halving, as entries follow one another in time; where
   * a clock ran backwards, it is one of those around.
   */
  async positionAt(
    organisation: string,
    { day, zone, upTo }: { readonly day: string; readonly zone: string | undefined; readonly upTo: number },
  ): Promise<number> {
    let [by, after] = [0, upTo + 1];
    while (after - by > 1) {
      const middle = (by + after) >> 1;
      const [entry] = await this.#shelf.store.read(organisation, middle - 1, 1);
      if (entry && localDay(new Date(openEntry(entry).at), zone) <= day) by = middle;
      else after = middle;
    }
    return by;
  }

  /** After an erasure: what was erased must not live on here. */
  forget(organisation: string): void {
    for (const key of this.#loaded.keys()) if (key.startsWith(`${organisation} `)) this.#loaded.delete(key);
  }
}
