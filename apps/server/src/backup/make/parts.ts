import { setImmediate } from 'node:timers/promises';
import {
  emptyTail,
  type LedgerStore,
  publicKeyPem,
  type SigningKey,
  signHead,
  type Tail,
} from '@concord/ledger';
import type { FileStore, OrganisationFiles } from '../../files/file-store.ts';
import type { IdentityCopy } from '../../identity/copy.ts';
import { BackupFault } from '../form/fault.ts';
import {
  type BackedUp,
  form,
  type Manifest,
  manifestPath,
  type Opening,
  openingPath,
} from '../form/manifest.ts';
import type { Member } from '../form/tar.ts';
import { guide } from './guide.ts';
import { ledgerPages } from './ledger-pages.ts';
import { Sums } from './sums.ts';

export interface BackupPlaces {
  readonly store: LedgerStore;
  readonly key: SigningKey;
  readonly files: FileStore;
  readonly identity: IdentityCopy;
  readonly clock: () => Date;
  readonly program: string;
  /** The built thread that encrypts; without it that is done on the caller's. */
  readonly exportThreadFile?: string | undefined;
}

export interface Gathering {
  readonly organisations: readonly string[];
  /** Whether others were left out: then nothing that is not about these is taken. */
  readonly partial: boolean;
  /** Told how much has been gathered so far. */
  readonly onProgress?: (gathered: Gathered) => void;
}

/** How far the making of a backup is. */
export interface Gathered {
  readonly step: 'ledgers' | 'files' | 'people';
  readonly done: number;
  /** Known before all of it is read, so no promise: others write on. */
  readonly of: number;
}

/**
 * Everything that goes into a backup, in order: for each organisation first the ledger, then the files that it names, so
 * that no file which it names can be missing; then the people. Others write on meanwhile: each ledger is taken up to
 * where it ended when it was read to its end.
 */
export async function* gatherParts(places: BackupPlaces, asked: Gathering): AsyncGenerator<Member, Manifest> {
  const { organisations } = asked;
  const sums = new Sums();
  const gathered = new Collected(asked);
  for (const id of organisations) gathered.ofEntries += (await places.store.tail(id)).position;
  yield sums.take(openingPath, json(openingOf(places, asked, gathered.ofEntries)));
  yield sums.take('README.txt', Buffer.from(guide));
  const backedUp: BackedUp[] = [];
  for (const id of organisations) {
    backedUp.push(yield* gatherOrganisation(places, id, { sums, gathered }));
  }
  const only = asked.partial ? { people: gathered.people, organisations } : undefined;
  const copied = yield* gatherIdentity(places.identity, sums, only);
  yield* sums.close();
  const manifest: Manifest = {
    organisations: backedUp,
    ...copied,
    files: gathered.files,
    bytes: sums.bytes,
    sums: sums.lists,
    publicKey: publicKeyPem(places.key.publicKey),
  };
  yield sums.bare(manifestPath, json(manifest));
  return manifest;
}

/** The organisations to take, each of which is there. Throws `BackupFault` when there is none, or one is not. */
export async function organisationsAsked(
  store: LedgerStore,
  only: readonly string[] | undefined,
): Promise<readonly string[]> {
  const known = await store.organisations();
  const unknown = only?.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new BackupFault(1, 'organisation.unknown', { params: { organisation: unknown } });
  if (known.length === 0) throw new BackupFault(1, 'backup.nothing');
  return only === undefined ? known : known.filter((id) => only.includes(id));
}

function openingOf({ clock, program }: BackupPlaces, { partial }: Gathering, entries: number): Opening {
  const madeAt = clock().toISOString();
  return { format: 'concord backup', form, program, madeAt, partial, entries };
}

/** What is counted on the way. */
class Collected {
  entries = 0;
  ofEntries = 0;
  files = 0;
  ofFiles = 0;
  readonly people = new Set<string>();
  readonly #asked: Gathering;

  constructor(asked: Gathering) {
    this.#asked = asked;
  }

