import { existsSync } from 'node:fs';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { holdDirectory, makeFolder, sqliteStore } from '@concord/ledger';
import { BackupFault, diskFault } from '../form/fault.ts';
import type { RestoreAsked, Restored, RestorePlace, Restoring } from './asked.ts';
import { sizeOf } from './backup-file.ts';
import { loadBeside } from './beside.ts';
import { readHeldAgainst } from './check.ts';
import { restoreIntoDatabase } from './into-database.ts';
import { reportOf } from './report.ts';
import { dropLoadingFolder, finishSwap, isSwapUnderWay, type OnStep, swapIn } from './swap.ts';

function makeData(directory: string): string | undefined {
  try {
    return makeFolder(directory);
  } catch (error) {
    throw diskFault(error, directory);
  }
}

/**
 * Loads a backup beside what stands, verifies all of it, and then lets it take its place: one rename decides, or one
 * transaction where a database has the ledgers. Throws `BackupFault`, `DirectoryHeld` while a server has the data
 * directory, `StoreUnavailable`; then what stood stands, unless the fault says `backup.unfinished…`.
 */
export async function restoreBackup(place: RestorePlace, asked: RestoreAsked): Promise<Restored> {
  const against = asked.head && readHeldAgainst(asked.head.head, asked.head.publicKey);
  const restoring = { ...asked, against, size: await sizeOf(asked.file) };
  const { directory, databaseUrl } = place;
  const made = makeData(directory);
  const held = holdDirectory(directory);
  let isRefused = false;
  try {
    return databaseUrl === undefined
      ? await restoreIntoDirectory(place, restoring)
      : await restoreIntoDatabase({ ...place, databaseUrl }, restoring);
  } catch (error) {
    isRefused = made !== undefined;
    throw diskFault(error, directory);
  } finally {
    // While it is still ours: nobody who comes later can be holding what is taken away.
    const isBare = isRefused && (await dropLock(directory));
    held.release();
    if (isBare) await rmdir(directory).catch(() => undefined);
  }
}

const ofHolder = ['lock.sqlite', 'lock.sqlite-journal', 'holder.beat'];

/** Takes the lock out of a directory that was made for a restore and came to hold nothing; whether it did. */
async function dropLock(directory: string): Promise<boolean> {
  const names = await readdir(directory).catch(() => ['unreadable']);
  if (names.some((name) => !ofHolder.includes(name))) return false;
  await rm(join(directory, 'lock.sqlite'), { force: true });
  return true;
}

async function restoreIntoDirectory({ directory, env }: RestorePlace, asked: Restoring): Promise<Restored> {
  await finishSwap(directory);
  const stood = await positionsIn(directory);
  const loaded = await loadBeside({ directory, stood }, asked);
  const told = reportOf(loaded, { stood, env, asked });
  let isDecided = false;
  const onStep: OnStep = (step) => {
    isDecided ||= step === 'decided';
    asked.onStep?.(step);
  };
  try {
    const kept = await swapIn(directory, onStep);
    return { ...told, ...(kept === undefined ? {} : { kept }) };
  } catch (cause) {
    // The rename may have been done before anything was told of it.
    if (isDecided || (await isSwapUnderWay(directory)))
      throw new BackupFault(3, 'backup.unfinished', { params: { place: directory }, cause });
    await dropLoadingFolder(directory);
    throw cause;
  }
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
