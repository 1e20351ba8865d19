import {
  type Batch,
  type Entry,
  type EntryContent,
  filesNamed,
  type LedgerStore,
  readEntryText,
  sealEntry,
  type Tail,
} from '@concord/ledger';
import { BackupFault } from '../form/fault.ts';

/** A stretch of a ledger as lines of JSON, and what is to be known of it. */
export interface LedgerPage {
  readonly text: string;
  readonly entries: number;
  /** Where the ledger stands after it. */
  readonly tail: Tail;
  /** Files that its entries name, by hash. */
  readonly files: readonly string[];
  /** Who it speaks of: whoever gave a command, and people and collectors that were added. */
  readonly people: readonly string[];
  /** What the organisation is called, when it says so. */
  readonly name: string | undefined;
  /** Whether something was erased in it: then what was read before may have been read too early or too late. */
  readonly erases: boolean;
}

/** A page ends with the entry that fills it, however large that one is. */
const pageCharacters = 512 * 1024;
/** Read at once: an entry may have a mebibyte, and more beside it. */
const entriesAtOnce = 64;

/**
 * Entries after `from`, up to position `to`, each batch before its entries; checked against their seals on the way.
 * Throws `BackupFault` at the first that does not fit: a copy of it could not be restored.
 */
export async function* ledgerPages(
  { store, organisation }: { readonly store: LedgerStore; readonly organisation: string },
  from: Tail,
  to: number,
): AsyncGenerator<LedgerPage, void> {
  const batches = new Batches(store, organisation, from.position);
  let tail = from;
  let page = new Page();
  while (tail.position < to) {
    const read = await store.read(organisation, tail.position, Math.min(entriesAtOnce, to - tail.position));
    if (read.length === 0) throw damaged(organisation, tail.position + 1);
    for (const entry of read) {
      const follows = entry.seq === tail.position + 1 && sealEntry(tail.seal, entry.text) === entry.seal;
      if (!follows) throw damaged(organisation, tail.position + 1);
      page.add(entry, await batches.beginningAt(entry.seq));
      tail = { position: entry.seq, seal: entry.seal };
      if (page.characters < pageCharacters) continue;
      yield page.done(tail);
      page = new Page();
    }
  }
  if (page.characters > 0) yield page.done(tail);
}

function damaged(organisation: string, seq: number): BackupFault {
  return new BackupFault(2, 'backup.ledger-damaged', { params: { organisation, seq } });
}

class Page {
  characters = 0;
  #lines: string[] = [];
  #entries = 0;
  #files: string[] = [];
  #people = new Set<string>();
  #erases = false;
  #name: string | undefined;

  add(entry: Entry, batch: Batch | undefined): void {
    if (batch) this.#put({ batch });
    this.#put({ entry });
    this.#entries += 1;
    const content = readEntryText(entry.text);
    this.#files.push(...filesNamed(entry, content));
    this.#people.add(content.actor);
    const { kind, id } = content.record;
    if (kind === 'person' || kind === 'collector') this.#people.add(id);
    this.#erases ||= content.type === 'Redacted';
    if (kind === 'organisation') this.#name = nameIn(entry, content) ?? this.#name;
  }

  #put(line: object): void {
    const text = JSON.stringify(line);
    this.#lines.push(text);
    this.characters += text.length + 1;
  }

  done(tail: Tail): LedgerPage {
    const text = `${this.#lines.join('\n')}\n`;
    const [files, people] = [this.#files, [...this.#people]];
    const [entries, erases, name] = [this.#entries, this.#erases, this.#name];
    return { text, entries, tail, files, people, name, erases };
  }
}

function nameIn({ erasable }: Entry, { data }: EntryContent): string | undefined {
  const name = erasable?.name?.value ?? data.name;
  return typeof name === 'string' ? name : undefined;
}

const batchesAtOnce = 500;

/** The rows of batches, read some ahead of the entries. */
class Batches {
  readonly #store: LedgerStore;
  readonly #organisation: string;
  #read: readonly Batch[] = [];
  #at = 0;
  #covered: number;

  constructor(store: LedgerStore, organisation: string, covered: number) {
    this.#store = store;
    this.#organisation = organisation;
    this.#covered = covered;
  }

  /** The batch whose first entry this is; undefined inside of one. */
  async beginningAt(seq: number): Promise<Batch | undefined> {
    if (seq <= this.#covered) return undefined;
    if (this.#at === this.#read.length) {
      this.#read = await this.#store.batches(this.#organisation, this.#covered, batchesAtOnce);
      this.#at = 0;
    }
    const batch = this.#read[this.#at];
    if (batch?.first !== seq || batch.last < seq) throw damaged(this.#organisation, seq);
    this.#at += 1;
    this.#covered = batch.last;
    return batch;
  }
}
