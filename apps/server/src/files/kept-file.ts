import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a file lies for good, below the folder of all kept files. */
export function keptPath(
  folder: string,
  { organisation, hash }: { readonly organisation: string; readonly hash: string },
): string {
  return join(folder, organisation, hash.slice(0, 2), hash);
}

export interface OpenedFile {
  readonly size: number;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Safe to call again, and after all was read. */
  readonly close: () => Promise<void>;
}

/** Opens a file, or answers undefined when there is none. */
export async function openKept(path: string): Promise<OpenedFile | undefined> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (file === undefined) return undefined;
  const { size } = await file.stat();
  return { size, bytes: bytesOf(file), close: () => file.close() };
}

/** A stream that is there holds its file open, read or not: it is made when somebody reads. */
async function* bytesOf(file: FileHandle): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of file.createReadStream({ autoClose: false })) yield chunk as Uint8Array;
}
