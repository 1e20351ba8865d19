import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those above it that are missing, for this user alone. Answers the topmost one that was made;
 * undefined when it was there. Node's own way of doing so (`recursive`) tries for ever where the folder above is there and
 * takes none, as `/proc` does: here that is an error.
 */
export function makeFolder(path: string): string | undefined {
  if (isFolder(path)) return undefined;
  const above = dirname(path);
  const made = above === path ? undefined : makeFolder(above);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (isFolder(path)) return made;
    throw codeOf(error) === 'ENOENT'
      ? Object.assign(new Error(`no folder can be made in ${above}`, { cause: error }), { code: 'ENOENT' })
      : error;
  }
  return made ?? path;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
