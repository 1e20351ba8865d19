import { mkdir } from 'node:fs/promises';
import {
  type HeldDirectory,
  holdDirectory,
  type LedgerStore,
  loadOrMakeSigningKey,
  postgresStore,
  type SigningKey,
  signingKeyPath,
  sqliteStore,
} from '@concord/ledger';
import { type FileStore, openFileStore } from './files/file-store.ts';
import { openIdentityDatabase } from './identity/database.ts';
import { openPeople, type People } from './identity/people.ts';
import { Archive } from './ledgers/archive.ts';
import { Dispatch } from './ledgers/dispatch.ts';
import { forgetFiles } from './ledgers/forget-files.ts';
import { type Loaded, readableLedger } from './ledgers/loaded.ts';
import { openPress, type Render } from './rendering.ts';

export interface ServerSettings {
  /** Data directory: evidence files, and everything else unless PostgreSQL holds it. */
  readonly directory: string;
  readonly databaseUrl?: string | undefined;
  /** The built process that sets PDF. */
  readonly pressFile: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock?: () => Date;
}

/** Everything that answers requests, assembled. */
export interface Server {
  readonly store: LedgerStore;
  readonly key: SigningKey;
  readonly people: People;
  readonly files: FileStore;
  readonly dispatch: Dispatch;
  readonly archive: Archive;
  readonly clock: () => Date;
  readonly render: Render;
  /** The data directory as held by this process; absent where PostgreSQL settles who writes. */
  readonly held: HeldDirectory | undefined;
  readonly exists: (organisation: string) => Promise<boolean>;
  /** The programme as far as it can be folded, for who must act on a damaged ledger. */
  readonly readable: (organisation: string) => Promise<{ loaded: Loaded; whole: boolean }>;
  readonly close: () => Promise<void>;
}

/** Opens the stores and assembles the server. Throws `DirectoryHeld` when another process has the data directory. */
export async function openServer(settings: ServerSettings): Promise<Server> {
  const { directory, databaseUrl, env, pressFile, clock = () => new Date() } = settings;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const held = databaseUrl === undefined ? holdDirectory(directory) : undefined;
  const store =
    databaseUrl === undefined ? sqliteStore(`${directory}/organisations`) : postgresStore(databaseUrl);
  const key = loadOrMakeSigningKey(signingKeyPath(env));
  const database = openIdentityDatabase({ directory, databaseUrl });
  const people = await openPeople(database);
  const files = await openFileStore(directory);
  await files.sweep(clock().getTime());
  const shelf = { store, key };
  const archive = new Archive(shelf);
  const dispatch: Dispatch = new Dispatch({
    ...shelf,
    clock,
    erased: async (organisation, before) => {
      archive.forget(organisation);
      await forgetFiles(files, await dispatch.loaded(organisation), before);
    },
  });
  const press = openPress(pressFile, key);
  return {
    ...shelf,
    people,
    files,
    dispatch,
    archive,
    clock,
    render: press.render,
    held,
    exists: async (organisation) => isId(organisation) && (await store.tail(organisation)).position > 0,
    readable: (organisation) => readableLedger(shelf, organisation),
    close: async () => {
      await press.close();
      await store.close();
      await database.destroy();
      held?.release();
    },
  };
}

function isId(organisation: string): boolean {
  return /^[a-z0-9-]{1,64}$/.test(organisation);
}
