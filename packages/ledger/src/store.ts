/** What a ledger store keeps for one entry. `text` is the canonical JSON as sealed; see docs/decisions/0002. */
export interface Entry {
  readonly seq: number;
  readonly text: string;
  /** 64 lower-case hex digits. */
  readonly seal: string;
  /** Values behind the commitments, by member; null when there are none (left). Erasable, so not sealed. */
  readonly erasable: Erasable | null;
}

export type Erasable = Readonly<Record<string, { readonly salt: string; readonly value: unknown }>>;

/** One command: its entries are `first`…`last`. */
export interface Batch {
  readonly id: string;
  readonly first: number;
  readonly last: number;
  readonly at: string;
  readonly actor: string;
  readonly via: string;
  readonly operation: string;
  /** The caller's Idempotency-Key, unique in the organisation; null when none was given. */
  readonly key: string | null;
  /** SHA-256 of what was asked, hex; null when no key was given. */
  readonly bodyHash: string | null;
}

/** What a store keeps beside an entry to find it by: `kind/id` of its record, and its batch. */
export interface Place {
  readonly seq: number;
  readonly record: string;
  readonly batch: string;
}

/** Where a ledger ends. An empty one is at position 0 with the genesis seal. */
export interface Tail {
  readonly position: number;
  readonly seal: string;
}

/** One transaction: the batches of all commands decided together, and what they erase. */
export interface Append {
  readonly entries: readonly Entry[];
  readonly batches: readonly Batch[];
  readonly erase: readonly { readonly seq: number; readonly members: readonly string[] }[];
}

export interface StoredSnapshot {
  readonly position: number;
  readonly stateVersion: number;
  readonly seal: string;
  readonly body: Uint8Array;
  /** Ed25519 over the lines of docs/decisions/0002, base64. */
  readonly signature: string;
}

/**
 * Facts in order, for many organisations. Adapters: memory, SQLite, PostgreSQL; one contract suite holds them alike.
 * Every method rejects with `StoreUnavailable` when the store cannot be reached; nothing is half written.
 */
export interface LedgerStore {
  /** Ids of the organisations that have at least one entry, in order. */
  organisations(): Promise<readonly string[]>;
  tail(organisation: string): Promise<Tail>;
  /** Entries with a `seq` over `after`, in order, at most `limit`. A negative `after` also finds rows that should not be. */
  read(organisation: string, after: number, limit: number): Promise<readonly Entry[]>;
  /**
   * Appends after exactly this tail, durably (fsync before it resolves), all or nothing.
   * `beaten` when somebody else appended first or an idempotency key or command id is already taken: read the tail,
   * decide again. Rejects with a plain error (a bug) when the entries do not follow the tail or the batches do not
   * cover them. After `StoreUnavailable` from a server that broke off, the outcome is unknown until the tail is read.
   */
  append(organisation: string, after: Tail, append: Append): Promise<'appended' | 'beaten'>;
  batchByKey(organisation: string, key: string): Promise<Batch | undefined>;
  /** Batches with a `first` over `afterSeq`, in order of `first`, at most `limit`; for verify. */
  batches(organisation: string, afterSeq: number, limit: number): Promise<readonly Batch[]>;
  /** Where entries after a position are filed: what `history` goes by. For verify; what counts is the text. */
  places(organisation: string, after: number, limit: number): Promise<readonly Place[]>;
  /** All entries about one record (`kind/id`), in order. */
  history(organisation: string, record: string): Promise<readonly Entry[]>;
  /** The newest snapshot at or below a position, or undefined. There is one at most for a position. */
  snapshot(organisation: string, atOrBelow: number): Promise<StoredSnapshot | undefined>;
  keepSnapshot(organisation: string, snapshot: StoredSnapshot): Promise<void>;
  dropSnapshots(organisation: string): Promise<void>;
  /** Takes a whole ledger away for good, snapshots and all; nothing happens when there is none. */
  remove(organisation: string): Promise<void>;
  close(): Promise<void>;
}

/** The store cannot be reached or is held by another process; `DirectoryHeld` says by whom, `StoreDamaged` that it is broken. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
