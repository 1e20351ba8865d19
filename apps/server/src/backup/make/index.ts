import { setImmediate } from 'node:timers/promises';
import { beginWriting } from '../../writing/export-writing.ts';
import type { SealedFor } from '../../writing/sealing.ts';
import { checkSealedFor } from '../form/envelope.ts';
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
  checkSealedFor(to);
  const parts = keepingResult(gatherParts(places, asked));
  const sealing = await beginWriting({ kind: 'sealed', to }, places.exportThreadFile);
  try {
    for await (const bytes of inLots(writeTar(parts.members))) {
      yield* (await sealing.take({ bytes })).pieces;
      if (news) {
        yield news;
        news = undefined;
      }
      await setImmediate();
    }
    yield* (await sealing.take({ end: 'all' })).pieces;
    return parts.result();
  } finally {
    await sealing.close();
    // What is open is to be closed now, wherever the tar stands.
    await parts.members.return();
  }
}

const lot = 256 * 1024;

/** Small pieces go over together: a message for each would cost more than sealing it. The first does not wait for more. */
async function* inLots(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  let held: Uint8Array[] = [];
  let size = 0;
  let isFirst = true;
  for await (const piece of pieces) {
    held.push(piece);
    size += piece.length;
    if (size < lot && !isFirst) continue;
    isFirst = false;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}

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
