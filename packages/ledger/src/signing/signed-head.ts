import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import type { StoredSnapshot, Tail } from '../store.ts';
import { keyFingerprint, type SigningKey } from './signing-key.ts';

/** Where a ledger ended when this left the machine: the file that `verify --head` reads. */
export interface SignedHead {
  readonly format: 'concord head 1';
  readonly organisation: string;
  readonly position: number;
  /** The seal at that position, 64 lower-case hex digits. */
  readonly seal: string;
  /** Ed25519 over `headText`, base64. */
  readonly signature: string;
  /** Fingerprint of the key that signed: SHA-256 of its SPKI DER, hex. */
  readonly publicKey: string;
}

/**
 * The exact bytes that are signed (ASCII; docs/decisions/0002). With them in `head.txt` and the decoded signature in
 * `head.sig`: `openssl pkeyutl -verify -pubin -inkey pub.pem -rawin -in head.txt -sigfile head.sig`.
 */
export function headText(head: Pick<SignedHead, 'organisation' | 'position' | 'seal'>): string {
  return `concord head 1\n${head.organisation}\n${head.position}\n${head.seal}\n`;
}

/** Signs where a ledger ends now. */
export function signHead(key: SigningKey, organisation: string, { position, seal }: Tail): SignedHead {
  const signature = signText(key, headText({ organisation, position, seal }));
  return {
    format: 'concord head 1',
    organisation,
    position,
    seal,
    signature,
    publicKey: keyFingerprint(key.publicKey),
  };
}

/** True when this key signed this head. */
export function isHeadSignedBy(head: SignedHead, publicKey: KeyObject): boolean {
  return head.publicKey === keyFingerprint(publicKey) && isSigned(headText(head), head.signature, publicKey);
}

/** Reads a signed head file. Throws, saying what is wrong, when it is none; the signature is not checked here. */
export function readSignedHead(json: string): SignedHead {
  const head = parse(json);
  const wrong = [
    head.format === 'concord head 1' ? '' : 'format',
    isMatch(head.organisation, /^[a-z0-9-]{1,64}$/) ? '' : 'organisation',
    Number.isSafeInteger(head.position) && (head.position as number) >= 0 ? '' : 'position',
    isMatch(head.seal, /^[0-9a-f]{64}$/) ? '' : 'seal',
    isMatch(head.signature, /^[A-Za-z0-9+/]{86}==$/) ? '' : 'signature',
    isMatch(head.publicKey, /^[0-9a-f]{64}$/) ? '' : 'publicKey',
  ].filter((member) => member !== '');
  if (wrong.length > 0)
    throw new Error(`this is not a signed head: ${wrong.join(', ')} missing or malformed`);
  return head as unknown as SignedHead;
}

/** The exact bytes that are signed for a snapshot (ASCII; docs/decisions/0002). */
export function snapshotText(organisation: string, snapshot: Omit<StoredSnapshot, 'signature'>): string {
  const { position, stateVersion, seal, body } = snapshot;
  const bodyHash = createHash('sha256').update(body).digest('hex');
  return `concord snapshot 1\n${organisation}\n${position}\n${stateVersion}\n${seal}\n${bodyHash}\n`;
}

/** Signs a snapshot, so that one altered in the store is known and ignored. */
export function signSnapshot(
  key: SigningKey,
  organisation: string,
  snapshot: Omit<StoredSnapshot, 'signature'>,
): StoredSnapshot {
  return { ...snapshot, signature: signText(key, snapshotText(organisation, snapshot)) };
}

/** True when this key signed this snapshot of this organisation. */
export function isSnapshotSignedBy(
  snapshot: StoredSnapshot,
  organisation: string,
  publicKey: KeyObject,
): boolean {
  return isSigned(snapshotText(organisation, snapshot), snapshot.signature, publicKey);
}

function signText({ privateKey }: SigningKey, text: string): string {
  return sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64');
}

function isSigned(text: string, signature: string, publicKey: KeyObject): boolean {
  return verify(null, Buffer.from(text, 'utf8'), publicKey, Buffer.from(signature, 'base64'));
}

function parse(json: string): Record<string, unknown> {
  try {
    const head: unknown = JSON.parse(json);
    return typeof head === 'object' && head !== null ? { ...head } : {};
  } catch {
    throw new Error('this is not a signed head: it is not JSON');
  }
}

function isMatch(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}

/**
 * Ed25519 over a list of hashes as `sha256sum` writes it, raw: checked with `openssl pkeyutl -verify -rawin`. Such a list
 * begins with a hash, so that no head and no snapshot can be signed by its name.
 */
export function signSums(key: SigningKey, sums: string): Uint8Array {
  if (!/^[0-9a-f]{64} {2}\S/.test(sums)) throw new Error('Only a list of hashes is signed here.');
  return Buffer.from(signText(key, sums), 'base64');
}
