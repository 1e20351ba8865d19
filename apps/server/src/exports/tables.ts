import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { Progress } from '@concord/operations';
import { csvLines } from '@concord/reports';
import type { Flat, FlatTable } from '@concord/views';
import { ZipFile } from 'yazl';
import { makeTableFile } from '../store/table-file.ts';
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

/** A ZIP with a CSV file for each table (RFC 4180, UTF-8, no formula) and a README that says what each column means. */
export async function* zipTables(tables: readonly FlatTable[]): Parts {
  const zip = new ZipFile();
  const counts: Record<string, number> = {};
  let done = 0;
  // By local fields: neither the day nor the zone of the machine is in the bytes.
  const settings = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };
  zip.addBuffer(Buffer.from(tableGuide(tables)), 'README.md', settings);
  for (const table of tables) {
    zip.addReadStreamLazy(`${table.name}.csv`, settings, (take) => {
      const ended = (rows: number) => {
        counts[table.name] = rows;
        done += 1;
      };
      take(null, Readable.from(csvOf(table, ended)));
    });
  }
  zip.end();
  let told = -1;
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  for await (const chunk of output) {
    yield chunk as Uint8Array;
    if (done > told) yield { step: 'tables', done, of: tables.length };
    told = done;
  }
  return { tables: counts };
}

async function* csvOf(table: FlatTable, ended: (rows: number) => void): AsyncGenerator<Buffer, void> {
  yield Buffer.from(csvLines([table.columns.map(({ name }) => name)]));
  let rows = 0;
  for await (const piece of inPieces(table)) {
    rows += piece.length;
    yield Buffer.from(csvLines(piece.map((row) => row.map(written))));
  }
  ended(rows);
}

function written(value: Flat): string | number {
  if (value === null) return '';
  return typeof value === 'boolean' ? String(value) : value;
}

/** The same as one SQLite file: made whole in the folder for temporary files first, as SQLite cannot be streamed. */
export async function* sqliteTables(tables: readonly FlatTable[]): Parts {
  const folder = await mkdtemp(join(tmpdir(), 'concord-tables-'));
  try {
    const path = join(folder, 'tables.sqlite');
    const counts: Record<string, number> = {};
    const file = makeTableFile(path, tables);
    try {
      for (const [at, table] of tables.entries()) {
        yield { step: 'tables', done: at, of: tables.length };
        counts[table.name] = 0;
        for await (const piece of inPieces(table)) {
          file.add(table, piece);
          counts[table.name] = (counts[table.name] ?? 0) + piece.length;
        }
      }
    } finally {
      file.close();
    }
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }))
      yield chunk as Uint8Array;
    return { tables: counts };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
