import { randomUUID } from 'node:crypto';
import { say } from '@concord/catalog';
import { holdPostgres, type PostgresHeld, type PostgresScratch, postgresAdoptedAs } from '@concord/ledger';
import { BackupFault } from '../form/fault.ts';
import type { Restored, RestorePlace, Restoring } from './asked.ts';
import { loadBeside } from './beside.ts';
import { reportOf } from './report.ts';
import {
  awaitDatabase,
  awaitedIn,
  dropAwaited,
  dropLoadingFolder,
  finishSwap,
  isSwapUnderWay,
  type OnStep,
  takeAwaited,
} from './swap.ts';

/** What is awaited: in which database, by which mark it is known there, and what is told then. */
interface Awaited {
  readonly database: string;
  readonly mark: string;
  readonly told: Restored;
}

type Place = RestorePlace & { readonly databaseUrl: string };

/**
 * Ledgers and people into a database, files into the data directory. The database decides, in one transaction; before
 * it, all is as it was; after it, the files follow, by this call, by the next one, or by the next start of a server.
 * Nobody else works on the database meanwhile.
 */
export async function restoreIntoDatabase(place: Place, asked: Restoring): Promise<Restored> {
  const database = await holdPostgres(place.databaseUrl);
  if ('by' in database)
    throw new BackupFault(
      1,
      database.by === 'servers' ? 'backup.database-servers' : 'backup.database-taken',
      {
        params: { who: database.who },
      },
    );
  try {
    return (await finishAwaited(place, database)) ?? (await restoreAnew(place, database, asked));
  } finally {
    await database.release();
  }
}

/** What an earlier restore into this database has left is carried to its end, and told; or taken away. */
async function finishAwaited(
  { directory, databaseUrl }: Place,
  database: PostgresHeld,
): Promise<Restored | undefined> {
  const left = await awaitedIn(directory);
  if (left === undefined) {
    await finishSwap(directory);
    return undefined;
  }
  const { database: there, mark, told } = left.awaited as Awaited;
  const notices = [say('en', 'notice.backup.finished', { madeAt: told.madeAt }), ...told.notices];
  if (!left.isOpen) return { ...told, notices, ...keptAt(await finishSwap(directory)) };
  if (there !== nameOf(databaseUrl))
    throw new BackupFault(1, 'backup.awaits-other', { params: { database: there } });
  if ((await database.adoptedAs()) === mark)
    return { ...told, notices, ...keptAt(await takeAwaited(directory, () => undefined)) };
  await dropAwaited(directory);
  return undefined;
}

async function restoreAnew(place: Place, database: PostgresHeld, asked: Restoring): Promise<Restored> {
  const { directory, env } = place;
  const scratch = await database.makeScratch();
  if (scratch === 'ledgers') throw new BackupFault(1, 'backup.database-ledgers');
  const stood = new Map<string, number>();
  try {
    const loaded = await loadBeside({ directory, databaseUrl: scratch.connectionString, stood }, asked);
    const told = reportOf(loaded, { stood, env, asked });
    return await takeOver(place, { database, scratch, told, onStep: asked.onStep ?? (() => undefined) });
  } catch (error) {
    await dropLoadingFolder(directory);
    await database.dropScratch().catch(() => undefined);
    throw error;
  }
}

interface TakingOver {
  readonly database: PostgresHeld;
  readonly scratch: PostgresScratch;
  readonly told: Restored;
  readonly onStep: OnStep;
}

async function takeOver(
  { directory, databaseUrl }: Place,
  { database, scratch, told, onStep }: TakingOver,
): Promise<Restored> {
  const awaited: Awaited = { database: nameOf(databaseUrl), mark: randomUUID(), told };
  try {
    await awaitDatabase(directory, awaited);
    onStep('awaiting');
    if ((await scratch.adopt(awaited.mark)) === 'occupied')
      throw new BackupFault(1, 'backup.database-ledgers');
    onStep('adopted');
    return { ...told, ...keptAt(await takeAwaited(directory, onStep)) };
  } catch (cause) {
    // A commit that was broken off may have been done: the database is asked, once this session has ended there.
    await database.release();
    const mark = await postgresAdoptedAs(databaseUrl).catch(() => 'unknown');
    if (mark === awaited.mark && !(await isLeft(directory))) return told;
    if (mark === awaited.mark || mark === 'unknown')
      throw new BackupFault(3, 'backup.unfinished-database', { params: { place: directory }, cause });
    await dropAwaited(directory);
    await dropLeftScratch(databaseUrl);
    throw cause;
  }
}

async function isLeft(directory: string): Promise<boolean> {
  return (await isSwapUnderWay(directory)) || (await awaitedIn(directory)) !== undefined;
}

async function dropLeftScratch(databaseUrl: string): Promise<void> {
  try {
    const database = await holdPostgres(databaseUrl);
    if ('by' in database) return;
    await database.dropScratch();
    await database.release();
  } catch {
    // It is taken away by the next restore; why this one failed is what is told.
  }
}

/**
 * For a server that starts on a database: files that an interrupted restore has left take their place when the database
 * has its tables, and go when it has not. Only for who holds the data directory.
 */
export async function settleAwaited(directory: string, databaseUrl: string): Promise<void> {
  const left = await awaitedIn(directory);
  if (!left?.isOpen) return;
  const { database, mark } = left.awaited as Awaited;
  // Of another database, which has still to be asked.
  if (database !== nameOf(databaseUrl)) return;
  if ((await postgresAdoptedAs(databaseUrl)) === mark) await takeAwaited(directory, () => undefined);
  else await dropAwaited(directory);
}

function keptAt(kept: string | undefined): { kept?: string } {
  return kept === undefined ? {} : { kept };
}

/** Which database it is, without who uses it and with what password. */
function nameOf(databaseUrl: string): string {
  const { hostname, port, pathname } = new URL(databaseUrl);
  return `${hostname}:${port || '5432'}${pathname}`;
}
