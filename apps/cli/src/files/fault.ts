import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

/** What the system says of a file, in words. */
const ofBoth: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead round in a circle',
};

const ofReading: Readonly<Record<string, string>> = {
  ...ofBoth,
  ENOENT: 'there is no such file',
  EACCES: 'you have no right to read it',
  EPERM: 'you have no right to read it',
};

const ofWriting: Readonly<Record<string, string>> = {
  ...ofBoth,
  EACCES: 'you have no right to write there',
  EPERM: 'you have no right to write there',
  EROFS: 'what lies there can only be read',
  ENOSPC: 'there is no room left',
  EDQUOT: 'there is no room left for you',
  EFBIG: 'it is larger than a file may be there',
};

/** That a file cannot be read, and why: in words, and by the system's code only where there are none. */
export function cannotRead(path: string, error: unknown): string {
  const code = codeOf(error);
  return `${path} cannot be read${because(ofReading[code], code)}.`;
}

/** That a file cannot be written, and why. */
export function cannotWrite(path: string, error: unknown): string {
  const code = codeOf(error);
  return `${path} cannot be written${because(code === 'ENOENT' ? noPlace(path) : ofWriting[code], code)}.`;
}

/** Some folders of the system are there and take no file. */
function noPlace(path: string): string {
  const folder = dirname(path);
  return existsSync(folder) ? `no file can be made in ${folder}` : `there is no folder ${folder}`;
}

function because(words: string | undefined, code: string): string {
  return words === undefined ? ` (${code})` : `: ${words}`;
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}
