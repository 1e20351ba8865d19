import type { Grant, Permission, Programme, RecordName, Refusal, StoredFile } from '@concord/programme';
import type { FlatTable } from '@concord/views';
import type { PackAsked } from './pack.ts';

/** What a file that is sent is called, and the command that is to read it, where one is. */
export interface FileNamed {
  readonly name: string;
  readonly readBy?: string | undefined;
}

/** What a query may ask of the place where it runs; the server answers, a test may too. */
export interface Ports {
  /** Everything recorded about one record, oldest first. */
  readonly history: (record: RecordName) => Promise<readonly HistoryEntry[]>;
  readonly verify: (against: {
    head?: SignedHead | undefined;
    publicKey?: string | undefined;
  }) => Promise<Verification | { refusal: Refusal }>;
  readonly signedHead: () => Promise<SignedHead>;
  readonly publicKey: () => { pem: string; fingerprint: string };
  /** Name and address by id of a person; a person who was erased has neither. */
  readonly people: (ids: readonly string[]) => Promise<ReadonlyMap<string, { name: string; mail: string }>>;
  /** Day on which each collector last sent anything, by its id. */
  readonly keysUsed: () => Promise<ReadonlyMap<string, string>>;
  /** Keeps a file for 24 hours, until a piece of evidence names it. */
  readonly keepFile: (
    named: FileNamed,
    body: AsyncIterable<Uint8Array>,
  ) => Promise<(StoredFile & { readonly known: boolean }) | { refusal: Refusal }>;
  /** The last position recorded by the end of a day in a zone, no later than `upTo`; 0 when there was none by then. */
  readonly positionAt: (
    day: string,
    known: { readonly upTo: number; readonly zone: string | undefined },
  ) => Promise<number>;
  /** The programme as it was known at positions, each not before the last: the ledger is folded forward once. */
  readonly programmesAt: (positions: readonly number[]) => AsyncIterable<Programme>;
  /** Lets others be answered between two parts of what takes long. */
  readonly pause: () => Promise<void>;
  /** A kept file as it can be looked at without opening it. */
  readonly preview: (file: StoredFile) => Promise<FilePreview | { refusal: Refusal }>;
  /** The text of a kept file; undefined when it is gone, or not as it was kept. */
  readonly keptText: (hash: string) => Promise<string | undefined>;
  /** The commands whose entries begin before a position, the latest first. */
  readonly batches: (before: number, limit: number) => Promise<readonly BatchShown[]>;
  /** Everything that the command with this entry recorded, in order; nothing where there is no such entry. */
  readonly batch: (entry: number) => Promise<readonly HistoryEntry[]>;
  readonly organisations: () => Promise<readonly OrganisationListed[]>;
  /** The same, with what somebody is and may do in each of them today. */
  readonly parts: (person: string) => Promise<readonly PartIn[]>;
  /** Instant at which the entry at this position was written; undefined where there is none. */
  readonly recordedAt: (position: number) => Promise<string | undefined>;
  readonly demo: DemoPort;
  /** One encrypted file with the organisations named, or all of them. */
  readonly backup: (asked: BackupAsked) => MadeFile;
  /** Tables for other tools as one file. */
  readonly tables: (asked: TablesAsked) => MadeFile;
  /** Reports and the files behind them as one file that can be checked by itself. */
  readonly pack: (asked: PackAsked) => MadeFile;
}

/** Bytes of a file that is kept at most. */
export const mostFileBytes = 50_000_000;

/** Tables to be written. */
export interface TablesAsked {
  readonly format: 'zip' | 'sqlite';
  readonly tables: readonly FlatTable[];
  /** What the file is called, without its ending. */
  readonly fileName: string;
}

/** Who is to be able to open a backup, and what goes into it. */
export interface BackupAsked {
  readonly to: { readonly passphrase: string } | { readonly recipients: readonly string[] };
  readonly only?: readonly string[] | undefined;
}

/** How far something is that takes long. */
export interface Progress {
  readonly step: string;
  readonly done: number;
  readonly of: number;
}

