import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Append,
  type Batch,
  type Entry,
  emptyTail,
  type LedgerStore,
  openEntry,
  type Tail,
} from '@concord/ledger';
import { syncFolder } from '../../files/keeping.ts';
import { keptPath } from '../../files/kept-file.ts';
import type { IdentityCopy, IdentityRow } from '../../identity/copy.ts';
import { BackupFault } from '../form/fault.ts';
import type { Member } from '../form/tar.ts';
import type { Part } from './unpack.ts';

/** Where a backup is loaded: empty stores, and the folder that `files` is made in. */
export interface LoadingPlace {
  readonly store: LedgerStore;
  readonly identity: IdentityCopy;
  readonly directory: string;
}

/** Puts each part where it belongs, durably; in flat memory, one command's entries or one piece of a file at a time. */
export class Loading {
  readonly #place: LoadingPlace;
  readonly #ledgers = new Map<string, LedgerLoading>();
  readonly #folders = new Set<string>();
  readonly #unsynced = new Set<Promise<void>>();
  entries = 0;
  files = 0;

  constructor(place: LoadingPlace) {
    this.#place = place;
  }

  async take(part: Part): Promise<void> {
    if (part.kind === 'ledger') await this.#takeLedger(part.organisation, part.lines);
    if (part.kind === 'file') await this.#takeFile(part);
    if (part.kind === 'identity')
      await this.#place.identity.put(part.text.split('\n').flatMap(readLine) as IdentityRow[]);
  }

  /** Everything is on the disk when this resolves. */
  async finish(): Promise<void> {
    for (const ledger of this.#ledgers.values()) await ledger.finish();
    await Promise.all(this.#unsynced);
    for (const folder of this.#folders) await syncFolder(folder);
  }

  async #takeLedger(organisation: string, lines: AsyncIterable<string>): Promise<void> {
    const ledger = this.#ledgers.get(organisation) ?? new LedgerLoading(this.#place.store, organisation);
    this.#ledgers.set(organisation, ledger);
    for await (const text of lines) {
      for (const line of readLine(text)) {
        await ledger.take(line as { batch: Batch } | { entry: Entry });
        if ('entry' in line) this.entries += 1;
      }
    }
  }

  async #takeFile({ organisation, hash, member }: Part & { kind: 'file' }): Promise<void> {
    const path = keptPath(join(this.#place.directory, 'files'), { organisation, hash });
    await this.#makeFolders(path);
    const file = await open(path, 'wx', 0o600);
    try {
      await writeAll(file, member);
    } catch (error) {
      await file.close();
      throw error;
    }
    this.files += 1;
    const synced = file.sync().finally(() => file.close());
    const settled = synced.finally(() => this.#unsynced.delete(settled));
    this.#unsynced.add(settled);
    settled.catch(() => undefined);
    if (this.#unsynced.size >= syncsAtOnce) await Promise.race(this.#unsynced);
  }

  async #makeFolders(path: string): Promise<void> {
    const folder = join(path, '..');
    if (this.#folders.has(folder)) return;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const each of [folder, join(folder, '..'), join(folder, '..', '..')]) this.#folders.add(each);
  }
}

const syncsAtOnce = 16;

type FileHandle = Awaited<ReturnType<typeof open>>;

async function writeAll(file: FileHandle, { bytes }: Member): Promise<void> {
  for await (const chunk of bytes) await file.write(chunk);
}

/** What a line says; nothing when it is empty. */
function readLine(line: string): object[] {
  if (line === '') return [];
  try {
    return [JSON.parse(line)];
  } catch (cause) {
    throw new BackupFault(2, 'backup.not-whole', { cause });
  }
}

const appendedBytes = 1024 * 1024;

/** One ledger, appended again batch by batch as the store asks for, and erased in where its own entries say so. */
class LedgerLoading {
  readonly #store: LedgerStore;
  readonly #organisation: string;
  #tail: Tail = emptyTail;
  #entries: Entry[] = [];
  #batches: Batch[] = [];
  #erase: Append['erase'][number][] = [];
  #bytes = 0;

  constructor(store: LedgerStore, organisation: string) {
    this.#store = store;
    this.#organisation = organisation;
  }

  async take(line: { readonly batch: Batch } | { readonly entry: Entry }): Promise<void> {
    if ('batch' in line) {
      if (this.#bytes >= appendedBytes) await this.finish();
      this.#batches.push(line.batch);
      return;
    }
    const { entry } = line;
    this.#entries.push(entry);
    this.#bytes += entry.text.length;
    // It was read before, or while, the erasure came: what was erased there is not to come back here.
    const { type, record, data } = openEntry(entry);
    if (type === 'Redacted')
      this.#erase.push({ seq: Number(record.id), members: (data as { members: string[] }).members });
  }

  async finish(): Promise<void> {
    const last = this.#entries.at(-1);
    if (last === undefined) return;
    const append = { entries: this.#entries, batches: this.#batches, erase: this.#erase };
    const outcome = await this.#store.append(this.#organisation, this.#tail, append).catch(notLoaded);
    if (outcome === 'beaten') throw new BackupFault(3, 'backup.beaten');
    this.#tail = { position: last.seq, seal: last.seal };
    [this.#entries, this.#batches, this.#erase, this.#bytes] = [[], [], [], 0];
  }
}

/** What the store takes for a bug in its caller is a ledger that does not hang together. */
function notLoaded(error: unknown): never {
  const isOurs = error instanceof Error && !('code' in error) && error.name !== 'StoreUnavailable';
  throw isOurs ? new BackupFault(2, 'backup.not-whole', { cause: error }) : error;
}
