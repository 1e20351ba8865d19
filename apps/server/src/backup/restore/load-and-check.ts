import { type LedgerStore, postgresStore, sqliteStore } from '@concord/ledger';
import { openFileStore } from '../../files/file-store.ts';
import { openIdentityCopy } from '../../identity/copy.ts';
import { openIdentityDatabase } from '../../identity/database.ts';
import { type EarlierKeys, type KeysAfter, keepEnded } from '../../identity/ended-keys.ts';
import { type OpenedWith, openBytes } from '../form/envelope.ts';
import type { Manifest, Opening } from '../form/manifest.ts';
import { type Checked, checkLoaded, type HeldAgainst } from './check.ts';
import { Loading } from './load.ts';
import type { OnStep } from './swap.ts';
import { unpackParts } from './unpack.ts';

/** What is to be loaded, and what it has to agree with. */
export interface LoadAsked {
  readonly source: AsyncIterable<Uint8Array>;
  readonly using: OpenedWith;
  readonly against?: HeldAgainst | undefined;
  readonly onStep?: OnStep | undefined;
  /** Keys of what is to be replaced. */
  readonly earlier?: EarlierKeys | undefined;
}

export interface LoadedBackup {
  readonly opening: Opening;
  readonly manifest: Manifest;
  readonly organisations: readonly Checked[];
  readonly keys: KeysAfter;
}

/** Loads a backup into an empty folder (its ledgers and people into a database, when there is one) and verifies it. */
export async function loadAndCheck(
  place: { readonly folder: string; readonly databaseUrl?: string | undefined },
  asked: LoadAsked,
): Promise<LoadedBackup> {
  const { folder, databaseUrl } = place;
  const store: LedgerStore =
    databaseUrl === undefined ? sqliteStore(`${folder}/organisations`) : postgresStore(databaseUrl);
  const identity = openIdentityDatabase({ directory: folder, databaseUrl });
  const close = async () => {
    await store.close();
    await identity.destroy();
  };
  try {
    const loading = new Loading({ store, identity: openIdentityCopy(identity), directory: folder });
    const { opening, manifest } = await load(loading, asked);
    asked.onStep?.('loaded');
    const files = await openFileStore(folder);
    const filesFolder = `${folder}/files`;
    const organisations = await checkLoaded({ store, files, filesFolder, manifest, against: asked.against });
    const keys = await keepEnded(identity, asked.earlier ?? { known: new Set(), ended: new Set() });
    await close();
    return { opening, manifest, organisations, keys };
  } catch (error) {
    // On a full disk closing fails too; what was the matter first is told.
    await close().catch(() => undefined);
    throw error;
  }
}

async function load(loading: Loading, { source, using }: LoadAsked) {
  const parts = unpackParts(openBytes(source, using));
  let opening: Opening | undefined;
  for (;;) {
    const { done, value } = await parts.next();
    if (done) {
      await loading.finish();
      // The first part is always the opening, or the reading of the others has thrown.
      return { opening: opening as Opening, manifest: value };
    }
    if (value.kind === 'opening') opening = value.opening;
    else await loading.take(value);
  }
}
