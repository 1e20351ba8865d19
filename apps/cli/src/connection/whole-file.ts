import { link, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { cannotWrite } from '../files/fault.ts';
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
 * What is no file (a pipe, a device) is written to as it stands. Throws `UsageError` when it cannot be written, or when
 * it is to be there once and a file has that name.
 */
export async function openWholeFile(
  path: string,
  { isOnce = false }: { isOnce?: boolean | undefined } = {},
): Promise<Target> {
  const real = await realpath(path).catch(() => path);
  const found = await stat(real).catch(() => undefined);
  if (found?.isDirectory()) throw new UsageError(cannotWrite(path, { code: 'EISDIR' }));
  if (isOnce && found?.isFile()) throw isThere(path);
  const straight = found !== undefined && !found.isFile();
  // A name of its own: what a killed run has left hinders nobody.
  const part = straight ? real : `${real}.${process.pid}.part`;
  const file = await open(part, 'w', 0o600).catch((error) => {
    throw new UsageError(cannotWrite(path, error));
  });
  const drop = async () => {
    await file.close();
    if (!straight) await rm(part, { force: true });
  };
  return {
    write: async (bytes) => {
      await file.writeFile(bytes).catch((error) => {
        throw new Unreachable(`${cannotWrite(path, error)} Nothing was kept.`);
      });
    },
    keep: async () => {
      if (!straight) await file.sync();
      await file.close();
      if (!straight) await (isOnce ? takeName(part, real) : rename(part, real));
      return path;
    },
    drop,
  };
}

/** Renaming would take the name from a file that has got it meanwhile; a link is only made where there is none. */
async function takeName(part: string, name: string): Promise<void> {
  try {
    await link(part, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw isThere(name);
    // Not every disk has links.
    return rename(part, name);
  }
  await rm(part);
}

function isThere(path: string): UsageError {
  return new UsageError(
    `${path} is there already and stays as it is. Give another name with --out FILE, or --replace to put this one in its place.`,
  );
}
