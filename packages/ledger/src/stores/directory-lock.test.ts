import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, describe, expect, test } from 'vitest';
import { appendOf, emptyTail } from '../entry/seal-batch.ts';
import { StoreUnavailable } from '../store.ts';
import { killHard, linesOf, startProgram } from '../testing/bundle.ts';
import { plainFact, sealed } from '../testing/sample.ts';
import { DirectoryHeld, holdDirectory, readHolderNote } from './directory-lock.ts';
import { sqliteStore } from './sqlite.ts';

const directories: string[] = [];
const newDirectory = (): string => {
  directories.push(mkdtempSync(join(tmpdir(), 'concord-lock-')));
  return directories.at(-1)!;
};
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

/** Names, times and contents of a directory whose holder is another process. */
function bytesOf(directory: string): readonly string[] {
  return readdirSync(directory).map((name) => {
    const path = join(directory, name);
    const digest = createHash('sha256').update(readFileSync(path)).digest('hex');
    return `${name} ${statSync(path).mtimeMs} ${digest}`;
  });
}

async function startHolder(directory: string) {
  const holder = await startProgram('hold-directory', directory);
  for await (const line of linesOf(holder)) if (line === 'held') break;
  return holder;
}

describe('a data directory', () => {
  test('that a living process holds is refused, names the holder and is left as it was', async () => {
    const directory = newDirectory();
    const holder = await startHolder(directory);
    const before = bytesOf(directory);
    try {
      expect(() => holdDirectory(directory)).toThrow(DirectoryHeld);
      const note = { pid: holder.pid, address: 'http://127.0.0.1:4180', token: 'secret' };
      expect(() => holdDirectory(directory)).toThrow(expect.objectContaining({ holder: note }));
      expect(bytesOf(directory)).toEqual(before);
    } finally {
      await killHard(holder);
    }
  });

  test('is free again when its holder was killed, whose note does not stay', async () => {
    const directory = newDirectory();
    await killHard(await startHolder(directory));
    expect(readHolderNote(directory)?.address).toBe('http://127.0.0.1:4180');
    const held = holdDirectory(directory);
    expect(readHolderNote(directory)).toBeUndefined();
    held.release();
  });

  test('can be held once within a process too, and again after its release', () => {
    const directory = newDirectory();
    const held = holdDirectory(directory);
    expect(() => holdDirectory(directory)).toThrow(StoreUnavailable);
    held.release();
    const again = holdDirectory(directory);
    expect(() => holdDirectory(directory)).toThrow(DirectoryHeld);
    again.release();
  });

  test('has a note that its owner alone can read, gone after the release', () => {
    const directory = newDirectory();
    const held = holdDirectory(directory);
    const note = { pid: 7, address: 'http://127.0.0.1:1', token: 't' };
    held.writeNote({ ...note, pid: 6 });
    held.writeNote(note);
    expect(readHolderNote(directory)).toEqual(note);
    expect(statSync(join(directory, 'holder.json')).mode & 0o777).toBe(0o600);
    held.release();
    expect(readHolderNote(directory)).toBeUndefined();
  });

  test('is not kept from others by who came too late', () => {
    const directory = newDirectory();
    holdDirectory(directory).release();
    const open = () => new Database(join(directory, 'lock.sqlite'));
    const [reading, writing] = [open(), open()];
    // Another one is about to take it: it can be read, and not written.
    reading.exec('BEGIN');
    reading.prepare('SELECT count(*) FROM sqlite_schema').all([]);
    expect(() => holdDirectory(directory)).toThrow(DirectoryHeld);
    reading.exec('COMMIT');
    writing.exec('PRAGMA user_version = 2');
    reading.close();
    writing.close();
    holdDirectory(directory).release();
  });

  test('whose holder is at work shows it anew, until there is a note or it is free', async () => {
    const directory = newDirectory();
    const held = holdDirectory(directory);
    const beatSeen = (): number | undefined => {
      try {
        holdDirectory(directory).release();
      } catch (error) {
        if (error instanceof DirectoryHeld) return error.beat;
      }
      throw new Error('nobody holds the directory');
    };
    const first = beatSeen();
    expect(first).toBeGreaterThan(0);
    while (beatSeen() === first) await new Promise((resolve) => setTimeout(resolve, 20));
    held.writeNote({ pid: 7, address: 'http://127.0.0.1:1', token: 't' });
    expect(beatSeen()).toBeUndefined();
    held.release();
    expect(readdirSync(directory)).not.toContain('holder.beat');
  });

  test('with a note that can not be read says that somebody holds it', async () => {
    const directory = newDirectory();
    const holder = await startHolder(directory);
    writeFileSync(join(directory, 'holder.json'), '{');
    try {
      expect(() => holdDirectory(directory)).toThrow('another process');
    } finally {
      await killHard(holder);
    }
  });
});

describe('a ledger file', () => {
  test('that another store holds is unavailable, also for reading', async () => {
    const directory = newDirectory();
    const store = sqliteStore(directory);
    const batch = sealed(emptyTail, [plainFact('a')]);
    await store.append('acme', emptyTail, appendOf([batch]));
    const other = sqliteStore(directory);
    await expect(other.tail('acme')).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(other.append('acme', batch.tail, appendOf([batch]))).rejects.toThrow();
    await store.close();
    expect(await other.tail('acme')).toEqual(batch.tail);
    await other.close();
  });
});

test.skipIf(process.platform !== 'linux')('a directory in which nothing can be written says so', () => {
  expect(() => holdDirectory('/proc')).toThrow(
    'the data directory /proc can not be used: no file can be written in it (ENOENT)',
  );
});
