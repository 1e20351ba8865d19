import { hostname } from 'node:os';
import pg from 'pg';
import { StoreUnavailable } from '../store.ts';

/** Any fixed number: servers hold it together, a restore holds it alone, each as long as its session lasts. */
const presenceLock = 4_807_527;

/** A server, as those who want the database for themselves see it. */
export interface PostgresPresence {
  release(): Promise<void>;
}

/** Who has a database: those who serve it, or one who restores into it. `who` names them, for people. */
export interface PostgresTaken {
  readonly by: 'servers' | 'restore';
  readonly who: string;
}

const beforeNextTry = 1000;

/**
 * Says that a server works on this database, until `release`: nothing is restored into it meanwhile. When the connection
 * breaks it is made again. Rejects with `StoreUnavailable` while a backup is being restored into it.
 */
export async function joinPostgres(connectionString: string): Promise<PostgresPresence> {
  let client: pg.Client | undefined;
  let ended = false;
  let again: NodeJS.Timeout | undefined;
  const join = async (): Promise<void> => {
    const joined = await connectPostgres(connectionString, 'server');
    joined.once('end', () => {
      client = undefined;
      if (!ended) comeBack();
    });
    try {
      await takeShare(joined);
    } catch (error) {
      await joined.end().catch(() => undefined);
      throw error;
    }
    client = joined;
  };
  const comeBack = () => {
    clearTimeout(again);
    again = setTimeout(() => void join().catch(comeBack), beforeNextTry);
    again.unref();
  };
  try {
    await join();
  } catch (error) {
    ended = true;
    clearTimeout(again);
    throw unavailable(error);
  }
  return {
    release: async () => {
      ended = true;
      clearTimeout(again);
      await client?.end().catch(() => undefined);
    },
  };
}

/** Keeps whoever restores away as long as this session lasts. Rejects with `StoreUnavailable` while somebody does. */
export async function takeShare(client: pg.Client): Promise<void> {
  const { rows } = await client.query('SELECT pg_try_advisory_lock_shared($1) AS taken', [presenceLock]);
  if (rows[0]?.taken === true) return;
  const taken = await postgresTaken(client);
  throw new StoreUnavailable(
    `a backup is being restored into the database (${taken?.who ?? 'just ended'}); try again when that has ended`,
  );
}

/** Takes the database for this session alone; or tells who has it. */
export async function takePostgres(client: pg.Client): Promise<PostgresTaken | undefined> {
  const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS taken', [presenceLock]);
  if (rows[0]?.taken === true) return undefined;
  return (await postgresTaken(client)) ?? { by: 'servers', who: '–' };
}

async function postgresTaken(client: pg.Client): Promise<PostgresTaken | undefined> {
  const { rows } = await client.query<{ mode: string; who: string }>(
    `SELECT l.mode, coalesce(nullif(a.application_name, ''), 'process ' || l.pid) ||
            coalesce(' at ' || host(a.client_addr), '') AS who
     FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
     WHERE l.locktype = 'advisory' AND l.granted AND l.pid <> pg_backend_pid()
       AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND l.classid = 0 AND l.objid = $1 AND l.objsubid = 1
     ORDER BY l.pid`,
    [presenceLock],
  );
  if (rows.length === 0) return undefined;
  const isAlone = rows.some(({ mode }) => mode === 'ExclusiveLock');
  return { by: isAlone ? 'restore' : 'servers', who: rows.map(({ who }) => who).join(', ') };
}

/** A connection that says whose it is. Rejects with `StoreUnavailable`. */
export async function connectPostgres(
  connectionString: string,
  as: 'server' | 'restore',
): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString,
    application_name: `concord ${as}, process ${process.pid} on ${hostname()}`.slice(0, 63),
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw unavailable(error);
  }
}

export function unavailable(cause: unknown): StoreUnavailable {
  if (cause instanceof StoreUnavailable) return cause;
  const reason = cause instanceof Error ? cause.message || String(cause) : String(cause);
  return new StoreUnavailable(`the database (PostgreSQL) can not be used: ${reason}`, { cause });
}
