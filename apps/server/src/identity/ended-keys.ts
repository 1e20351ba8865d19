import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { openIdentityDatabase } from './database.ts';
import type { KeyRow } from './keys.ts';
import { createTables, type IdentityTables } from './people.ts';

/** Hashes of the keys that a data directory knows, and those among them that open nothing any more. */
export interface EarlierKeys {
  readonly known: ReadonlySet<string>;
  readonly ended: ReadonlySet<string>;
}

/** What became of the keys in a directory that took the place of another. */
export interface KeysAfter {
  /** Keys that had been ended and would have opened again; they are ended here too. */
  readonly ended: number;
  /** Keys that open, and of which nothing was known where they are now. */
  readonly again: number;
}

const none: EarlierKeys = { known: new Set(), ended: new Set() };

/** The keys of a data directory that is to be replaced; none where there is no directory of people that can be read. */
export async function earlierKeys(directory: string): Promise<EarlierKeys> {
  if (!existsSync(join(directory, 'identity.sqlite'))) return none;
  let database: Kysely<IdentityTables> | undefined;
  try {
    database = openIdentityDatabase({ directory });
    const rows = await database.selectFrom('collector_keys').selectAll().execute();
    const open = new Set(inForce(rows));
    const hashes = rows.map(({ hash }) => hash);
    return { known: new Set(hashes), ended: new Set(hashes.filter((hash) => !open.has(hash))) };
  } catch {
    // What is replaced may be replaced because it is damaged.
    return none;
  } finally {
    await database?.destroy();
  }
}

/** Ends what had been ended where it is put: who ended a key does not expect it to open again. */
export async function keepEnded(
  database: Kysely<IdentityTables>,
  { known, ended }: EarlierKeys,
): Promise<KeysAfter> {
  await createTables(database);
  const open = inForce(await database.selectFrom('collector_keys').selectAll().execute());
  const taken = open.filter((hash) => ended.has(hash));
  for (const hash of taken)
    await database.updateTable('collector_keys').set({ taken: 1 }).where('hash', '=', hash).execute();
  return { ended: taken.length, again: open.filter((hash) => !known.has(hash)).length };
}

/** Of each collector, and of each person who shares a calendar, the newest key, unless it was taken away. */
function inForce(rows: readonly KeyRow[]): readonly string[] {
  const newest = new Map<string, KeyRow>();
  for (const row of rows) {
    const whose = `${row.organisation} ${row.collector}`;
    if (row.position > (newest.get(whose)?.position ?? 0)) newest.set(whose, row);
  }
  return [...newest.values()].filter(({ taken }) => taken === 0).map(({ hash }) => hash);
}
