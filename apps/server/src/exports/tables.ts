import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Progress } from '@concord/operations';
import type { Flat, FlatTable } from '@concord/views';
import { beginWriting, type ExportWriting } from '../writing/export-writing.ts';
import { tableGuide } from './table-guide.ts';

type Parts = AsyncGenerator<Uint8Array | Progress, { readonly tables: Readonly<Record<string, number>> }>;

const rowsAtOnce = 250;

/** Rows a few at a time, so that others are answered between them. */
async function* inPieces(table: FlatTable): AsyncGenerator<readonly (readonly Flat[])[], void> {
  let piece: (readonly Flat[])[] = [];
  for (const row of table.rows()) {
    piece.push(row);
    if (piece.length < rowsAtOnce) continue;
    yield piece;
    piece = [];
    await setImmediate();
  }
  if (piece.length > 0) yield piece;
}

function packed(rows: readonly (readonly Flat[])[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(rows));
}

/** A ZIP with a CSV file for each table (RFC 4180, UTF-8, no formula) and a README that says what each column means. */
export async function* zipTables(tables: readonly FlatTable[], threadFile?: string | undefined): Parts {
  const zip = await beginWriting({ kind: 'zip' }, threadFile);
  const counts: Record<string, number> = {};
  try {
    yield* (await zip.take({ entry: 'README.md', compress: true })).pieces;
    yield* (await zip.take({ bytes: Buffer.from(tableGuide(tables)) })).pieces;
    yield* (await zip.take({ end: 'entry' })).pieces;
    for (const [at, table] of tables.entries()) {
      yield { step: 'tables', done: at, of: tables.length };
      counts[table.name] = yield* csvInto(zip, table);
    }
    yield* (await zip.take({ end: 'all' })).pieces;
    return { tables: counts };
  } finally {
    await zip.close();
  }
}

/** Writes one table as CSV; returns how many rows it has. */
async function* csvInto(zip: ExportWriting, table: FlatTable): AsyncGenerator<Uint8Array, number> {
  const { name } = table;
  yield* (await zip.take({ entry: `${name}.csv`, compress: true })).pieces;
  yield* (await zip.take({ rows: packed([table.columns.map((column) => column.name)]), table: name })).pieces;
  let count = 0;
  for await (const piece of inPieces(table)) {
    count += piece.length;
    yield* (await zip.take({ rows: packed(piece), table: name })).pieces;
  }
  yield* (await zip.take({ end: 'entry' })).pieces;
  return count;
}

/** The same as one SQLite file: made whole in the folder for temporary files first, as SQLite cannot be streamed. */
export async function* sqliteTables(tables: readonly FlatTable[], threadFile?: string | undefined): Parts {
  const folder = await mkdtemp(join(tmpdir(), 'concord-tables-'));
  try {
    const path = join(folder, 'tables.sqlite');
    const counts: Record<string, number> = {};
    const file = await beginWriting({ kind: 'sqlite', path, tables: tables.map(described) }, threadFile);
    try {
      for (const [at, table] of tables.entries()) {
        yield { step: 'tables', done: at, of: tables.length };
        counts[table.name] = 0;
        for await (const piece of inPieces(table)) {
          await file.take({ rows: packed(piece), table: table.name });
          counts[table.name] = (counts[table.name] ?? 0) + piece.length;
        }
      }
      await file.take({ end: 'all' });
    } finally {
      await file.close();
    }
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }))
      yield chunk as Uint8Array;
    return { tables: counts };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What can travel to a thread: no row, and no rule that makes one. */
function described({ name, meaning, columns }: FlatTable) {
  return {
    name,
    meaning,
    columns: columns.map((column) => ({ name: column.name, type: column.type, meaning: column.meaning })),
  };
}
