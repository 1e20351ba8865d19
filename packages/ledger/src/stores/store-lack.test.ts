import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { StoreUnavailable } from '../store.ts';
import { openSqliteFile, releaseSqlite } from './sqlite-file.ts';
import { storeLackOf } from './store-lack.ts';

const directory = mkdtempSync(join(tmpdir(), 'concord-lack-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const coded = (code: string) => Object.assign(new Error(code), { code });

test.each([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['SQLITE_FULL', 'full'],
  ['53100', 'full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_READONLY_DIRECTORY', 'read-only'],
  ['25006', 'database-read-only'],
  ['53300', 'connections'],
  ['ENOENT', undefined],
  ['SQLITE_BUSY', undefined],
])(
  'given a fault %s, also as the cause of another, when it is asked about, then what it lacks is %s',
  (code, lack) => {
    expect(storeLackOf(coded(code))).toBe(lack);
    expect(storeLackOf(new StoreUnavailable('can not be used', { cause: coded(code) }))).toBe(lack);
  },
);

test.each(['connect', 'spawn /opt/program'])(
  'given a %s that is not allowed, when it is asked about, then it says nothing of the disk',
  (syscall) => {
    const fault = Object.assign(coded('EACCES'), { syscall });
    expect(storeLackOf(new StoreUnavailable('can not be used', { cause: fault }))).toBeUndefined();
  },
);

test('given a database that cannot leave its log on a full disk, when it is released, then it is closed all the same', () => {
  const asked: string[] = [];
  const database = {
    exec: (sql: string) => {
      asked.push(sql);
      if (sql.includes('DELETE')) throw coded('SQLITE_FULL');
      return database;
    },
    // On a full disk reading fails too, as long as the log was not left.
    prepare: () => {
      throw coded('SQLITE_IOERR_SHMOPEN');
    },
    close: () => asked.push('closed'),
  } as unknown as Parameters<typeof releaseSqlite>[0];
  releaseSqlite(database);
  expect(asked).toEqual(['PRAGMA journal_mode = DELETE', 'closed']);
});

test('given a file that did not come to be open, when it is opened again, then no lock of the first try is met', () => {
  const path = join(directory, 'acme.sqlite');
  expect(() => openSqliteFile(path, 'CREATE TABLE half (')).toThrow();
  const file = openSqliteFile(path, 'CREATE TABLE IF NOT EXISTS whole (seq INTEGER) STRICT');
  expect(file.rows('SELECT count(*) FROM whole', [])).toEqual([[0]]);
  file.close();
});
