import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenedWith } from '../form/envelope.ts';
import { diskFault } from '../form/fault.ts';
import { countedBytes, sizeOf } from './backup-file.ts';
import type { Checked } from './check.ts';
import { loadAndCheck } from './load-and-check.ts';

export interface DrillAsked {
  readonly file: string;
  readonly using: OpenedWith;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Drilled {
  readonly madeAt: string;
  readonly organisations: readonly Checked[];
  readonly people: number;
  readonly files: number;
  /** Bytes of the backup, and of what is in it. */
  readonly size: number;
  readonly bytes: number;
  /** How long loading and verifying took. */
  readonly seconds: number;
}

/**
 * Restores a backup into a throw-away place in the folder for temporary files, verifies all of it, and takes the place
 * away again. Nothing that stands is touched. Throws `BackupFault`.
 */
export async function drillBackup({ file, using, onProgress, signal }: DrillAsked): Promise<Drilled> {
  const started = performance.now();
  const size = await sizeOf(file);
  const folder = await mkdtemp(join(tmpdir(), 'concord-drill-'));
  try {
    const source = countedBytes({ file, size, signal, onProgress });
    const { opening, manifest, organisations } = await loadAndCheck({ folder }, { source, using });
    const { people, files, bytes } = manifest;
    const seconds = (performance.now() - started) / 1000;
    return { madeAt: opening.madeAt, organisations, people, files, size, bytes, seconds };
  } catch (error) {
    throw diskFault(error, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
