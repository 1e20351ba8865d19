import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { BackupFault } from '../form/fault.ts';

/** Size of a backup, in bytes. Throws `BackupFault` when it is not there, or no file. */
export async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch((error) => String(error.code));
  const problem = typeof found === 'string' ? found : found.isFile() ? '' : 'EISDIR';
  if (typeof found === 'string' || problem !== '')
    throw new BackupFault(1, 'backup.unreadable', { params: { file, problem } });
  return found.size;
}

interface Counted {
  readonly file: string;
  readonly size: number;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The bytes of a backup; tells how many of them have been read. */
export async function* countedBytes({
  file,
  size,
  signal,
  onProgress,
}: Counted): AsyncGenerator<Uint8Array, void> {
  let done = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024, signal })) {
    done += chunk.length;
    onProgress?.(done, size);
    yield chunk;
  }
}
