import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { syncFolder } from '../../files/keeping.ts';

/** Where a backup is loaded: beside what stands, in the data directory itself, so that a rename moves it. */
const loading = 'restoring';
/** Loaded and verified, and from here on what counts: what stands is to be moved away first … */
const decided = 'restored';
/** … and then what was loaded takes its place. */
const replacing = 'replacing';
/** Loaded and verified; whether it counts is for the database to say, which has the tables. */
const awaiting = 'awaiting-database';

/** What a data directory is made of; the lock and the note of its holder stay. */
const parts = [
  'organisations',
  'identity.sqlite',
  'identity.sqlite-wal',
  'identity.sqlite-shm',
  'identity.sqlite-journal',
  'files',
  'staging',
  'restores.jsonl',
];

/** Names the folder that what stood before is moved to, so that whoever finishes knows it. */
const note = 'before.txt';
/** What is awaited of the database, for whoever finishes. */
const awaitedNote = 'awaited.json';

/**
 * Told between any two steps; what it throws stops there. For progress, and to try what happens then. Only with a
 * database there are `awaiting` and `adopted`: the tables decide.
 */
export type OnStep = (
  step: 'loaded' | 'verified' | 'awaiting' | 'adopted' | 'decided' | 'moved away' | 'put in place',
) => void;

/** An empty folder to load into; what an interrupted restore has left there goes. */
export async function makeLoadingFolder(directory: string): Promise<string> {
  const folder = join(directory, loading);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

export async function dropLoadingFolder(directory: string): Promise<void> {
  await rm(join(directory, loading), { recursive: true, force: true });
}

/** Makes what was loaded what counts. One rename decides; whatever interrupts the rest, `finishSwap` goes on with it. */
export async function swapIn(directory: string, onStep: OnStep): Promise<string | undefined> {
  await noteBefore(directory);
  await move(directory, loading, decided);
  onStep('decided');
  return finishSwap(directory, onStep);
}

async function noteBefore(directory: string): Promise<void> {
  const before = `before-restore-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}Z`;
  await writeFile(join(directory, loading, note), before, { mode: 0o600, flush: true });
  await syncFolder(join(directory, loading));
}

async function move(directory: string, from: string, to: string): Promise<void> {
  await rename(join(directory, from), join(directory, to));
  await syncFolder(directory);
}

/** Puts what was loaded aside until the database has decided: `takeAwaited` then, or `dropAwaited`. */
export async function awaitDatabase(directory: string, awaited: object): Promise<void> {
  const text = JSON.stringify(awaited);
  await writeFile(join(directory, loading, awaitedNote), text, { mode: 0o600, flush: true });
  await noteBefore(directory);
  await move(directory, loading, awaiting);
}

/** What an interrupted restore has left to be done, and whether the database has still to be asked. */
export async function awaitedIn(
  directory: string,
): Promise<{ readonly awaited: unknown; readonly isOpen: boolean } | undefined> {
  for (const folder of [awaiting, decided, replacing]) {
    const text = await readFile(join(directory, folder, awaitedNote), 'utf8').catch(() => undefined);
    if (text !== undefined) return { awaited: JSON.parse(text), isOpen: folder === awaiting };
  }
  return undefined;
}

/** The database has it: what lies beside takes its place too. */
export async function takeAwaited(directory: string, onStep: OnStep): Promise<string | undefined> {
  await move(directory, awaiting, decided);
  onStep('decided');
  return finishSwap(directory, onStep);
}

export async function dropAwaited(directory: string): Promise<void> {
  await rm(join(directory, awaiting), { recursive: true, force: true });
}

/** Whether a restore was interrupted after it was decided. */
export async function isSwapUnderWay(directory: string): Promise<boolean> {
  const names = await readdir(directory).catch((): string[] => []);
  return names.includes(decided) || names.includes(replacing);
}

/** Whether a restore has left anything that is to be carried to its end, or taken away. */
export async function isAnythingLeft(directory: string): Promise<boolean> {
  const names = await readdir(directory).catch((): string[] => []);
  return [loading, awaiting, decided, replacing].some((folder) => names.includes(folder));
}

/**
 * Carries a decided restore to its end, and takes away what one that was not decided has left. Only for who holds the
 * data directory.
 * Answers where what stood before is kept; undefined when nothing stood there.
 */
export async function finishSwap(
  directory: string,
  onStep: OnStep = () => undefined,
): Promise<string | undefined> {
  await dropLoadingFolder(directory);
  const names = await readdir(directory);
  const ready = names.includes(replacing);
  if (!ready && !names.includes(decided)) return undefined;
  const before = await readFile(join(directory, ready ? replacing : decided, note), 'utf8').catch((error) => {
    if (ready && error.code === 'ENOENT') return '';
    throw error;
  });
  if (!ready) {
    await moveAll(parts, directory, join(directory, before));
    await rename(join(directory, decided), join(directory, replacing));
    await syncFolder(directory);
    onStep('moved away');
  }
  // The note goes last: as long as it is there, whoever comes next finds what is left to do.
  const left = (await readdir(join(directory, replacing))).filter(
    (name) => ![note, awaitedNote].includes(name),
  );
  await moveAll(left, join(directory, replacing), directory);
  await rm(join(directory, replacing), { recursive: true });
  await syncFolder(directory);
  onStep('put in place');
  return (await readdir(directory)).includes(before) ? moveBeside(directory, before) : undefined;
}

async function moveAll(names: readonly string[], from: string, to: string): Promise<void> {
  const there = await readdir(from);
  const moved = names.filter((name) => there.includes(name));
  if (moved.length === 0) return;
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const name of moved) await rename(join(from, name), join(to, name));
  await syncFolder(to);
  await syncFolder(from);
}

/** Beside the data directory, as `data.before-restore-…`; where that cannot be (a volume of its own), it stays inside. */
async function moveBeside(directory: string, before: string): Promise<string> {
  const whole = resolve(directory);
  const beside = join(dirname(whole), `${basename(whole)}.${before}`);
  try {
    await rename(join(directory, before), beside);
    return beside;
  } catch {
    return join(directory, before);
  }
}
