import {
  chmodSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { StoreUnavailable } from '../store.ts';
import { makeFolder } from './make-folder.ts';
import { isBusy, releaseSqlite } from './sqlite-file.ts';

/** Who holds a data directory, and how to speak to it: an address such as `http://127.0.0.1:4180`. */
export interface HolderNote {
  readonly pid: number;
  readonly address: string;
  /** A secret for the command line on this machine; the note is readable by its owner alone. */
  readonly token: string;
}

/**
 * Another living process holds the data directory. `holder` is its note, when it has written one yet; `since` tells
 * one holding from the next (milliseconds): while it changes, others come and go and it is worth waiting. `beat` changes
 * each second as long as a holder without a note is at work; undefined when there is none.
 */
export class DirectoryHeld extends StoreUnavailable {
  readonly holder: HolderNote | undefined;
  readonly since: number;
  readonly beat: number | undefined;

  constructor(directory: string, holder: HolderNote | undefined) {
    const who = holder === undefined ? 'another process' : `process ${holder.pid} at ${holder.address}`;
    super(`the data directory ${directory} is held by ${who}`);
    this.holder = holder;
    // Taking the lock writes its file.
    this.since = statSync(lockPath(directory), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    this.beat = statSync(beatPath(directory), { throwIfNoEntry: false })?.mtimeMs;
  }
}

/** A data directory held by this process until `release`, or until the process ends in whatever way. */
export interface HeldDirectory {
  /** Tells others where to find us; replaces an earlier note. From then on we are asked, and no longer listened to. */
  writeNote(note: HolderNote): void;
  /** Removes the note and lets go. */
  release(): void;
}

/**
 * Takes a data directory (made when missing) with a lock of the operating system on `lock.sqlite`, which can not be
 * stale: it ends with the process. Throws `DirectoryHeld` at once, having changed nothing, when it is taken.
 *
 * The holder must never read `lock.sqlite` (a backup leaves it out): POSIX drops a process's locks on a file when
 * the process closes any descriptor of it.
 */
export function holdDirectory(directory: string): HeldDirectory {
  makeFolder(directory);
  const lock = takeLock(directory);
  rmSync(notePath(directory), { force: true });
  const stopBeating = startBeating(directory);
  return {
    writeNote: (note) => {
      writeNote(directory, note);
      stopBeating();
    },
    release: () => {
      stopBeating();
      rmSync(notePath(directory), { force: true });
      releaseSqlite(lock);
    },
  };
}

const beatEvery = 1000;

/** Shows whoever waits that we are at work, as long as this process gets round to it. */
function startBeating(directory: string): () => void {
  const path = beatPath(directory);
  writeFileSync(path, '', { mode: 0o600 });
  const beating = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // On a disk that takes no more, or is gone, the beat is what fails least.
    }
  }, beatEvery);
  beating.unref();
  return () => {
    clearInterval(beating);
    rmSync(path, { force: true });
  };
}

/** The note of the process that holds, or last held, the directory; undefined when there is none. */
export function readHolderNote(directory: string): HolderNote | undefined {
  if (!existsSync(notePath(directory))) return undefined;
  try {
    const { pid, address, token } = JSON.parse(readFileSync(notePath(directory), 'utf8'));
    return { pid, address, token };
  } catch {
    return undefined;
  }
}

function takeLock(directory: string): Database.Database {
  let lock: Database.Database | undefined;
  try {
    lock = new Database(lockPath(directory));
    lock.exec('PRAGMA locking_mode = EXCLUSIVE');
    lock.exec('PRAGMA user_version = 1');
    return lock;
  } catch (error) {
    letGo(lock);
    if (isBusy(error)) throw new DirectoryHeld(directory, readHolderNote(directory));
    const reason = whyUnwritable(directory) ?? (error instanceof Error ? error.message : String(error));
    throw new StoreUnavailable(`the data directory ${directory} can not be used: ${reason}`, {
      cause: error,
    });
  }
}

/** The driver tells the number of a fault and not what it is. */
function whyUnwritable(directory: string): string | undefined {
  const tried = join(directory, `tried-${process.pid}`);
  try {
    writeFileSync(tried, '', { mode: 0o600 });
    return undefined;
  } catch (error) {
    return `no file can be written in it (${(error as NodeJS.ErrnoException).code})`;
  } finally {
    rmSync(tried, { force: true });
  }
}

/** Who was too late may have got as far as reading, and keeps that: of two who do, neither would ever come to write. */
function letGo(lock: Database.Database | undefined): void {
  try {
    lock?.exec('PRAGMA locking_mode = NORMAL');
    lock?.prepare('SELECT count(*) FROM sqlite_schema').all([]);
  } catch {
    // It had not got as far as that.
  }
  lock?.close();
}

function writeNote(directory: string, note: HolderNote): void {
  const draft = `${notePath(directory)}.new`;
  writeFileSync(draft, `${JSON.stringify(note)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, notePath(directory));
}

function lockPath(directory: string): string {
  return join(directory, 'lock.sqlite');
}

function beatPath(directory: string): string {
  return join(directory, 'holder.beat');
}

function notePath(directory: string): string {
  return join(directory, 'holder.json');
}
