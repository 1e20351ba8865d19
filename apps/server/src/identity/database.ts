import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { postgresConnections, reachPostgres } from '@concord/ledger';
import {
  Kysely,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  type SqliteDatabase,
  SqliteDialect,
} from 'kysely';
import Database from 'libsql';
import type pg from 'pg';
import type { IdentityTables } from './people.ts';

/** The side store for people: in PostgreSQL when its address is given, else a file of the data directory. */
export function openIdentityDatabase(place: {
  directory: string;
  databaseUrl?: string | undefined;
}): Kysely<IdentityTables> {
  if (place.databaseUrl !== undefined) {
    return new Kysely({ dialect: new PostgresDialect({ pool: openPool(place.databaseUrl) }) });
  }
  const path = join(place.directory, 'identity.sqlite');
  // Names and addresses: for this account only, whatever the directory allows; SQLite's side files follow.
  writeFileSync(path, '', { flag: 'a', mode: 0o600 });
  chmodSync(path, 0o600);
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  // What is erased is overwritten, and does not stay in pages that are free.
  database.pragma('secure_delete = ON');
  return new Kysely({ dialect: new SqliteDialect({ database: database as unknown as SqliteDatabase }) });
}

/** Few connections; where they fail the store is unavailable, as the ledger is that lies in the same database. */
function openPool(databaseUrl: string): PostgresPool {
  const pool = postgresConnections(databaseUrl, 4);
  return {
    connect: async () => clientOf(await reachPostgres(() => pool.connect())),
    end: () => pool.end(),
  };
}

function clientOf(client: pg.PoolClient): PostgresPoolClient {
  function query<R>(sql: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(asked: unknown, values?: readonly unknown[]): unknown {
    if (typeof asked !== 'string') throw new TypeError('rows are asked for in whole, not by a cursor');
    return reachPostgres(() => client.query(asked, values?.slice()));
  }
  return { query, release: () => client.release() };
}
