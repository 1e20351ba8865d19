import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { type Identity, type Recipient, Stanza } from 'age-encryption';

// The library's own derivation holds the thread for seconds; this is the same stanza, made on a thread of Node's pool.
const label = Buffer.from('age-encryption.org/v1/scrypt', 'ascii');
const usualWork = 18;
const mostWork = 20;
const noNonce = Buffer.alloc(12);

/** Wraps the key of a file under a passphrase, as the age format says (`scrypt` stanza). */
export function passphraseRecipient(passphrase: string): Recipient {
  return {
    wrapFileKey: async (fileKey) => {
      const salt = randomBytes(16);
      const key = await derive(passphrase, salt, usualWork);
      const cipher = createCipheriv('chacha20-poly1305', key, noNonce, { authTagLength: 16 });
      const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
      return [new Stanza(['scrypt', toText(salt), String(usualWork)], body)];
    },
  };
}

/** Opens what a passphrase wrapped; null when it is another one, or when the file was made for a key. */
export function passphraseIdentity(passphrase: string): Identity {
  return {
    unwrapFileKey: async (stanzas) => {
      const [stanza] = stanzas;
      if (stanzas.length !== 1 || stanza?.args[0] !== 'scrypt') return null;
      const [, salt = '', work = ''] = stanza.args;
      const isPlain = /^[1-9]\d?$/.test(work) && Number(work) <= mostWork && stanza.body.length === 32;
      if (!isPlain) throw new Error('the file asks for more work than a backup of ours does');
      return unwrap(stanza.body, await derive(passphrase, Buffer.from(salt, 'base64'), Number(work)));
    },
  };
}

function unwrap(body: Uint8Array, key: Buffer): Uint8Array | null {
  const cipher = createDecipheriv('chacha20-poly1305', key, noNonce, { authTagLength: 16 });
  cipher.setAuthTag(body.subarray(16));
  try {
    return new Uint8Array(Buffer.concat([cipher.update(body.subarray(0, 16)), cipher.final()]));
  } catch {
    return null;
  }
}

function derive(passphrase: string, salt: Uint8Array, work: number): Promise<Buffer> {
  const cost = { N: 2 ** work, r: 8, p: 1, maxmem: 2 ** work * 1024 + 2 ** 21 };
  return new Promise((resolve, reject) =>
    scrypt(passphrase, Buffer.concat([label, salt]), 32, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
}

/** Base64 as the format writes it: without padding. */
function toText(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
