import { type Loaded, programmeAt, type Shelf } from './loaded.ts';

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

  /** After an erasure: what was erased must not live on here. */
  forget(organisation: string): void {
    for (const key of this.#loaded.keys()) if (key.startsWith(`${organisation} `)) this.#loaded.delete(key);
  }
}
