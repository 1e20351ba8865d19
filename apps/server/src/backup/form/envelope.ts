import { Decrypter, Encrypter } from 'age-encryption';
import { passphraseIdentity } from '../../writing/scrypt.ts';
import { type SealedFor, toIterable, toStream } from '../../writing/sealing.ts';
import { BackupFault } from './fault.ts';

/** What opens one: a passphrase, or age identities (`AGE-SECRET-KEY-1…`). */
export type OpenedWith = { readonly passphrase: string } | { readonly identities: readonly string[] };

/** Throws `BackupFault` for a key that is none, before anything is made. */
export function checkSealedFor(to: SealedFor): void {
  for (const recipient of 'recipients' in to ? to.recipients : []) {
    try {
      new Encrypter().addRecipient(recipient);
    } catch (cause) {
      const told = recipient.replace(/AGE-SECRET-KEY-\S*/gi, '…');
      throw new BackupFault(1, 'backup.recipient', { params: { recipient: told }, cause });
    }
  }
}

const longestHeader = 64 * 1024;

/**
 * Decrypts piece by piece; a byte is handed on only after its piece was checked. Throws `BackupFault`: no age file, not
 * the right passphrase or key, cut off or altered.
 */
export async function* openBytes(
  source: AsyncIterable<Uint8Array>,
  using: OpenedWith,
): AsyncGenerator<Uint8Array, void> {
  const iterator = source[Symbol.asyncIterator]();
  const start = await readStart(iterator);
  if (!start.toString('latin1').startsWith('age-encryption.org/v1\n'))
    throw new BackupFault(1, 'backup.foreign');
  const asksPassphrase = /^[^\n]*\n-> scrypt /.test(start.toString('latin1', 0, 200));
  const decrypter = new Decrypter();
  if ('passphrase' in using) decrypter.addIdentity(passphraseIdentity(using.passphrase));
  else for (const identity of using.identities) addIdentity(decrypter, identity);
  let opened = 0;
  try {
    const all = toStream(startingWith(start, iterator));
    const plain = await decrypter.decrypt(all).catch((cause) => {
      throw notOpened(cause, { asksPassphrase, using });
    });
    for await (const piece of toIterable(plain)) {
      opened += piece.length;
      yield piece;
    }
  } catch (error) {
    if (error instanceof BackupFault || isOfReading(error)) throw error;
    throw new BackupFault(2, 'backup.altered', { params: { bytes: opened }, cause: error });
  } finally {
    await iterator.return?.();
  }
}

function addIdentity(decrypter: Decrypter, identity: string): void {
  try {
    decrypter.addIdentity(identity);
  } catch (cause) {
    throw new BackupFault(1, 'backup.identity', { cause });
  }
}

function notOpened(
  error: unknown,
  { asksPassphrase, using }: { asksPassphrase: boolean; using: OpenedWith },
): unknown {
  if (error instanceof BackupFault || isOfReading(error)) return error;
  const isNone = error instanceof Error && /no identity matched/.test(error.message);
  if (!isNone) return new BackupFault(2, 'backup.altered', { params: { bytes: 0 }, cause: error });
  const hasPassphrase = 'passphrase' in using;
  if (asksPassphrase !== hasPassphrase)
    return new BackupFault(1, asksPassphrase ? 'backup.asks-passphrase' : 'backup.asks-key');
  return new BackupFault(1, hasPassphrase ? 'backup.wrong-passphrase' : 'backup.wrong-key');
}

/** The disk failed, or the reading was stopped: that says nothing of what is read. */
function isOfReading(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'AbortError' || ('code' in error && /^E[A-Z]+$/.test(String(error.code)));
}

/** The first bytes, enough to tell what the file is and how it is locked. */
async function readStart(iterator: AsyncIterator<Uint8Array>): Promise<Buffer> {
  let start: Buffer = Buffer.alloc(0);
  while (start.length < longestHeader && !start.includes('\n--- ')) {
    const { done, value } = await iterator.next();
    if (done) break;
    start = Buffer.concat([start, value]);
  }
  return start;
}

async function* startingWith(
  start: Uint8Array,
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield start;
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
}
