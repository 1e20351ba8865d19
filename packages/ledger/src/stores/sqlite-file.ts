import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { StoreUnavailable } from '../store.ts';
import { StoreDamaged } from './store-damaged.ts';
import { storeLackOf } from './store-lack.ts';

/** One SQLite file, held by this process alone, with its statements prepared once. */
export interface SqliteFile {
  /** All rows of a query as arrays of column values. */
  rows(sql: string, values: readonly unknown[]): readonly (readonly unknown[])[];
  run(sql: string, values: readonly unknown[]): void;
  /** All or nothing; what `work` throws undoes it. Durable (fsync) when it returns. */
  transaction<T>(work: () => T): T;
  /** Takes what was erased out of the write-ahead log too, so that it is nowhere on the disk any more. */
  forgetErased(): void;
  close(): void;
}

/**
 * Opens (makes, when missing) a file in WAL mode with full synchronisation and an exclusive lock of the operating
 * system, which ends with the process. Throws `StoreUnavailable` when another process holds it.
 *
 * The holder must not open the same file by other means: POSIX drops all of a process's locks on a file when the
 * process closes any descriptor of it.
 */
export function openSqliteFile(path: string, schema: string): SqliteFile {
  const database = reach(path, () => openExclusively(path, schema));
  fsyncDirectory(dirname(path));
  const statements = new Map<string, Database.Statement>();
  const prepare = (sql: string): Database.Statement => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  return {
    rows: (sql, values) => reach(path, () => prepare(sql).raw().all(values) as unknown[][]),
    run: (sql, values) => void reach(path, () => prepare(sql).run(values)),
    transaction: (work) => {
      reach(path, () => database.exec('BEGIN IMMEDIATE'));
      try {
        const result = work();
        reach(path, () => database.exec('COMMIT'));
        return result;
      } catch (error) {
        if (database.inTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
    forgetErased: () => reach(path, () => database.exec('PRAGMA wal_checkpoint(TRUNCATE)')),
    close: () => releaseSqlite(database),
  };
}

/** One that did not come to be open, on a full disk, must not keep its lock: the next try would meet it. */
function openExclusively(path: string, schema: string): Database.Database {
  const opened = new Database(path);
  try {
    opened.exec('PRAGMA locking_mode = EXCLUSIVE');
    opened.exec('PRAGMA journal_mode = WAL');
    opened.exec('PRAGMA synchronous = FULL');
    opened.exec('PRAGMA secure_delete = ON');
    opened.exec(schema);
    return opened;
  } catch (error) {
    opened.close();
    throw error;
  }
}

/**
 * Gives the lock back at once. Closing alone does not: the driver ends its prepared statements only when they are
 * collected, and a file in WAL mode keeps an exclusive lock until it leaves that mode. Where the disk lacks the room for
 * that, what is committed stays in the log beside the file, whoever opens it next finds it there, and the lock ends with the
 * process.
 */
export function releaseSqlite(database: Pick<Database.Database, 'exec' | 'prepare' | 'close'>): void {
  try {
    database.exec('PRAGMA journal_mode = DELETE');
    database.exec('PRAGMA locking_mode = NORMAL');
    database.prepare('SELECT count(*) FROM sqlite_schema').all([]);
  } catch (error) {
    if (storeLackOf(error) === undefined) throw error;
  }
  database.close();
}

/**
 * Takes a closed file away with its side files, durably. The file itself goes last: until then what is left is found,
 * and can be removed again.
 */
export function removeSqliteFile(path: string): void {
  for (const each of [`${path}-wal`, `${path}-shm`, `${path}-journal`, path]) rmSync(each, { force: true });
  fsyncDirectory(dirname(path));
}

/** True for "another process holds this file". */
export function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY') || codeOf(error).startsWith('SQLITE_LOCKED');
}

/** True for a broken UNIQUE or PRIMARY KEY. */
export function isTaken(error: unknown): boolean {
  return /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|ROWID)$/.test(codeOf(error));
}

function reach<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (isTaken(error) || !codeOf(error).startsWith('SQLITE_')) throw error;
    const reason = isBusy(error) ? 'another process holds it' : (error as Error).message;
    const Kind = /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error)) ? StoreDamaged : StoreUnavailable;
    throw new Kind(`the ledger file ${path} can not be used: ${reason}`, { cause: error });
  }
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

function fsyncDirectory(directory: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(directory, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
