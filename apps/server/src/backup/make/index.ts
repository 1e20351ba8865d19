import { setImmediate } from 'node:timers/promises';
import { type SealedFor, sealBytes } from '../form/envelope.ts';
import { BackupFault } from '../form/fault.ts';
import type { Manifest } from '../form/manifest.ts';
import { type Member, writeTar } from '../form/tar.ts';
import { type BackupPlaces, type Gathered, gatherParts, organisationsAsked } from './parts.ts';

export interface BackupAsked {
  readonly to: SealedFor;
  readonly only?: readonly string[] | undefined;
}

/**
 * One encrypted file with everything there is, made while it is read: the bytes, now and then how far it is, and at the
 * end what is in it. Whoever stops reading stops the making, and nothing stays. Throws `BackupFault`.
 */
export async function* makeBackup(
  places: BackupPlaces,
  { to, only }: BackupAsked,
): AsyncGenerator<Uint8Array | Gathered, Manifest> {
  let news: Gathered | undefined;
  const onProgress = (gathered: Gathered) => {
    news = gathered;
  };
  const organisations = await organisationsAsked(places.store, only);
  const asked = { organisations, partial: only !== undefined, onProgress };
  const parts = keepingResult(gatherParts(places, asked));
  let sealed = 0;
  try {
    for await (const piece of await sealBytes(writeTar(parts.members), to)) {
      yield piece;
      sealed += piece.length;
      if (news) {
        yield news;
        news = undefined;
      }
      // Sealing is work for this thread; others are answered between two pieces.
      if (sealed >= turn) {
        sealed = 0;
        await setImmediate();
      }
    }
    return parts.result();
  } finally {
    // The streams between here and there pass an end on in their own time; what is open is to be closed now.
    await parts.members.return();
  }
}

const turn = 256 * 1024;

function keepingResult(parts: AsyncGenerator<Member, Manifest>) {
  let manifest: Manifest | undefined;
  const members = async function* (): AsyncGenerator<Member, void> {
    manifest = yield* parts;
  };
  return {
    members: members(),
    result: () => {
      if (manifest === undefined) throw new Error('the backup ended before its manifest');
      return manifest;
    },
  };
}

/** A backup reads everything there is: a second one at the same time is told to wait. Throws `BackupFault`. */
export function oneAtATime(make: (asked: BackupAsked) => ReturnType<typeof makeBackup>): typeof make {
  let underWay = false;
  return async function* (asked) {
    if (underWay) throw new BackupFault(3, 'backup.under-way');
    underWay = true;
    try {
      return yield* make(asked);
    } finally {
      underWay = false;
    }
  };
}
