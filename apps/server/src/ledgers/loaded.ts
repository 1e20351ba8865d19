import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { setImmediate as othersAnswered } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createGzip, gunzip } from 'node:zlib';
import {
  emptyTail,
  isSnapshotSignedBy,
  type LedgerStore,
  openEntry,
  type SigningKey,
  StoreDamaged,
  sealEntry,
  signSnapshot,
  type Tail,
} from '@concord/ledger';
import {
  emptyProgramme,
  evolve,
  fromPlain,
  type Programme,
  plainPieces,
  type RecordedFact,
  redacted,
  stateVersion,
  UnknownFact,
} from '@concord/programme';
import { newMemory, type ViewMemory } from '@concord/views';

/** One organisation in memory: its programme at its tail, and what views keep between questions. */
export interface Loaded {
  readonly organisation: string;
  readonly tail: Tail;
  readonly programme: Programme;
  readonly memory: ViewMemory;
  /** Set when a newer version wrote an entry: what comes before it can be read, nothing can be written. */
  readonly newerAt?: number;
}

/** The ledger holds something that no version could have written there. */
export class LedgerDamaged extends Error {
  override readonly name = 'LedgerDamaged';
  readonly seq: number;

  constructor(seq: number, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.seq = seq;
  }
}

export interface Shelf {
  readonly store: LedgerStore;
  readonly key: SigningKey;
}

/** Entries that are read and folded at once, a few milliseconds' work; between two lots others are answered. */
const chunk = 500;
const slowFold = 250;
const unpack = promisify(gunzip);

/** Loads an organisation from its newest snapshot and the entries after it. */
export async function loadOrganisation(shelf: Shelf, organisation: string): Promise<Loaded> {
  const started = performance.now();
  const loaded = await loadUpTo(shelf, organisation, Number.MAX_SAFE_INTEGER);
  // Without one the next start is slow, and that is all.
  if (performance.now() - started > slowFold)
    setImmediate(() => void keepSnapshot(shelf, loaded).catch(() => undefined));
  return loaded;
}

/** The programme as it was known at a position, and the seal there. Undefined when the ledger is shorter. */
export async function programmeAt(
  shelf: Shelf,
  organisation: string,
  position: number,
): Promise<Loaded | undefined> {
  const loaded = await loadUpTo(shelf, organisation, position);
  return loaded.tail.position === position ? loaded : undefined;
}

async function loadUpTo(shelf: Shelf, organisation: string, upTo: number): Promise<Loaded> {
  const start = await startFrom(shelf, organisation, upTo);
  const loaded = start && (await catchUp(shelf.store, start, { upTo, erasedAfter: start.tail.position }));
  return loaded ?? foldAnew(shelf.store, organisation, upTo);
}

/** From the first entry; once more when something is erased while it is being read. */
async function foldAnew(store: LedgerStore, organisation: string, upTo: number): Promise<Loaded> {
  for (;;) {
    const { position } = await store.tail(organisation);
    const loaded = await catchUp(store, beginning(organisation), { upTo, erasedAfter: position });
    if (loaded) return loaded;
  }
}

function beginning(organisation: string): Loaded {
  return { organisation, programme: emptyProgramme, tail: emptyTail, memory: newMemory() };
}

export interface CatchUp {
  readonly upTo: number;
  /** Position up to which erasures are known to be done in what was loaded. */
  readonly erasedAfter: number;
}

/**
 * Reads the entries that others, or an earlier version of this process, have appended. Undefined when one of them
 * erased something that may live on in what was loaded: then it has to be loaded anew.
 */
export async function catchUp(
  store: LedgerStore,
  loaded: Loaded,
  { upTo, erasedAfter }: CatchUp,
): Promise<Loaded | undefined> {
  let now = loaded;
  while (now.newerAt === undefined && now.tail.position < upTo) {
    const wanted = Math.min(chunk, upTo - now.tail.position);
    const entries = await store.read(now.organisation, now.tail.position, wanted);
    for (const entry of entries) {
      now = step(now, entry);
      if (now.newerAt !== undefined) break;
      if (entry.seq > erasedAfter && isErasure(entry)) return undefined;
    }
    if (entries.length < wanted) break;
    await othersAnswered();
  }
  return now;
}