/**
 * A file that is made while it is sent: its bytes, now and then how far it is, and at the end what is to be told of it.
 * Whoever stops reading stops the making.
 */
export interface MadeFile {
  readonly name: string;
  readonly mediaType: string;
  readonly parts: AsyncGenerator<Uint8Array | Progress, object>;
}

export interface OrganisationListed {
  readonly id: string;
  readonly name: string;
  /** Made by `demo load`, to be looked at and removed again. */
  readonly demo?: true;
}

/** The beginning of a kept file: its text, or the first rows of its sheets; of pictures and PDF only what it is. */
export interface FilePreview {
  readonly kind: 'text' | 'table' | 'image' | 'pdf' | 'other';
  readonly text?: string;
  readonly sheets?: readonly {
    readonly name: string;
    readonly rows: readonly (readonly string[])[];
    /** How many more there are than are shown. */
    readonly moreRows: number;
    readonly moreColumns: number;
  }[];
  /** There is more in the file than is shown. */
  readonly truncated: boolean;
}

/** Somebody's part in one organisation, on this day there. */
export interface PartIn extends OrganisationListed {
  /** IANA zone of the organisation, and the local date there. */
  readonly zone: string;
  readonly today: string;
  readonly roles: readonly Grant[];
  /** What these roles let them do in the whole of the organisation. */
  readonly permissions: readonly Permission[];
}

/** An organisation with a history, to look at. There is one at most. */
export interface DemoPort {
  readonly load: (asked: DemoAsked) => Promise<DemoLoaded | { refusal: Refusal }>;
  /** Takes it away with its files and its people. */
  readonly remove: () => Promise<{ organisation: string; name: string } | { refusal: Refusal }>;
}

export interface DemoAsked {
  /** Who loads it, and may manage it afterwards. */
  readonly actor: string;
  /** Day after its history, local date; today when absent. */
  readonly asOf?: string | undefined;
  /** The same seed and day tell the same history. */
  readonly seed: number;
}

export interface DemoLoaded {
  readonly organisation: string;
  readonly name: string;
  /** First and last day of its history. */
  readonly from: string;
  readonly to: string;
  /** Day to look at it on, where that is not today: what was fresh then has lapsed since. */
  readonly asOf?: string;
  readonly facts: number;
  readonly controls: number;
  readonly evidence: number;
  readonly position: number;
}

export interface HistoryEntry {
  readonly seq: number;
  readonly at: string;
  readonly actor: { readonly id: string; readonly name: string };
  readonly via: string;
  readonly operation: string;
  readonly record: RecordName;
  readonly type: string;
  readonly data: object;
  readonly redacted: readonly string[];
}

/** One command as it was carried out: its entries are `first` to `last`. */
export interface BatchShown {
  readonly first: number;
  readonly last: number;
  readonly at: string;
  readonly actor: { readonly id: string; readonly name: string };
  readonly via: string;
  readonly operation: string;
  /** Records that its first entries are of, each once. */
  readonly records: readonly RecordName[];
}

/** So many entries of a command are looked at for what it is about: an import has thousands. */
export const entriesLookedAt = 4;

/** Whether a command may be about more than its first entries say. */
export function isAboutMore({ first, last }: Pick<BatchShown, 'first' | 'last'>): boolean {
  return last - first >= entriesLookedAt;
}

/** Proof that the ledger of an organisation ended with this seal at this position. Ed25519, base64. */
export interface SignedHead {
  readonly format: 'concord head 1';
  readonly organisation: string;
  readonly position: number;
  readonly seal: string;
  readonly signature: string;
  readonly publicKey: string;
}

export interface Verification {
  readonly ok: boolean;
  /** Entries read. */
  readonly checked: number;
  /** Kept files looked at: one for each entry that names one. */
  readonly files: number;
  readonly redacted: number;
  readonly findings: readonly Finding[];
  readonly warnings: readonly Finding[];
}

export interface Finding {
  readonly kind: string;
  readonly seq?: number;
  readonly file?: string;
  readonly message: string;
}
