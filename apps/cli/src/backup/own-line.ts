import { access, constants } from 'node:fs/promises';
import type { Local } from '../connection/connection.ts';
import type { OpenedWith } from '../connection/told.ts';
import { cannotRead } from '../files/fault.ts';
import { passphraseVariable, readIdentities, readSecret, readText } from '../files/secrets.ts';
import type { ParsedLine } from '../line/arguments.ts';
import type { Terminal } from '../line/terminal.ts';
import { UsageError } from '../line/usage-error.ts';
import { needValue } from '../line/values.ts';

/** A command that no row states: what was typed, and where it runs. */
export interface OwnLine {
  readonly line: ParsedLine;
  /** Words behind the command's own. */
  readonly rest: readonly string[];
  readonly local: Local;
  readonly terminal: Terminal;
}

export interface OwnCommand {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, string>>;
  readonly run: (line: OwnLine) => Promise<number>;
}

export const openingOptions = {
  'passphrase-file': `File with the passphrase, else $${passphraseVariable}`,
  'identity-file': 'File that age-keygen wrote, for a backup made with --recipient',
};

/** The options given, each once and with a value. */
export function optionsOf(
  { line }: OwnLine,
  { name, options }: Pick<OwnCommand, 'name' | 'options'>,
): Readonly<Record<string, string>> {
  const read: Record<string, string> = {};
  for (const [option, value] of line.options) {
    if (option === 'passphrase')
      throw new UsageError(
        `A passphrase is never written on the command line. Give --passphrase-file FILE, or set $${passphraseVariable}.`,
      );
    if (!(option in options)) {
      const known = Object.keys(options).map((each) => `--${each}`);
      throw new UsageError(`\`${name}\` knows no --${option}. It knows: ${known.join(', ')}.`);
    }
    read[option] = needValue(option, value);
  }
  return read;
}

/** Said before anybody is asked for what opens it. */
export async function checkReadable(file: string): Promise<void> {
  await access(file, constants.R_OK).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new UsageError(`There is no file ${file}. Say which backup is meant.`);
    throw new UsageError(cannotRead(file, error));
  });
}

/** What opens the backup, from a file or the environment. */
export async function openedWith(
  options: Readonly<Record<string, string>>,
  { env = {} }: Pick<Local, 'env'>,
): Promise<OpenedWith> {
  const { 'passphrase-file': passphrase, 'identity-file': identity } = options;
  if (passphrase !== undefined && identity !== undefined)
    throw new UsageError('Give a passphrase or an identity, not both.');
  if (identity !== undefined) return { identities: await readIdentities(identity) };
  const read = passphrase === undefined ? env[passphraseVariable] : await readSecret(passphrase);
  if (read) return { passphrase: read };
  throw new UsageError(
    `Say what opens the backup: set $${passphraseVariable}, or give --passphrase-file FILE or --identity-file FILE.`,
  );
}

/** The head to hold it against, when one is given: both files or none. */
export async function headGiven(options: Readonly<Record<string, string>>) {
  const { head, 'public-key': publicKey } = options;
  if (head === undefined && publicKey === undefined) return undefined;
  if (head === undefined || publicKey === undefined)
    throw new UsageError(
      '--head and --public-key go together: a head says little without the key that signed it.',
    );
  return { head: await readText(head), publicKey: await readText(publicKey) };
}
