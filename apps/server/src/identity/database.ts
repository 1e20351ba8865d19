import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect, type SqliteDatabase, SqliteDialect } from 'kysely';
import Database from 'libsql';
import pg from 'pg';
import type { IdentityTables } from './people.ts';

/** The side store for people: in PostgreSQL when its address is given, else a file of the data directory. */
export function openIdentityDatabase(place: {
  directory: string;
  databaseUrl?: string | undefined;
}): Kysely<IdentityTables> {
  if (place.databaseUrl !== undefined) {
    const pool = new pg.Pool({ connectionString: place.databaseUrl, max: 4 });
    // An idle connection may be cut at any time; the next query opens another.
    pool.on('error', () => undefined);
    return new Kysely({ dialect: new PostgresDialect({ pool }) });
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
