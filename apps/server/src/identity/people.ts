import { randomBytes, randomUUID } from 'node:crypto';
import { type Kysely, SqliteAdapter, sql } from 'kysely';
import type { KeyRow } from './keys.ts';

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
}

export interface IdentityTables {
  people: PersonRow;
  settings: { name: string; value: string };
  collector_keys: KeyRow;
}

/**
 * The people directory: who an id stands for. Facts hold ids only, so a person can be forgotten here without
 * touching the ledger. Outside any organisation: membership and roles are facts.
 */
export interface People {
  /** Adds somebody, or writes name and address anew: a request that was refused may come again, corrected. */
  put(person: PersonRow): Promise<void>;
  /** Forgets who these ids stand for; the administrator of this machine stays. */
  remove(ids: readonly string[]): Promise<void>;
  named(ids: readonly string[]): Promise<ReadonlyMap<string, PersonRow>>;
  /** The person who holds this machine's token, until there is sign-in. */
  administrator(): Promise<string>;
  /** Random, made once; hashes of what people asked are made under it, so that they tell nothing. */
  readonly secret: string;
}

const administratorSetting = 'administrator';

export async function openPeople(database: Kysely<IdentityTables>): Promise<People> {
  await createTables(database);
  const administrator = await findAdministrator(database);
  const secret = await settingOf(database, 'secret', randomBytes(32).toString('hex'));
  return {
    put: (person) => putPerson(database, person),
    secret,
    remove: async (ids) => {
      const removed = ids.filter((each) => each !== administrator);
      for (const id of removed) await database.deleteFrom('people').where('id', '=', id).execute();
      if (removed.length > 0) await forgetErased(database);
    },
    named: async (ids) => {
      if (ids.length === 0) return new Map();
      const rows = await database
        .selectFrom('people')
        .selectAll()
        .where('id', 'in', [...new Set(ids)])
        .execute();
      return new Map(rows.map((row) => [row.id, row]));
    },
    administrator: async () => administrator,
  };
}

const attempts = 5;

/** Two nodes may start at once on an empty database: who is beaten to a table finds it made. */
export async function createTables(database: Kysely<IdentityTables>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await createMissingTables(database);
    } catch (error) {
      if (attempt === attempts || !isBeaten(error)) throw error;
    }
  }
}

/** PostgreSQL: somebody else makes the same table at this moment, or has just made it. */
function isBeaten(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(23505|42P07|42710)$/.test(String(error.code));
}

async function createMissingTables(database: Kysely<IdentityTables>): Promise<void> {
  await database.schema
    .createTable('people')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('mail', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createTable('settings')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createTable('collector_keys')
    .ifNotExists()
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('organisation', 'text', (column) => column.notNull())
    .addColumn('collector', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('taken', 'integer', (column) => column.notNull())
    .addColumn('last_used_on', 'text')
    .addUniqueConstraint('collector_keys_of_a_fact', ['organisation', 'position'])
    .execute();
}

async function findAdministrator(database: Kysely<IdentityTables>): Promise<string> {
  const id = await settingOf(database, administratorSetting, randomUUID());
  await putPerson(database, { id, name: 'Administrator', mail: '' });
  return id;
}

/** Two nodes may start at once: who comes second takes the value that the first one set. */
async function settingOf(database: Kysely<IdentityTables>, name: string, proposed: string): Promise<string> {
  await database
    .insertInto('settings')
    .values({ name, value: proposed })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { value } = await database
    .selectFrom('settings')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return value;
}

async function putPerson(database: Kysely<IdentityTables>, { id, name, mail }: PersonRow): Promise<void> {
  await database
    .insertInto('people')
    .values({ id, name, mail })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, mail }))
    .execute();
}

/** Takes what was erased out of the write-ahead log of a file too, so that it is nowhere on the disk any more. */
async function forgetErased(database: Kysely<IdentityTables>): Promise<void> {
  if (!(database.getExecutor().adapter instanceof SqliteAdapter)) return;
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database);
}
