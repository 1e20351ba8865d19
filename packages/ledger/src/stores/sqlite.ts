import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readErasable, withoutMembers } from '../entry/commitment.ts';
import { emptyTail } from '../entry/seal-batch.ts';
import type { Append, Batch, Entry, LedgerStore, Place, StoredSnapshot, Tail } from '../store.ts';
import { checkOrganisation, noSuchEntry, placeEntries } from './append-rules.ts';
import { isTaken, openSqliteFile, removeSqliteFile, type SqliteFile } from './sqlite-file.ts';
import { StoreDamaged } from './store-damaged.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS entries (
    seq INTEGER PRIMARY KEY, text TEXT NOT NULL, seal TEXT NOT NULL, erasable TEXT,
    batch TEXT NOT NULL, record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS entries_of_record ON entries (record, seq);
  CREATE TABLE IF NOT EXISTS batches (
    first INTEGER PRIMARY KEY, last INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL,
    actor TEXT NOT NULL, via TEXT NOT NULL, operation TEXT NOT NULL, key TEXT UNIQUE, body_hash TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS snapshots (
    position INTEGER PRIMARY KEY, state_version INTEGER NOT NULL, seal TEXT NOT NULL, body BLOB NOT NULL,
    signature TEXT NOT NULL
  ) STRICT;
`;

// The driver ends the process on text that is not UTF-8 and cuts it at a NUL, so that one damaged byte would take
// the server down before verify can name it: what may have been damaged is read as bytes, in one column.
const placesQuery = `SELECT seq, CAST(batch || char(10) || record AS BLOB) FROM entries WHERE seq > ?
  ORDER BY seq LIMIT ?`;
const entryColumns = `seq, CAST(seal || char(10) || coalesce(erasable, '') || char(10) || text AS BLOB)`;
const readQuery = `SELECT ${entryColumns} FROM entries WHERE seq > ? ORDER BY seq LIMIT ?`;
const batchColumns = 'CAST(json_array(id, first, last, at, actor, via, operation, key, body_hash) AS BLOB)';

/**
 * The embedded ledger: one file `<organisation>.sqlite` for each organisation, in a directory of its own, held by one
 * process. A file is made by an organisation's first append; asking about an unknown one makes none.
 */
export function sqliteStore(directory: string): LedgerStore {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const files = new Map<string, SqliteFile>();
  const openFile = (organisation: string): SqliteFile => {
    const file = files.get(organisation) ?? openSqliteFile(pathOf(directory, organisation), schema);
    files.set(organisation, file);
    return file;
  };
  const known = (organisation: string): SqliteFile | undefined =>
    files.get(organisation) ??
    (existsSync(pathOf(directory, organisation)) ? openFile(organisation) : undefined);
  const select = (organisation: string, sql: string, values: readonly unknown[]) =>
    known(organisation)?.rows(sql, values) ?? [];
  return {
    organisations: async () =>
      organisationsIn(directory).filter((organisation) => isBegun(() => tailOf(openFile(organisation)))),
    tail: async (organisation) => {
      const file = known(organisation);
      return file === undefined ? emptyTail : tailOf(file);
    },
    read: async (organisation, after, limit) => select(organisation, readQuery, [after, limit]).map(toEntry),
    places: async (organisation, after, limit) =>
      select(organisation, placesQuery, [after, limit]).map(toPlace),
    append: async (organisation, after, append) => {
      const places = placeEntries(organisation, after, append);
      const file = openFile(organisation);
      const outcome = appendTo(file, after, { ...append, places });
      if (append.erase.length > 0) file.forgetErased();
      return outcome;
    },
    batchByKey: async (organisation, key) =>
      select(organisation, `SELECT ${batchColumns} FROM batches WHERE key = ?`, [key]).map(toBatch)[0],
    batches: async (organisation, afterSeq, limit) =>
      select(organisation, `SELECT ${batchColumns} FROM batches WHERE first > ? ORDER BY first LIMIT ?`, [
        afterSeq,
        limit,
      ]).map(toBatch),
    history: async (organisation, record) =>
      select(organisation, `SELECT ${entryColumns} FROM entries WHERE record = ? ORDER BY seq`, [record]).map(
        toEntry,
      ),
    snapshot: async (organisation, atOrBelow) =>
      select(organisation, newestSnapshot, [atOrBelow]).map(toSnapshot)[0],
    keepSnapshot: async (organisation, snapshot) => keep(openFile(organisation), snapshot),
    dropSnapshots: async (organisation) => {
      const file = known(organisation);
      file?.run('DELETE FROM snapshots', []);
      // They may hold what an erasure has just taken away.
      file?.forgetErased();
    },
    remove: async (organisation) => {
      release(files, organisation);
      removeSqliteFile(pathOf(directory, organisation));
    },
    close: async () => {
      for (const file of files.values()) file.close();
      files.clear();
    },
  };
}

function release(files: Map<string, SqliteFile>, organisation: string): void {
  files.get(organisation)?.close();
  files.delete(organisation);
}

function pathOf(directory: string, organisation: string): string {
  checkOrganisation(organisation);
  return join(directory, `${organisation}.sqlite`);
}

function organisationsIn(directory: string): readonly string[] {
  const names = readdirSync(directory).flatMap((name) => /^([a-z0-9-]{1,64})\.sqlite$/.exec(name)?.[1] ?? []);
  return names.sort();
}

/** A file too damaged to be read is an organisation all the same: it must not hide the others, nor be hidden. */
function isBegun(tail: () => Tail): boolean {
  try {
    return tail().position > 0;
  } catch (error) {
    if (error instanceof StoreDamaged) return true;
    throw error;
  }
}

type PlacedAppend = Append & { readonly places: ReturnType<typeof placeEntries> };

function appendTo(file: SqliteFile, after: Tail, append: PlacedAppend): 'appended' | 'beaten' {
  try {
    return file.transaction(() => {
      const tail = tailOf(file);
      if (tail.position !== after.position || tail.seal !== after.seal) return 'beaten';
      insertEntries(file, append);
      insertBatches(file, append.batches);
      for (const erasure of append.erase) erase(file, erasure);
      // A snapshot may hold what is erased.
      if (append.erase.length > 0) file.run('DELETE FROM snapshots', []);
      return 'appended';
    });
  } catch (error) {
    if (isTaken(error)) return 'beaten';
    throw error;
  }
}

function tailOf(file: SqliteFile): Tail {
  const [last] = file.rows('SELECT seq, CAST(seal AS BLOB) FROM entries ORDER BY seq DESC LIMIT 1', []);
  return last === undefined ? emptyTail : { position: last[0] as number, seal: textOf(last[1]) };
}

function insertEntries(file: SqliteFile, { entries, places }: PlacedAppend): void {
  for (const [index, { seq, text, seal, erasable }] of entries.entries()) {
    const values = [seq, text, seal, erasable === null ? null : JSON.stringify(erasable)];
    const { batch, record } = places[index]!;
    file.run('INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)', [...values, batch, record]);
  }
}

function insertBatches(file: SqliteFile, batches: readonly Batch[]): void {
  for (const { first, last, id, at, actor, via, operation, key, bodyHash } of batches)
    file.run('INSERT INTO batches VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', [
      first,
      last,
      id,
      at,
      actor,
      via,
      operation,
      key,
      bodyHash,
    ]);
}

function erase(file: SqliteFile, { seq, members }: Append['erase'][number]): void {
  const [row] = file.rows(`SELECT ${entryColumns} FROM entries WHERE seq = ?`, [seq]);
  if (row === undefined) throw noSuchEntry(seq);
  const left = withoutMembers(toEntry(row).erasable, members);
  file.run('UPDATE entries SET erasable = ? WHERE seq = ?', [
    left === null ? null : JSON.stringify(left),
    seq,
  ]);
}

const newestSnapshot = `SELECT position, state_version, CAST(seal AS BLOB), body, CAST(signature AS BLOB)
  FROM snapshots WHERE position <= ? ORDER BY position DESC LIMIT 1`;

function keep(file: SqliteFile, { position, stateVersion, seal, body, signature }: StoredSnapshot): void {
  file.run('INSERT OR REPLACE INTO snapshots VALUES (?, ?, ?, ?, ?)', [
    position,
    stateVersion,
    seal,
    Buffer.from(body),
    signature,
  ]);
}

function toEntry([seq, bytes]: readonly unknown[]): Entry {
  const [seal = '', erasable = '', text = ''] = linesOf(textOf(bytes));
  return { seq: seq as number, text, seal, erasable: readErasable(erasable) };
}

function toPlace([seq, bytes]: readonly unknown[]): Place {
  const [batch = '', record = ''] = textOf(bytes).split('\n');
  return { seq: seq as number, record, batch };
}

function linesOf(text: string): readonly string[] {
  const first = text.indexOf('\n');
  const second = text.indexOf('\n', first + 1);
  return [text.slice(0, first), text.slice(first + 1, second), text.slice(second + 1)];
}

function toBatch([json]: readonly unknown[]): Batch {
  const [id, first, last, at, actor, via, operation, key, bodyHash] = JSON.parse(textOf(json));
  return { id, first, last, at, actor, via, operation, key, bodyHash };
}

function toSnapshot([position, stateVersion, seal, body, signature]: readonly unknown[]): StoredSnapshot {
  return {
    position: position as number,
    stateVersion: stateVersion as number,
    seal: textOf(seal),
    body: new Uint8Array(body as ArrayBuffer),
    signature: textOf(signature),
  };
}

function textOf(bytes: unknown): string {
  return Buffer.from(bytes as ArrayBuffer).toString('utf8');
}
