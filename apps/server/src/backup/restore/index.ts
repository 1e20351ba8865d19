import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  holdDirectory,
  keyFingerprint,
  loadSigningKey,
  openPostgresScratch,
  type PostgresScratch,
  readPublicKey,
  signingKeyPath,
  sqliteStore,
} from '@concord/ledger';
import type { OpenedWith } from '../form/envelope.ts';
import { BackupFault, diskFault } from '../form/fault.ts';
import { countedBytes, sizeOf } from './backup-file.ts';
import { type Checked, type HeldAgainst, readHeldAgainst } from './check.ts';
import { type LoadedBackup, loadAndCheck } from './load-and-check.ts';
import {
  dropLoadingFolder,
  finishSwap,
  isSwapUnderWay,
  makeLoadingFolder,
  type OnStep,
  swapIn,
} from './swap.ts';

export interface RestoreAsked {
  /** Path of the backup. */
  readonly file: string;
  readonly using: OpenedWith;
  /** A head that left the machine earlier, and the key it is checked with: their texts. */
  readonly head?: { readonly head: string; readonly publicKey: string } | undefined;
  /** Bytes of the file read so far, of how many. */
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
  readonly onStep?: OnStep | undefined;
  /** Stops it, as long as nothing was decided. */
  readonly signal?: AbortSignal | undefined;
}

