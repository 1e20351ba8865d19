import {
  emptyTail,
  isSnapshotSignedBy,
  type LedgerStore,
  openEntry,
  type SigningKey,
  sealEntry,
  signSnapshot,
  type Tail,
} from '@concord/ledger';
import {
  emptyProgramme,
  evolve,
  fromPlain,
  type Programme,
  type RecordedFact,
  stateVersion,
  toPlain,
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

const chunk = 5000;
const slowFold = 250;

/** Loads an organisation from its newest snapshot and the entries after it. */
export async function loadOrganisation(shelf: Shelf, organisation: string): Promise<Loaded> {
  const started = performance.now();
  const start = await startFrom(shelf, organisation, Number.MAX_SAFE_INTEGER);
  const memory = newMemory();
  const loaded = await catchUp(shelf.store, { organisation, memory, ...start }, Number.MAX_SAFE_INTEGER);
  if (performance.now() - started > slowFold) setImmediate(() => void keepSnapshot(shelf, loaded));
  return loaded;
}

/** The programme as it was known at a position, and the seal there. Undefined when the ledger is shorter. */
export async function programmeAt(
  shelf: Shelf,
  organisation: string,
  position: number,
): Promise<Loaded | undefined> {
  const start = await startFrom(shelf, organisation, position);
  const loaded = await catchUp(shelf.store, { organisation, memory: newMemory(), ...start }, position);
  return loaded.tail.position === position ? loaded : undefined;
}

/** Reads the entries that others, or an earlier version of this process, have appended. */
export async function catchUp(store: LedgerStore, loaded: Loaded, upTo: number): Promise<Loaded> {
  let now = loaded;
  while (now.newerAt === undefined && now.tail.position < upTo) {
    const wanted = Math.min(chunk, upTo - now.tail.position);
    const entries = await store.read(now.organisation, now.tail.position, wanted);
    for (const entry of entries) {
      const next = step(now, entry);
      now = next;
      if (next.newerAt !== undefined) break;
    }
    if (entries.length < wanted) break;
  }
  return now;
}

type StoredEntry = Awaited<ReturnType<LedgerStore['read']>>[number];

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

/** A snapshot of this state version that we signed and that the ledger still leads up to; else the beginning. */
async function startFrom(
  shelf: Shelf,
  organisation: string,
  atOrBelow: number,
): Promise<Pick<Loaded, 'programme' | 'tail'>> {
  const beginning = { programme: emptyProgramme, tail: emptyTail };
  const snapshot = await shelf.store.snapshot(organisation, atOrBelow);
  if (snapshot?.stateVersion !== stateVersion) return beginning;
  if (!isSnapshotSignedBy(snapshot, organisation, shelf.key.publicKey)) return beginning;
  const [entry] = await shelf.store.read(organisation, snapshot.position - 1, 1);
  if (entry?.seal !== snapshot.seal) return beginning;
  const programme = fromPlain(JSON.parse(Buffer.from(snapshot.body).toString('utf8')));
  return { programme, tail: { position: snapshot.position, seal: snapshot.seal } };
}

/** Keeps the programme so that the next start is quick. It may be deleted at any time. */
export async function keepSnapshot(
  { store, key }: Shelf,
  { organisation, programme, tail }: Loaded,
): Promise<void> {
  const body = Buffer.from(JSON.stringify(toPlain(programme)));
  const snapshot = { position: tail.position, stateVersion, seal: tail.seal, body };
  await store.keepSnapshot(organisation, signSnapshot(key, organisation, snapshot));
}

/** The programme as far as it folds, and whether that is to its end; for who has to look into a damaged ledger. */
export async function readableLedger(
  { store }: Shelf,
  organisation: string,
): Promise<{ loaded: Loaded; whole: boolean }> {
  let loaded: Loaded = { organisation, programme: emptyProgramme, tail: emptyTail, memory: newMemory() };
  for (;;) {
    const entries = await store.read(organisation, loaded.tail.position, chunk);
    for (const entry of entries) {
      try {
        loaded = step(loaded, entry);
      } catch {
        return { loaded, whole: false };
      }
    }
    if (entries.length < chunk || loaded.newerAt !== undefined) return { loaded, whole: true };
  }
}
