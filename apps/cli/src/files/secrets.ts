import { readFile } from 'node:fs/promises';
import { membersOf, type Row } from '@concord/operations';
import { UsageError } from '../line/usage-error.ts';
import { cannotRead } from './fault.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the passphrase of a backup is taken from when no file is named. */
export const passphraseVariable = 'CONCORD_BACKUP_PASSPHRASE';

/** A secret is read from a file or from the environment: what stands on a command line is in the list of processes. */
export async function readSecret(path: string): Promise<string> {
  const text = await readText(path);
  return text.replace(/\r?\n$/, '');
}

/** Members of a row that are secrets: those named by a file are read, one that nobody named comes from its variable. */
export async function fillSecrets(
  row: Row,
  input: Readonly<Record<string, unknown>>,
  env: Environment,
): Promise<Record<string, unknown>> {
  const filled = { ...input };
  for (const { name, schema } of membersOf(row)) {
    if (schema.secret === undefined) continue;
    const path = filled[name];
    if (typeof path === 'string') filled[name] = await readSecret(path);
    // Who names recipients means them, whatever the environment holds.
    else if (filled.recipients === undefined && env[schema.secret]) filled[name] = env[schema.secret];
  }
  return filled;
}

/** Keys of the age format as age-keygen writes them: one a line, with remarks behind a hash. */
export async function readIdentities(path: string): Promise<readonly string[]> {
  const lines = (await readText(path)).split('\n').map((line) => line.trim());
  const identities = lines.filter((line) => line !== '' && !line.startsWith('#'));
  if (identities.length === 0) throw new UsageError(`${path} holds no key.`);
  return identities;
}

export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(cannotRead(path, error));
  }
}
