import {
  type HeldDirectory,
  holdDirectory,
  joinPostgres,
  type LedgerStore,
  loadOrMakeSigningKey,
  makeFolder,
  postgresStore,
  type SigningKey,
  StoreDamaged,
  StoreUnavailable,
  signingKeyPath,
  sqliteStore,
} from '@concord/ledger';
import type { DemoPort } from '@concord/operations';
import { type BackupAsked, makeBackup, oneAtATime } from './backup/make/index.ts';
import { settleAwaited } from './backup/restore/into-database.ts';
import { finishSwap, isAnythingLeft } from './backup/restore/swap.ts';
import { openDemo } from './demo/index.ts';
import { type FileStore, openFileStore } from './files/file-store.ts';
import { decodeDocument, type SentFile } from './files/tables/index.ts';
import { keepingLast } from './files/tables/keep-last.ts';
import { openIdentityCopy } from './identity/copy.ts';
import { openIdentityDatabase } from './identity/database.ts';
import { type KeyRing, openKeys } from './identity/keys.ts';
import { openPeople, type People } from './identity/people.ts';
import { Archive } from './ledgers/archive.ts';
import { Dispatch } from './ledgers/dispatch.ts';
import { forgetFiles } from './ledgers/forget-files.ts';
import { type Loaded, readableLedger } from './ledgers/loaded.ts';
import { openPress, type Render } from './publishing/rendering.ts';

export interface ServerSettings {
  /** Data directory: evidence files, and everything else unless PostgreSQL holds it. */
  readonly directory: string;
  readonly databaseUrl?: string | undefined;
  /** The built process that sets PDF. */
  readonly pressFile: string;
  /** The built thread that reads sent files; without it they are read where requests are answered. */
  readonly readThreadFile?: string | undefined;
  /** The built thread that writes tables; without it they are written on the serving thread. */
  readonly writeThreadFile?: string | undefined;
  /** The built thread that writes large views; without it they are written on the serving thread. */
  readonly longThreadFile?: string | undefined;
  /** The built thread that writes packs, tables and backups; without it they are written on the serving thread. */
  readonly exportThreadFile?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock?: () => Date;
  /** Said in what leaves this machine. */
  readonly version?: string;
}

/** Everything that answers requests, assembled. */
export interface Server {
  readonly store: LedgerStore;
  readonly key: SigningKey;
  readonly people: People;
  readonly keys: KeyRing;
  readonly files: FileStore;
  readonly dispatch: Dispatch;
  readonly archive: Archive;
  readonly demo: DemoPort;
  readonly exportThreadFile: string | undefined;
  /** Everything there is, or some organisations, as one encrypted file. */
  readonly backup: (asked: BackupAsked) => ReturnType<typeof makeBackup>;
  readonly clock: () => Date;
  readonly render: Render;
  /** What a sent file holds, for rules that read one. */
  readonly decode: (file: SentFile) => ReturnType<typeof decodeDocument>;
  /** The data directory as held by this process; absent where PostgreSQL settles who writes. */
  readonly held: HeldDirectory | undefined;
  readonly exists: (organisation: string) => Promise<boolean>;
  /** The programme as far as it can be folded, for who must act on a damaged ledger. */
  readonly readable: (organisation: string) => Promise<{ loaded: Loaded; whole: boolean }>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the stores and assembles the server. Throws `DirectoryHeld` when another process has the data directory, and
 * `CannotOpen` when directory, key or database are not as they must be; then nothing stays open or held.
 */
export async function openServer(settings: ServerSettings): Promise<Server> {
  const opened: Opened = [];
  try {
    return await assemble(settings, opened);
  } catch (error) {
    await closeAll(opened);
    throw cannotOpen(error, settings);
  }
}

/** How to close what has been opened so far. */
type Opened = (() => unknown)[];

async function closeAll(opened: Opened): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close();
}

