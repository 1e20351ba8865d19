import { say } from '@concord/catalog';
import { keyFingerprint, loadSigningKey, readPublicKey, signingKeyPath } from '@concord/ledger';
import type { Restored, RestorePlace, Restoring } from './asked.ts';
import type { LoadedBackup } from './load-and-check.ts';

interface Beside {
  /** Where the ledgers ended that stood there, by organisation. */
  readonly stood: ReadonlyMap<string, number>;
  readonly env: RestorePlace['env'];
  readonly asked: Restoring;
}

/** What is told of a backup that took the place of what stood. */
export function reportOf(loaded: LoadedBackup, { stood, env, asked }: Beside): Restored {
  const { opening, manifest, organisations } = loaded;
  const now = new Map(organisations.map(({ id, position }) => [id, position]));
  const behind = [...stood]
    .map(([id, position]) => ({ id, position, now: now.get(id) ?? 0 }))
    .filter((each) => each.position > each.now);
  const { people, files, publicKey } = manifest;
  const signingKey = keyHere(env, publicKey);
  const notices = noticesOf(loaded, asked);
  return { madeAt: opening.madeAt, organisations, people, files, behind, signingKey, notices };
}

function noticesOf({ keys }: LoadedBackup, { using, against }: Restoring): string[] {
  const notices: string[] = [];
  // Whoever knows a recipient can make a backup for it; a passphrase only who was told it.
  if ('identities' in using && against === undefined) notices.push(say('en', 'notice.backup.no-maker'));
  if (keys.ended > 0) notices.push(say('en', 'notice.backup.keys-ended', { count: keys.ended }));
  if (keys.again > 0) notices.push(say('en', 'notice.backup.keys-again', { count: keys.again }));
  return notices;
}

function keyHere(env: RestorePlace['env'], publicKey: string): Restored['signingKey'] {
  try {
    const here = keyFingerprint(loadSigningKey(signingKeyPath(env)).publicKey);
    return here === keyFingerprint(readPublicKey(publicKey)) ? 'same' : 'other';
  } catch {
    return 'none';
  }
}
