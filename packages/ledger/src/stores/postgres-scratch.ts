import pg from 'pg';
import { StoreUnavailable } from '../store.ts';

/** A schema of its own beside the tables in use, to load into and then to take the place of them. */
export interface PostgresScratch {
  /** Opens the schema: stores that are given it make and fill their tables there. */
  readonly connectionString: string;
  /** Moves its tables to where the others are, in one transaction. `occupied`: a ledger has come there meanwhile. */
  adopt(): Promise<'adopted' | 'occupied'>;
  /** Takes the schema away with what is in it. */
  drop(): Promise<void>;
}

/** How a database stands that is to be loaded into. */
export type PostgresOccupied = { readonly occupied: 'ledgers' | 'servers' };

const scratch = 'concord_restoring';
const before = 'concord_before_restore';

/**
 * Makes an empty scratch schema, in place of one that was left behind. Answers why not when the database holds a ledger
 * already, or a server is connected to it. Rejects with `StoreUnavailable` when it cannot be reached.
 */
export async function openPostgresScratch(
  connectionString: string,
): Promise<PostgresScratch | PostgresOccupied> {
  const occupied = await connected(connectionString, async (client) => {
    if (await holdsLedger(client)) return 'ledgers' as const;
    if (await hasServers(client)) return 'servers' as const;
    await client.query(`DROP SCHEMA IF EXISTS ${scratch} CASCADE; CREATE SCHEMA ${scratch}`);
    return undefined;
  });
  if (occupied) return { occupied };
  return {
    connectionString: withSearchPath(connectionString, scratch),
    adopt: () => connected(connectionString, adopt),
    drop: () =>
      connected(connectionString, async (client) => {
        await client.query(`DROP SCHEMA IF EXISTS ${scratch} CASCADE`);
      }),
  };
}

async function adopt(client: pg.Client): Promise<'adopted' | 'occupied'> {
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
    for (const { name } of rows.filter(({ there }) => there))
      await client.query(`LOCK TABLE ${schema}.${client.escapeIdentifier(name)} IN ACCESS EXCLUSIVE MODE`);
    if (await holdsLedger(client)) {
      await client.query('ROLLBACK');
      return 'occupied';
    }
    await moveAway(
      client,
      schema,
      rows.filter(({ there }) => there),
    );
    for (const { name } of rows)
      await client.query(`ALTER TABLE ${scratch}.${client.escapeIdentifier(name)} SET SCHEMA ${schema}`);
    await client.query(`DROP SCHEMA ${scratch}; COMMIT`);
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

/** A server that has asked nothing for a while has no connection: this finds those at work, and no more. */
async function hasServers(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT 1 FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'concord' AND pid <> pg_backend_pid() LIMIT 1`,
  );
  return (rowCount ?? 0) > 0;
}

function withSearchPath(connectionString: string, schema: string): string {
  const url = new URL(connectionString);
  const given = url.searchParams.get('options');
  url.searchParams.set('options', [given, `-c search_path=${schema}`].filter(Boolean).join(' '));
  return url.href;
}

async function connected<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message || String(cause) : String(cause);
    throw new StoreUnavailable(`PostgreSQL can not be used: ${reason}`, { cause });
  } finally {
    await client.end().catch(() => undefined);
  }
}