export interface RestorePlace {
  readonly directory: string;
  readonly databaseUrl?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Restored {
  /** When the backup was made. */
  readonly madeAt: string;
  readonly organisations: readonly Checked[];
  readonly people: number;
  readonly files: number;
  /** Where what stood before is kept; absent when nothing did. */
  readonly kept?: string;
  /** What stood before and went further than the backup, or is not in it. */
  readonly behind: readonly { readonly id: string; readonly position: number; readonly now: number }[];
  /** Whether the key here is the one that signed the backup’s heads. It is never in a backup. */
  readonly signingKey: 'same' | 'other' | 'none';
}

/**
 * Loads a backup beside what stands, verifies all of it, and then lets it take its place: one rename decides. Throws
 * `BackupFault`, `DirectoryHeld` while a server has the data directory, `StoreUnavailable`; then what stood stands, unless
 * the fault says `backup.unfinished`.
 */
export async function restoreBackup(place: RestorePlace, asked: RestoreAsked): Promise<Restored> {
  const against = asked.head && readHeldAgainst(asked.head.head, asked.head.publicKey);
  const size = await sizeOf(asked.file);
  const { directory, databaseUrl } = place;
  await mkdir(directory, { recursive: true, mode: 0o700 }).catch((error) => {
    throw diskFault(error, directory);
  });
  const held = holdDirectory(directory);
  try {
    await finishSwap(directory);
    const scratch = databaseUrl === undefined ? undefined : await openScratch(databaseUrl);
    return await restoreHeld({ ...place, scratch }, { ...asked, against, size });
  } catch (error) {
    throw diskFault(error, directory);
  } finally {
    held.release();
  }
}

async function openScratch(databaseUrl: string): Promise<PostgresScratch> {
  const scratch = await openPostgresScratch(databaseUrl);
  if ('occupied' in scratch) throw new BackupFault(1, `backup.database-${scratch.occupied}`);
  return scratch;
}

type Into = RestorePlace & { readonly scratch: PostgresScratch | undefined };

async function restoreHeld(
  { directory, env, scratch }: Into,
  asked: RestoreAsked & { readonly against: HeldAgainst | undefined; readonly size: number },
): Promise<Restored> {
  const { onStep = () => undefined } = asked;
  const stood = scratch ? new Map<string, number>() : await positionsIn(directory);
  const folder = await makeLoadingFolder(directory);
  let isDecided = false;
  const onEachStep: OnStep = (step) => {
    isDecided ||= step === 'decided';
    onStep(step);
  };
  let kept: string | undefined;
  let loaded: LoadedBackup;
  try {
    const place = { folder, databaseUrl: scratch?.connectionString };
    loaded = await loadAndCheck(place, { ...asked, source: countedBytes(asked) });
    refusePartial(loaded, stood);
    await noteRestore(directory, folder, loaded);
    asked.signal?.throwIfAborted();
    onStep('verified');
    kept = await swapIn(directory, onEachStep);
  } catch (error) {
    // The rename may have been done before anything was told of it.
    if (isDecided || (await isSwapUnderWay(directory))) throw unfinished(directory, scratch, error);
    await dropLoadingFolder(directory);
    await scratch?.drop().catch(() => undefined);
    throw error;
  }
  await adopt(directory, scratch);
  return reportOf(loaded, { stood, kept, env });
}

async function adopt(directory: string, scratch: PostgresScratch | undefined): Promise<void> {
  const adopted = await scratch?.adopt().catch((error) => {
    throw unfinished(directory, scratch, error);
  });
  if (adopted === 'occupied') throw new BackupFault(1, 'backup.database-ledgers');
}

/** A start carries the data directory to its end, but not what is loaded into a database. */
function unfinished(place: string, scratch: PostgresScratch | undefined, cause: unknown): BackupFault {
  const code = scratch ? 'backup.unfinished-database' : 'backup.unfinished';
  return new BackupFault(3, code, { params: { place }, cause });
}

/** Where the ledgers end that stand here, as far as they can be read. */
async function positionsIn(directory: string): Promise<Map<string, number>> {
  const positions = new Map<string, number>();
  if (!existsSync(join(directory, 'organisations'))) return positions;
  const store = sqliteStore(join(directory, 'organisations'));
  try {
    for (const id of await store.organisations())
      positions.set(
        id,
        await store.tail(id).then(
          ({ position }) => position,
          () => 0,
        ),
      );
  } finally {
    await store.close();
  }
  return positions;
}

/** Whoever took one organisation out of several did not mean the others to be moved away. */
function refusePartial({ opening, organisations }: LoadedBackup, stood: ReadonlyMap<string, number>): void {
  const others = [...stood.keys()].filter((id) => !organisations.some((each) => each.id === id));
  if (!opening.partial || others.length === 0) return;
  throw new BackupFault(1, 'backup.partial', { params: { others: others.join(', ') } });
}

/** A restore is an event to be looked up: a line in a file that no backup replaces. */
async function noteRestore(directory: string, folder: string, { opening, organisations }: LoadedBackup) {
  const before = await readFile(join(directory, 'restores.jsonl'), 'utf8').catch(() => '');
  const ends = organisations.map(({ id, position, seal }) => ({ id, position, seal }));
  const line = { at: new Date().toISOString(), madeAt: opening.madeAt, organisations: ends };
  const path = join(folder, 'restores.jsonl');
  await writeFile(path, `${before}${JSON.stringify(line)}\n`, { mode: 0o600, flush: true });
}

interface Beside {
  readonly stood: ReadonlyMap<string, number>;
  readonly kept: string | undefined;
  readonly env: RestorePlace['env'];
}

function reportOf(
  { opening, manifest, organisations }: LoadedBackup,
  { stood, kept, env }: Beside,
): Restored {
  const now = new Map(organisations.map(({ id, position }) => [id, position]));
  const behind = [...stood]
    .map(([id, position]) => ({ id, position, now: now.get(id) ?? 0 }))
    .filter((each) => each.position > each.now);
  const { people, files, publicKey } = manifest;
  const signingKey = keyHere(env, publicKey);
  return {
    madeAt: opening.madeAt,
    organisations,
    people,
    files,
    ...(kept === undefined ? {} : { kept }),
    behind,
    signingKey,
  };
}

function keyHere(env: RestorePlace['env'], publicKey: string): Restored['signingKey'] {
  try {
    const here = keyFingerprint(loadSigningKey(signingKeyPath(env)).publicKey);
    return here === keyFingerprint(readPublicKey(publicKey)) ? 'same' : 'other';
  } catch {
    return 'none';
  }
}
