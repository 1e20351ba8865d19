import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { earlierKeys } from '../../identity/ended-keys.ts';
import { BackupFault } from '../form/fault.ts';
import type { Restoring } from './asked.ts';
import { countedBytes } from './backup-file.ts';
import { type LoadedBackup, loadAndCheck } from './load-and-check.ts';
import { dropLoadingFolder, makeLoadingFolder } from './swap.ts';

interface Beside {
  readonly directory: string;
  /** Ledgers and people go there when it is given, and only files into the directory. */
  readonly databaseUrl?: string | undefined;
  /** Where the ledgers end that stand there, by organisation. */
  readonly stood: ReadonlyMap<string, number>;
}

/** Loads a backup beside what stands, and verifies all of it. When it throws, nothing of it stays in the directory. */
export async function loadBeside(
  { directory, databaseUrl, stood }: Beside,
  asked: Restoring,
): Promise<LoadedBackup> {
  const earlier = await earlierKeys(directory);
  const folder = await makeLoadingFolder(directory);
  try {
    const place = { folder, databaseUrl };
    const loaded = await loadAndCheck(place, { ...asked, source: countedBytes(asked), earlier });
    refusePartial(loaded, stood);
    await noteRestore(directory, folder, loaded);
    asked.signal?.throwIfAborted();
    asked.onStep?.('verified');
    return loaded;
  } catch (error) {
    await dropLoadingFolder(directory);
    throw error;
  }
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
