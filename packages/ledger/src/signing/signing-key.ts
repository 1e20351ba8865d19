import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { linkSync, readFileSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeFolder } from '../stores/make-folder.ts';

/** Signs heads and snapshots. Ed25519, so the same text always has the same signature. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/**
 * Where the signing key lies: `$CONCORD_KEY`, else `concord/signing-key.pem` in the user's configuration folder.
 * Never in the data directory, so that a backup or a copy of the data can not be signed anew.
 */
export function signingKeyPath(env: Readonly<Record<string, string | undefined>>): string {
  if (env.CONCORD_KEY) return env.CONCORD_KEY;
  const home = env.HOME || env.USERPROFILE || homedir();
  return join(env.XDG_CONFIG_HOME || env.APPDATA || join(home, '.config'), 'concord', 'signing-key.pem');
}

/**
 * Reads the key (PEM, PKCS #8). Throws when it is missing, is no Ed25519 key, or can be read by other users.
 */
export function loadSigningKey(path: string): SigningKey {
  const found = statSync(path);
  if (!found.isFile())
    throw new Error(
      `the signing key ${path} can not be used: it is ${found.isDirectory() ? 'a folder' : 'no file'}; let CONCORD_KEY name the file of the key`,
    );
  const privateKey = readPrivateKey(path, found);
  if (privateKey.asymmetricKeyType !== 'ed25519')
    throw new Error(`the signing key ${path} is not an Ed25519 key`);
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    throw new Error(
      `the signing key ${path} can be read by other users: ${isOurs(found) ? 'chmod 600 it' : belongsTo(found)}, and replace it when in doubt`,
    );
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

function readPrivateKey(path: string, found: Owned): KeyObject {
  let pem: Buffer;
  try {
    pem = readFileSync(path);
  } catch (error) {
    if (!isCode(error, 'EACCES')) throw error;
    const why = isOurs(found) ? 'chmod 600 it' : belongsTo(found);
    throw new Error(`the signing key ${path} can not be read: ${why}`, { cause: error });
  }
  try {
    return createPrivateKey(pem);
  } catch (error) {
    throw new Error(
      `the signing key ${path} can not be used: it holds no private key in PEM that opens without a passphrase; name another file, or a new one that is then made`,
      { cause: error },
    );
  }
}

type Owned = Pick<Stats, 'uid'>;

function isOurs({ uid }: Owned): boolean {
  return process.getuid === undefined || process.getuid() === uid;
}

function belongsTo({ uid }: Owned): string {
  return `it belongs to user ${uid}, and this is user ${process.getuid?.()}; chown and chmod 600 it`;
}

/** Reads the key, or makes one (0600, in a folder 0700) when there is none. Two processes at once get the same key. */
export function loadOrMakeSigningKey(path: string): SigningKey {
  try {
    return loadSigningKey(path);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
  makeFolder(dirname(path));
  const draft = `${path}.${process.pid}.new`;
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  });
  try {
    // A link appears whole or not at all, and never replaces a key that somebody else has just made.
    linkSync(draft, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  try {
    return loadSigningKey(path);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
    throw new Error(`the signing key ${path} is a link to what is not there`, { cause: error });
  }
}

/** The public key as PEM (SPKI), for an auditor. */
export function publicKeyPem(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'pem' }).toString();
}

/** Reads a public key from PEM. Throws when it is no Ed25519 key. */
export function readPublicKey(pem: string): KeyObject {
  const key = createPublicKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('this is not an Ed25519 public key');
  return key;
}

/** SHA-256 of the public key's SPKI DER, 64 lower-case hex digits: what is printed on paper. */
export function keyFingerprint(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
