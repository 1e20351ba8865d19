import type { Flat, FlatTable } from '@concord/views';
import Database from 'libsql';

const types = { text: 'TEXT', integer: 'INTEGER', date: 'TEXT', boolean: 'INTEGER' } as const;

/** A table without its rows. */
export type DescribedTable = Pick<FlatTable, 'name' | 'meaning' | 'columns'>;

/** A new SQLite file with flat tables, and a table that says what each column means. */
export interface TableFile {
  readonly add: (table: string, rows: readonly (readonly Flat[])[]) => void;
  readonly close: () => void;
}

/** Makes the file and its empty tables. Written once and then sent: what is broken off is thrown away, so no journal. */
export function makeTableFile(path: string, tables: readonly DescribedTable[]): TableFile {
  const database = new Database(path);
  for (const setting of ['journal_mode = OFF', 'synchronous = OFF', 'locking_mode = EXCLUSIVE'])
    database.exec(`PRAGMA ${setting}`);
  database.exec(`CREATE TABLE columns ("table" TEXT, "column" TEXT, type TEXT, meaning TEXT) STRICT`);
  const document = database.prepare('INSERT INTO columns VALUES (?, ?, ?, ?)');
  const inserts = new Map<string, Database.Statement>();
  for (const { name, meaning, columns } of tables) {
    const described = columns.map((column) => `${quoted(column.name)} ${types[column.type]}`).join(', ');
    database.exec(`CREATE TABLE ${quoted(name)} (${described}) STRICT`);
    document.run([name, null, null, meaning]);
    for (const column of columns) document.run([name, column.name, column.type, column.meaning]);
    const places = columns.map(() => '?').join(', ');
    inserts.set(name, database.prepare(`INSERT INTO ${quoted(name)} VALUES (${places})`));
  }
  return {
    add: (name, rows) => {
      database.exec('BEGIN');
      for (const row of rows) inserts.get(name)?.run(row.map(stored));
      database.exec('COMMIT');
    },
    close: () => database.close(),
  };
}

function stored(value: Flat): string | number | null {
  // The driver cuts a text at a NUL; none is taken in anywhere, and one that came all the same must not end a row.
  if (typeof value === 'string') return value.replaceAll('\0', '\ufffd');
  return typeof value === 'boolean' ? Number(value) : value;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