type StoredEntry = Awaited<ReturnType<LedgerStore['read']>>[number];

function isErasure(entry: StoredEntry): boolean {
  return entry.text.includes(`"type":"${redacted.type}"`) && openEntry(entry).type === redacted.type;
}

function step(loaded: Loaded, entry: StoredEntry): Loaded {
  if (sealEntry(loaded.tail.seal, entry.text) !== entry.seal) {
    throw new LedgerDamaged(entry.seq, 'its text does not fit its seal');
  }
  try {
    const programme = evolve(loaded.programme, openEntry(entry) as RecordedFact);
    return { ...loaded, programme, tail: { position: entry.seq, seal: entry.seal } };
  } catch (error) {
    if (error instanceof UnknownFact) return { ...loaded, newerAt: entry.seq };
    throw new LedgerDamaged(entry.seq, error);
  }
}

/** A snapshot of this state version that we signed and that the ledger still leads up to. */
async function startFrom(shelf: Shelf, organisation: string, atOrBelow: number): Promise<Loaded | undefined> {
  const snapshot = await shelf.store.snapshot(organisation, atOrBelow);
  if (snapshot?.stateVersion !== stateVersion) return undefined;
  if (!isSnapshotSignedBy(snapshot, organisation, shelf.key.publicKey)) return undefined;
  const [entry] = await shelf.store.read(organisation, snapshot.position - 1, 1);
  if (entry?.seal !== snapshot.seal) return undefined;
  const programme = await programmeIn(snapshot.body);
  const tail = { position: snapshot.position, seal: snapshot.seal };
  return programme && { organisation, programme, tail, memory: newMemory() };
}

/** One that can not be read costs a slow start, and not the organisation. */
async function programmeIn(body: Uint8Array): Promise<Programme | undefined> {
  try {
    return fromPlain(JSON.parse((await unpack(body)).toString('utf8')));
  } catch {
    return undefined;
  }
}

/** A programme as a snapshot holds it: JSON, packed. Made piece by piece, so that others are answered meanwhile. */
export async function snapshotBody(programme: Programme): Promise<Uint8Array> {
  const packing = createGzip({ level: 1 });
  const body = buffer(packing);
  for (const piece of plainPieces(programme)) if (!packing.write(piece)) await once(packing, 'drain');
  packing.end();
  return body;
}

/** Keeps the programme so that the next start is quick. It may be deleted at any time. */
export async function keepSnapshot({ store, key }: Shelf, loaded: Loaded): Promise<void> {
  const { organisation, programme, tail } = loaded;
  const body = await snapshotBody(programme);
  const snapshot = { position: tail.position, stateVersion, seal: tail.seal, body };
  await store.keepSnapshot(organisation, signSnapshot(key, organisation, snapshot));
  // An erasure that came between dropped the snapshots before this one was there.
  const later = { upTo: Number.MAX_SAFE_INTEGER, erasedAfter: tail.position };
  if (!(await catchUp(store, loaded, later))) await store.dropSnapshots(organisation);
}

/** The programme as far as it folds, and whether that is to its end; for who has to look into a damaged ledger. */
export async function readableLedger(
  { store }: Pick<Shelf, 'store'>,
  organisation: string,
): Promise<{ loaded: Loaded; whole: boolean }> {
  let loaded = beginning(organisation);
  try {
    for (;;) {
      const entries = await store.read(organisation, loaded.tail.position, chunk);
      for (const entry of entries) loaded = step(loaded, entry);
      if (entries.length < chunk || loaded.newerAt !== undefined) return { loaded, whole: true };
    }
  } catch (error) {
    if (error instanceof LedgerDamaged || error instanceof StoreDamaged) return { loaded, whole: false };
    throw error;
  }
}
