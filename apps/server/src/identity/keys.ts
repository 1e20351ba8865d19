import { createHash, randomBytes } from 'node:crypto';
import { calendarKeyStart, keyStart } from '@concord/operations';
import type { Kysely } from 'kysely';
import type { IdentityTables } from './people.ts';

/** A key as it is kept: its hash, whose it is, and the fact that it came with. */
export interface KeyRow {
  readonly hash: string;
  readonly organisation: string;
  readonly collector: string;
  readonly position: number;
  readonly taken: number;
  /** Day of the last request, UTC. */
  readonly last_used_on: string | null;
}

/** The fact that a key comes with: each brings one key, however often its command is answered. */
export interface KeyOf {
  readonly organisation: string;
  readonly collector: string;
  /** Position of the fact. */
  readonly position: number;
}

/**
 * Keys of collectors, who send, and of shared calendars, which are read: there `collector` is the person whose it is. What
 * a key may do, and until when, are facts and not kept here.
 */
export interface KeyRing {
  /** A new key, to be shown once; undefined when this fact has had its key, or a later one has brought another. */
  make(of: KeyOf, start?: KeyStart): Promise<string | undefined>;
  /** Takes away every key of a collector. */
  take(of: Omit<KeyOf, 'position'>): Promise<void>;
  /** Forgets every key of an organisation that is removed. */
  removeAll(organisation: string): Promise<void>;
  /** Whose key this is; only the newest of a collector opens anything. Notes the day. */
  find(key: string, day: string): Promise<{ organisation: string; collector: string } | undefined>;
  lastUsed(organisation: string): Promise<ReadonlyMap<string, string>>;
}

type KeyStart = typeof keyStart | typeof calendarKeyStart;

const keyForm = new RegExp(`^(?:${keyStart}|${calendarKeyStart})[A-Za-z0-9_-]{43}$`);

export function openKeys(database: Kysely<IdentityTables>): KeyRing {
  return {
    make: (of, start = keyStart) => makeKey(database, of, start),
    take: async ({ organisation, collector }) => {
      await database
        .updateTable('collector_keys')
        .set({ taken: 1 })
        .where('organisation', '=', organisation)
        .where('collector', '=', collector)
        .execute();
    },
    removeAll: async (organisation) => {
      await database.deleteFrom('collector_keys').where('organisation', '=', organisation).execute();
    },
    find: (key, day) => findKey(database, key, day),
    lastUsed: async (organisation) => {
      const rows = await database
        .selectFrom('collector_keys')
        .select(['collector', 'last_used_on'])
        .where('organisation', '=', organisation)
        .where('last_used_on', 'is not', null)
        .orderBy('last_used_on')
        .execute();
      return new Map(rows.map((row) => [row.collector, row.last_used_on ?? '']));
    },
  };
}

/** 256 random bits: a hash without salt and stretching is enough, and is found by an index in bounded time. */
function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

async function makeKey(
  database: Kysely<IdentityTables>,
  of: KeyOf,
  start: KeyStart,
): Promise<string | undefined> {
  const key = `${start}${randomBytes(32).toString('base64url')}`;
  await database
    .insertInto('collector_keys')
    .values({ ...of, hash: hashOf(key), taken: 0, last_used_on: null })
    .onConflict((conflict) => conflict.columns(['organisation', 'position']).doNothing())
    .execute();
  const newest = await newestOf(database, of);
  return newest?.hash === hashOf(key) ? key : undefined;
}

async function newestOf(database: Kysely<IdentityTables>, of: Omit<KeyOf, 'position'>) {
  return database
    .selectFrom('collector_keys')
    .select('hash')
    .where('organisation', '=', of.organisation)
    .where('collector', '=', of.collector)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function findKey(database: Kysely<IdentityTables>, key: string, day: string) {
  if (!keyForm.test(key)) return undefined;
  const hash = hashOf(key);
  const row = await database
    .selectFrom('collector_keys')
    .select(['organisation', 'collector', 'taken', 'last_used_on'])
    .where('hash', '=', hash)
    .executeTakeFirst();
  if (row?.taken !== 0 || (await newestOf(database, row))?.hash !== hash) return undefined;
  if (row.last_used_on !== day) await noteUse(database, hash, day);
  return { organisation: row.organisation, collector: row.collector };
}

async function noteUse(database: Kysely<IdentityTables>, hash: string, day: string): Promise<void> {
  await database.updateTable('collector_keys').set({ last_used_on: day }).where('hash', '=', hash).execute();
}
