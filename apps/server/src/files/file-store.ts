import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileNamed, mostFileBytes } from '@concord/operations';
import { type Refusal, refuse, type StoredFile } from '@concord/programme';
import { exists, hashOf, keepAll, keepFile, syncFolder } from './keeping.ts';
import { keptPath, type OpenedFile, openKept } from './kept-file.ts';
import { refuseKind } from './kind.ts';
import { isUtf32, mediaTypeOf, strayControl } from './media-type.ts';
import { plainName } from './plain-name.ts';

const megabyte = 1_000_000;
const stagedFor = 24 * 3_600_000;

/**
 * Evidence files of one organisation, named by the SHA-256 of their content. A file is staged first, durably, for 24
 * hours; a piece of evidence that names it keeps it for good. Nothing is ever overwritten: the same content is the
 * same file.
 */
export interface OrganisationFiles {
  stage(named: FileNamed, body: AsyncIterable<Uint8Array>): Promise<Staged | { refusal: Refusal }>;
  /** Keeps a staged file before the evidence is sealed. Undefined when there is none. */
  keep(hash: string): Promise<StoredFile | undefined>;
  /** Keeps what we made ourselves, however large, durably and before the entry that names it is sealed: all of it or none. */
  make(files: readonly MadeHere[]): Promise<readonly StoredFile[]>;
  /** A staged file, to be read where it lies; undefined when there is none. */
  staged(hash: string): Promise<{ readonly file: StoredFile; readonly path: string } | undefined>;
  /** Where a kept file lies, if there is one, for who reads it there. */
  pathOf(hash: string): string;
  check(hash: string): Promise<'ok' | 'missing' | 'altered'>;
  read(hash: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** A kept file with its size, open: it can be read to its end even when it is removed meanwhile. */
  open(hash: string): Promise<OpenedFile | undefined>;
  /** Takes a file away for good, staged or kept. */
  remove(hash: string): Promise<void>;
}

/** Each organisation has files of its own: knowing the hash of another's file opens nothing, erasing takes nothing. */
export interface FileStore {
  of(organisation: string): OrganisationFiles;
  /** Takes away every file of an organisation, kept or staged; nothing happens when there is none. */
  removeAll(organisation: string): Promise<void>;
  /** Removes what was staged over 24 hours ago. */
  sweep(now: number): Promise<void>;
}

/** A file of ours: its content as it is made, its name, and what it is. */
export type MadeHere = Pick<StoredFile, 'name' | 'mediaType'> & {
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
};

/** `known`: the same content was here before, and is not kept a second time. */
export type Staged = StoredFile & { readonly known: boolean };

interface Places {
  readonly kept: string;
  readonly organisation: string;
  readonly staging: string;
}

export async function openFileStore(directory: string): Promise<FileStore> {
  const kept = join(directory, 'files');
  const staging = join(directory, 'staging');
  for (const folder of [kept, staging]) await mkdir(folder, { recursive: true, mode: 0o700 });
  return {
    of: (organisation) => filesIn({ kept, organisation, staging: join(staging, organisation) }),
    removeAll: async (organisation) => {
      for (const folder of [kept, staging]) {
        await rm(join(folder, organisation), { recursive: true, force: true });
        await syncFolder(folder);
      }
    },
    sweep: async (now) => {
      for (const organisation of await readdir(staging)) await sweep(join(staging, organisation), now);
    },
  };
}

function filesIn({ kept, organisation, staging }: Places): OrganisationFiles {
  const pathOf = (hash: string) => keptPath(kept, { organisation, hash });
  return {
    stage: async (named, body) => {
      const staged = await stage(staging, named, body);
      if ('refusal' in staged) return staged;
      const { before, file } = staged;
      return { ...file, known: before || (await exists(pathOf(file.hash))) };
    },
    keep: async (hash) => {
      const described = await readDescription(staging, hash);
      if (!described) return undefined;
      await keepFile(join(staging, hash), pathOf(hash));
      return described;
    },
    make: async (files) => {
      await mkdir(staging, { recursive: true, mode: 0o700 });
      const drafts: { readonly path: string; readonly file: StoredFile }[] = [];
      const draftOf = (nth: number) => join(staging, `${id}-${nth}.part`);
      const id = randomUUID();
      try {
        for (const [nth, { content, name, mediaType }] of files.entries()) {
          const path = draftOf(nth);
          const { hash, size } = await write(
            path,
            content instanceof Uint8Array ? [content] : content,
            anySize,
          );
          drafts.push({ path, file: { hash, size, name, mediaType } });
        }
        await keepAll(drafts.map(({ path, file }) => ({ from: path, to: pathOf(file.hash) })));
        return drafts.map(({ file }) => file);
      } finally {
        for (const nth of files.keys()) await rm(draftOf(nth), { force: true });
      }
    },
    staged: async (hash) => {
      const file = await readDescription(staging, hash);
      return file && { file, path: join(staging, hash) };
    },
    pathOf,
    check: async (hash) => {
      const found = await hashOf(pathOf(hash));
      if (found === undefined) return 'missing';
      return found === hash ? 'ok' : 'altered';
    },
    read: async (hash) => ((await exists(pathOf(hash))) ? createReadStream(pathOf(hash)) : undefined),
    open: async (hash) => openKept(pathOf(hash)),
    remove: async (hash) => {
      for (const path of [pathOf(hash), join(staging, hash), join(staging, `${hash}.json`)])
        await rm(path, { force: true });
    },
  };
}

async function stage(staging: string, { name, readBy }: FileNamed, body: AsyncIterable<Uint8Array>) {
  await mkdir(staging, { recursive: true, mode: 0o700 });
  const draft = join(staging, `${randomUUID()}.part`);
  try {
    const written = await write(draft, body);
    if (written.size === 0) return refuse('refused', 'file.empty');
    if (written.size > mostFileBytes)
      return refuse('refused', 'file.too-large', { limit: mostFileBytes / megabyte });
    const { hash, size, start } = written;
    const file: StoredFile = { hash, name: plainName(name), size, mediaType: await mediaTypeOf(start, size) };
    const sent = { ...file, control: strayControl(start, size), isUtf32: isUtf32(start) };
    const refusal = refuseKind(sent, readBy);
    if (refusal) return { refusal };
    const before = await exists(join(staging, hash));
    await rename(draft, join(staging, hash));
    await writeDurably(join(staging, `${hash}.json`), JSON.stringify(file));
    await syncFolder(staging);
    return { before, file };
  } finally {
    await rm(draft, { force: true });
  }
}

const startKept = 64_000;

/** Most bytes that are read; those that are too many are thrown away, so that who sends them hears why. */
const mostRead = 3 * mostFileBytes;

/** So much is written of what is sent, and so much is read of it. */
const sentSize = { written: mostFileBytes, read: mostRead };
const anySize = { written: Number.POSITIVE_INFINITY, read: Number.POSITIVE_INFINITY };

/** Writes no more than is allowed, so that an endless body does not fill the disk. */
async function write(path: string, body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, most = sentSize) {
  const file = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  const start: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      if (size < startKept) start.push(chunk);
      size += chunk.length;
      if (size > most.read) break;
      if (size > most.written) continue;
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { hash: hash.digest('hex'), size, start: Buffer.concat(start).subarray(0, startKept) };
}

async function readDescription(staging: string, hash: string): Promise<StoredFile | undefined> {
  try {
    return JSON.parse(await readFile(join(staging, `${hash}.json`), 'utf8'));
  } catch {
    return undefined;
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  await writeFile(path, text, { mode: 0o600, flush: true });
}

async function sweep(staging: string, now: number): Promise<void> {
  for (const name of await readdir(staging)) {
    const path = join(staging, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs > stagedFor) await rm(path, { force: true });
  }
}
