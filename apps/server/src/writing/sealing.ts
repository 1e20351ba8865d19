import { Encrypter } from 'age-encryption';
import { passphraseRecipient } from './scrypt.ts';

/** Who can open a backup: whoever has the passphrase, or one of the keys (`age1…`) that it is made for. */
export type SealedFor = { readonly passphrase: string } | { readonly recipients: readonly string[] };

/** Encrypts as the age format says, piece by piece; any `age` opens it. Throws for a key that is none. */
export async function sealBytes(
  source: AsyncIterable<Uint8Array>,
  to: SealedFor,
): Promise<AsyncIterable<Uint8Array>> {
  const encrypter = new Encrypter();
  if ('passphrase' in to) encrypter.addRecipient(passphraseRecipient(to.passphrase));
  else for (const recipient of to.recipients) encrypter.addRecipient(recipient);
  return toIterable(await encrypter.encrypt(toStream(source)));
}

export function toStream(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  return ReadableStream.from(source) as ReadableStream<Uint8Array>;
}

export function toIterable(stream: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  return stream as unknown as AsyncIterable<Uint8Array>;
}