  tellEntries(more: number): void {
    this.entries += more;
    this.ofEntries = Math.max(this.ofEntries, this.entries);
    this.#asked.onProgress?.({ step: 'ledgers', done: this.entries, of: this.ofEntries });
  }

  tellFile(): void {
    this.files += 1;
    this.#asked.onProgress?.({ step: 'files', done: this.files, of: this.ofFiles });
  }
}

interface Under {
  readonly sums: Sums;
  readonly gathered: Collected;
}

async function* gatherOrganisation(
  places: BackupPlaces,
  id: string,
  { sums, gathered }: Under,
): AsyncGenerator<Member, BackedUp> {
  const { store, key } = places;
  const files = places.files.of(id);
  const taken = new Set<string>();
  const lost = new Map<string, 'missing' | 'altered'>();
  let tail: Tail = emptyTail;
  let page = 0;
  let erased = true;
  let name = '';
  while (erased) {
    const named: string[] = [];
    for await (const each of ledgerPages(
      { store, organisation: id },
      tail,
      (await store.tail(id)).position,
    )) {
      page += 1;
      yield sums.take(`ledgers/${id}/${numbered(page)}.jsonl`, Buffer.from(each.text));
      tail = each.tail;
      name = each.name ?? name;
      named.push(...each.files.filter((hash) => !taken.has(hash)));
      for (const hash of each.files) taken.add(hash);
      for (const person of each.people) gathered.people.add(person);
      gathered.tellEntries(each.entries);
      await setImmediate();
    }
    const wanted = new Set(named);
    gathered.ofFiles += wanted.size;
    for (const hash of wanted) yield* gatherFile(files, { id, hash, lost }, { sums, gathered });
    // What an erasure has taken since is only explained by its entry, so the ledger is read on to beyond it.
    erased = await erasesAfter(store, id, tail);
  }
  const head = signHead(key, id, tail);
  const held = [...lost].map(([hash, state]) => ({ hash, state }));
  const { position, seal } = tail;
  return { id, name, position, seal, head, files: taken.size - lost.size, lost: held };
}

async function erasesAfter(store: LedgerStore, organisation: string, tail: Tail): Promise<boolean> {
  const { position } = await store.tail(organisation);
  for await (const page of ledgerPages({ store, organisation }, tail, position)) if (page.erases) return true;
  return false;
}

interface Named {
  readonly id: string;
  readonly hash: string;
  readonly lost: Map<string, 'missing' | 'altered'>;
}

/** One that is gone is noted: it may have been erased a moment ago, or `verify` names it. */
async function* gatherFile(
  files: OrganisationFiles,
  { id, hash, lost }: Named,
  { sums, gathered }: Under,
): AsyncGenerator<Member, void> {
  const opened = await files.open(hash);
  if (opened === undefined) {
    lost.set(hash, 'missing');
    return;
  }
  try {
    yield sums.stream(`files/${id}/${hash}`, opened, (found) => {
      if (found !== hash) lost.set(hash, 'altered');
    });
  } finally {
    await opened.close();
  }
  gathered.tellFile();
  yield* sums.dueList();
  await setImmediate();
}

const rowsAtOnce = 1000;

async function* gatherIdentity(
  identity: IdentityCopy,
  sums: Sums,
  only: Parameters<IdentityCopy['rows']>[0],
): AsyncGenerator<Member, { people: number; keys: number }> {
  const counts = { people: 0, keys: 0 };
  let lines: string[] = [];
  let page = 0;
  const flush = () => {
    page += 1;
    const text = lines.join('');
    lines = [];
    return sums.take(`identity/${numbered(page)}.jsonl`, Buffer.from(text));
  };
  for await (const row of identity.rows(only)) {
    if (row.table === 'people') counts.people += 1;
    if (row.table === 'collector_keys') counts.keys += 1;
    lines.push(`${JSON.stringify(row)}\n`);
    if (lines.length === rowsAtOnce) yield flush();
  }
  if (lines.length > 0) yield flush();
  return counts;
}

function numbered(page: number): string {
  return String(page).padStart(6, '0');
}

function json(value: object): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
