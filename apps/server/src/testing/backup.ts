import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { BackupAsked } from '../backup/make/index.ts';
import type { Server } from '../server.ts';

/** A key pair of the age format: quicker to open with than a passphrase. */
export interface Pair {
  readonly to: { readonly recipients: readonly string[] };
  readonly using: { readonly identities: readonly string[] };
}

export async function newPair(): Promise<Pair> {
  const identity = await generateX25519Identity();
  return { to: { recipients: [await identityToRecipient(identity)] }, using: { identities: [identity] } };
}

/** The bytes of a backup, and what it said of itself at its end. */
export async function backUp(server: Pick<Server, 'backup'>, asked: BackupAsked) {
  const parts = server.backup(asked);
  const bytes: Uint8Array[] = [];
  const news: object[] = [];
  for (;;) {
    const { done, value } = await parts.next();
    if (done) return { bytes: Buffer.concat(bytes), news, manifest: value };
    if (value instanceof Uint8Array) bytes.push(value);
    else news.push(value);
  }
}

/** A folder for backups, to be removed at the end. */
export function makeShelf() {
  const folder = mkdtempSync(join(tmpdir(), 'concord-shelf-'));
  let number = 0;
  return {
    folder,
    put: async (bytes: Uint8Array) => {
      number += 1;
      const file = join(folder, `${number}.tar.age`);
      await writeFile(file, bytes);
      return file;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