async function assemble(settings: ServerSettings, opened: Opened): Promise<Server> {
  const { directory, env, readThreadFile, clock = () => new Date() } = settings;
  const key = openSigningKey(signingKeyPath(env));
  const held = await holdPlace(settings, opened);
  const store = openStore(settings, opened);
  const { people, keys, identity } = await openIdentity(settings, opened);
  const files = await openFileStore(directory);
  await files.sweep(clock().getTime());
  const shelf = { store, key };
  const archive = new Archive(shelf);
  const dispatch: Dispatch = new Dispatch({
    ...shelf,
    clock,
    outdated: (organisation) => archive.forget(organisation),
    erased: async (organisation, before) => forgetFiles(files, await dispatch.loaded(organisation), before),
  });
  const press = openPress(settings, key);
  opened.push(press.close);
  const decode: Server['decode'] = keepingLast((file) => decodeDocument(file, readThreadFile));
  const { render } = press;
  const { exportThreadFile } = settings;
  const places = {
    ...shelf,
    people,
    keys,
    files,
    dispatch,
    archive,
    clock,
    decode,
    render,
    exportThreadFile,
  };
  const copied = { ...places, identity, program: settings.version ?? '' };
  return {
    ...places,
    demo: openDemo(places),
    backup: oneAtATime((asked) => makeBackup(copied, asked)),
    held,
    exists: async (organisation) => isId(organisation) && (await isBegun(store, organisation)),
    readable: (organisation) => readableLedger(shelf, organisation),
    close: () => closeAll(opened),
  };
}

async function holdPlace({ directory, databaseUrl }: ServerSettings, opened: Opened) {
  makeFolder(directory);
  if (databaseUrl !== undefined) {
    opened.push((await joinPostgres(databaseUrl)).release);
    await finishRestore(directory, databaseUrl);
    return undefined;
  }
  const held = holdDirectory(directory);
  opened.push(held.release);
  // A restore that was decided and then interrupted is carried to its end first.
  await finishSwap(directory);
  return held;
}

/** The directory that several share is held only as long as something is to be carried to its end. */
async function finishRestore(directory: string, databaseUrl: string): Promise<void> {
  if (!(await isAnythingLeft(directory))) return;
  const held = holdDirectory(directory);
  try {
    await settleAwaited(directory, databaseUrl);
    await finishSwap(directory);
  } finally {
    held.release();
  }
}

function openStore({ directory, databaseUrl }: ServerSettings, opened: Opened): LedgerStore {
  const store =
    databaseUrl === undefined ? sqliteStore(`${directory}/organisations`) : postgresStore(databaseUrl);
  opened.push(store.close);
  return store;
}

async function openIdentity(settings: ServerSettings, opened: Opened) {
  const database = openIdentityDatabase(settings);
  opened.push(() => database.destroy());
  return {
    people: await openPeople(database),
    keys: openKeys(database),
    identity: openIdentityCopy(database),
  };
}

/** The data cannot be used as things are on this machine; the message says what is the matter, in one line. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
}

function openSigningKey(path: string): SigningKey {
  try {
    return loadOrMakeSigningKey(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = reason.startsWith('the signing key ')
      ? reason
      : `the signing key ${path} can not be used: ${reason}`;
    throw new CannotOpen(message, { cause: error });
  }
}

/** Errors with a code come from the disk or the database; any other is a bug and keeps its stack. */
function cannotOpen(error: unknown, { directory, databaseUrl }: ServerSettings): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string' || error instanceof StoreUnavailable) return error;
  const reason = (error as Error).message || code;
  const what = databaseUrl === undefined ? `the data directory ${directory}` : 'the database or directory';
  return new CannotOpen(`${what} can not be used: ${reason}`, { cause: error });
}

/** An organisation whose file cannot be read is there: `verify` has to be able to say so. */
async function isBegun(store: LedgerStore, organisation: string): Promise<boolean> {
  try {
    return (await store.tail(organisation)).position > 0;
  } catch (error) {
    if (error instanceof StoreDamaged) return true;
    throw error;
  }
}

function isId(organisation: string): boolean {
  return /^[a-z0-9-]{1,64}$/.test(organisation);
}
