import pg from 'pg';
import { StoreUnavailable } from '../store.ts';

/** Rows as PostgreSQL gives them; a `bigint` column comes as text. */
export type Row = Readonly<Record<string, unknown>>;
export type Query = (sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

/** Connections to one PostgreSQL database, with the schema made on first use. */
export interface PostgresPool {
  query: Query;
  /** One transaction, durable when it resolves; what `work` throws undoes it. */
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Any fixed number: nodes that start at once on an empty database make its tables one after the other. */
const schemaLock = 4_807_526;

/** Connections that end by themselves where nobody answers. One that breaks while nobody waits for it ends nothing else. */
export function postgresConnections(connectionString: string, most = 10): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: most,
    application_name: 'concord',
    connectionTimeoutMillis: 5_000,
    query_timeout: 30_000,
    keepAlive: true,
  });
  // It would otherwise end the process; the next query reports it.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * Opens a pool. It connects when first asked; each method rejects with `StoreUnavailable` when the database can not
 * be reached, refuses us or breaks off. After a break during a commit the outcome is unknown: read the tail.
 */
export function openPostgresPool(connectionString: string, schema: string): PostgresPool {
  const pool = postgresConnections(connectionString);
  let made: Promise<void> | undefined;
  const ready = (): Promise<void> => {
    made ??= makeSchema(pool, schema).catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
  return {
    query: (sql, values) =>
      reachPostgres(async () => {
        await ready();
        return (await pool.query(sql, values?.slice())).rows;
      }),
    transaction: (work) =>
      reachPostgres(async () => {
        await ready();
        return inTransaction(pool, work);
      }),
    close: () => pool.end(),
  };
}

async function makeSchema(pool: pg.Pool, schema: string): Promise<void> {
  await inTransaction(pool, async (query) => {
    await query(`SELECT pg_advisory_xact_lock(${schemaLock})`);
    await query(schema);
  });
}

async function inTransaction<T>(pool: pg.Pool, work: (query: Query) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('BEGIN; SET LOCAL synchronous_commit = on');
    const result = await work(async (sql, values) => (await client.query(sql, values?.slice())).rows);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** True when somebody else was first: a key is taken, or the database chose another transaction over this one. */
export function isBeatenBy(error: unknown): boolean {
  return /^(23505|40001|40P01)$/.test(sqlStateOf(error));
}

/** What is asked of a database; rejects with `StoreUnavailable` where it, or the way to it, is what fails. */
export async function reachPostgres<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isBeatenBy(error) || !isOfTheConnection(error)) throw error;
    const reason = error instanceof Error ? error.message || sqlStateOf(error) : String(error);
    throw new StoreUnavailable(`PostgreSQL can not be used: ${reason}`, { cause: error });
  }
}

/** Statements that are wrong (SQLSTATE 22, 23, 42) and our own errors are bugs; all else is the server or the way. */
function isOfTheConnection(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return !/^(22|23|42)/.test(sqlStateOf(error));
  const text = error instanceof Error ? error.message : '';
  return /^E[A-Z]+$/.test(sqlStateOf(error)) || /connect|timeout|terminated|not queryable/i.test(text);
}

function sqlStateOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}
