import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { UsageError } from '../line/usage-error.ts';
import { Unreachable } from './connection.ts';

/** Somewhere to write what is only there once it is whole. */
export interface Target {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** It is whole: from now on it has its name. Answers where it lies; undefined on standard output. */
  readonly keep: () => Promise<string | undefined>;
  /** It will not be: nothing of it stays. */
  readonly drop: () => Promise<void>;
}

/**
 * A file for this account alone, written beside under another name until it is whole; what has its name is whole.
 * What is no file (a pipe, a device) is written to as it stands. Throws `UsageError` when it cannot be written.
 */
export async function openWholeFile(path: string): Promise<Target> {
  const real = await realpath(path).catch(() => path);
  const found = await stat(real).catch(() => undefined);
  if (found?.isDirectory()) throw cannotWrite(path, { code: 'EISDIR' });
  const straight = found !== undefined && !found.isFile();
  // A name of its own: what a killed run has left hinders nobody.
  const part = straight ? real : `${real}.${process.pid}.part`;
  const file = await open(part, 'w', 0o600).catch((error) => {
    throw cannotWrite(path, error);
  });
  const drop = async () => {
    await file.close();
    if (!straight) await rm(part, { force: true });
  };
  return {
    write: async (bytes) => {
      await file.writeFile(bytes).catch((error) => {
        throw new Unreachable(`${path} cannot be written (${String(error.code)}). Nothing was kept.`);
      });
    },
    keep: async () => {
      if (!straight) await file.sync();
      await file.close();
      if (!straight) await rename(part, real);
      return path;
    },
    drop,
  };
}

function cannotWrite(path: string, { code }: { readonly code?: unknown }): UsageError {
  return new UsageError(`${path} cannot be written (${String(code)}).`);
}
