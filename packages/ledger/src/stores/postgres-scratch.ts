import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import {
  connectPostgres,
  type PostgresTaken,
  takePostgres,
  takeShare,
  unavailable,
} from './postgres-presence.ts';

/** A database that no server and no other restore works on, as long as this session lasts. */
export interface PostgresHeld {
  /** The mark that the tables in use were adopted with; undefined when they were not. */
  adoptedAs(): Promise<string | undefined>;
  /** An empty schema beside the tables in use; `ledgers` when those hold a ledger already. */
  makeScratch(): Promise<PostgresScratch | 'ledgers'>;
  /** Takes away what is left of schemas to load into, of this restore and of earlier ones. */
  dropScratch(): Promise<void>;
  release(): Promise<void>;
}

/** A schema of its own beside the tables in use, to load into and then to take the place of them. */
export interface PostgresScratch {
  /** Opens the schema: stores that are given it make and fill their tables there. */
  readonly connectionString: string;
  /**
   * Moves its tables to where the others are, in one transaction, and marks them. `occupied`: a ledger has come there
   * meanwhile. When it rejects, whether it was done is told by `adoptedAs`, asked by who holds the database next.
   */
  adopt(mark: string): Promise<'adopted' | 'occupied'>;
}

const scratchStart = 'concord_restoring';
const before = 'concord_before_restore';
const marked = 'restored: ';

/**
 * Takes a database to restore into, or tells who has it: one server, several, or another restore. Rejects with
 * `StoreUnavailable` when it cannot be reached.
 */
export async function holdPostgres(connectionString: string): Promise<PostgresHeld | PostgresTaken> {
  const client = await connectPostgres(connectionString, 'restore');
  const release = () => client.end().catch(() => undefined);
  const reach = async <T>(work: (held: pg.Client) => Promise<T>): Promise<T> => {
    try {
      return await work(client);
    } catch (error) {
      throw unavailable(error);
    }
  };
  const taken = await reach(async () => (await takePostgres(client)) ?? (await atWork(client))).catch(
    async (error) => {
      await release();
      throw error;
    },
  );
  if (taken) {
    await release();
    return taken;
  }
  return {
    adoptedAs: () => reach(adoptedAs),
    makeScratch: () =>
      reach(async () => {
        if (await holdsLedger(client)) return 'ledgers';
        await dropScratch(client);
        const scratch = `${scratchStart}_${randomBytes(6).toString('hex')}`;
        await client.query(`CREATE SCHEMA ${scratch}`);
        return {
          connectionString: withSearchPath(connectionString, scratch),
          adopt: (mark) => reach(() => adopt(client, scratch, mark)),
        };
      }),
    dropScratch: () => reach(dropScratch),
    release,
  };
}

/**
 * The mark that the tables in use were adopted with, once no restore is at work there any more. Rejects with
 * `StoreUnavailable` while one is, and when the database cannot be reached.
 */
export async function postgresAdoptedAs(connectionString: string): Promise<string | undefined> {
  const client = await connectPostgres(connectionString, 'server');
  try {
    await takeShare(client);
    return await adoptedAs(client);
  } catch (error) {
    throw unavailable(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function adoptedAs(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ said: string | null }>(
    "SELECT obj_description(to_regclass('ledger_entries'), 'pg_class') AS said",
  );
  const said = rows[0]?.said ?? '';
  return said.startsWith(marked) ? said.slice(marked.length) : undefined;
}

async function dropScratch(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT quote_ident(nspname) AS name FROM pg_namespace WHERE starts_with(nspname, $1)',
    [scratchStart],
  );
  for (const { name } of rows) await client.query(`DROP SCHEMA ${name} CASCADE`);
}

async function adopt(client: pg.Client, scratch: string, mark: string): Promise<'adopted' | 'occupied'> {
  await client.query('BEGIN; SET LOCAL synchronous_commit = on');
  try {
    // Tables that a server made when it was started on the empty database, and its administrator, give way.
    const { rows } = await client.query<{ name: string; there: boolean }>(
      `SELECT c.relname AS name, to_regclass(quote_ident(current_schema()) || '.' || quote_ident(c.relname)) IS NOT NULL AS there
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = $1 AND c.relkind = 'r' ORDER BY c.relname`,
      [scratch],
    );
    const { rows: place } = await client.query<{ name: string }>(
      'SELECT quote_ident(current_schema()) AS name',
    );
    const schema = place[0]?.name ?? 'public';
    const there = rows.filter((row) => row.there);
    for (const { name } of there)
      await client.query(`LOCK TABLE ${schema}.${client.escapeIdentifier(name)} IN ACCESS EXCLUSIVE MODE`);
    if (await holdsLedger(client)) {
      await client.query('ROLLBACK');
      return 'occupied';
    }
    await moveAway(client, schema, there);
    for (const { name } of rows)
      await client.query(`ALTER TABLE ${scratch}.${client.escapeIdentifier(name)} SET SCHEMA ${schema}`);
    const said = client.escapeLiteral(`${marked}${mark}`);
    await client.query(
      `COMMENT ON TABLE ${schema}.ledger_entries IS ${said}; DROP SCHEMA ${scratch}; COMMIT`,
    );
    return 'adopted';
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function moveAway(
  client: pg.Client,
  schema: string,
  tables: readonly { name: string }[],
): Promise<void> {
  if (tables.length === 0) return;
  const { rows } = await client.query<{ kept: string }>(
    `SELECT $1 || '_' || to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYYMMDD"T"HH24MISS') AS kept`,
    [before],
  );
  const kept = client.escapeIdentifier(rows[0]?.kept ?? before);
  await client.query(`CREATE SCHEMA ${kept}`);
  for (const { name } of tables)
    await client.query(`ALTER TABLE ${schema}.${client.escapeIdentifier(name)} SET SCHEMA ${kept}`);
}

async function holdsLedger(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query("SELECT to_regclass('ledger_entries') IS NOT NULL AS there");
  if (rows[0]?.there !== true) return false;
  return ((await client.query('SELECT 1 FROM ledger_entries LIMIT 1')).rowCount ?? 0) > 0;
}

/** Servers of an earlier version do not say that they are there: those at work are found, and no more. */
async function atWork(client: pg.Client): Promise<PostgresTaken | undefined> {
  const { rows } = await client.query<{ who: string }>(
    `SELECT 'process ' || pid || coalesce(' at ' || host(client_addr), '') AS who FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'concord' AND pid <> pg_backend_pid()`,
  );
  return rows.length === 0 ? undefined : { by: 'servers', who: rows.map(({ who }) => who).join(', ') };
}

function withSearchPath(connectionString: string, schema: string): string {
  const url = new URL(connectionString);
  const given = url.searchParams.get('options');
  url.searchParams.set('options', [given, `-c search_path=${schema}`].filter(Boolean).join(' '));
  return url.href;
}
