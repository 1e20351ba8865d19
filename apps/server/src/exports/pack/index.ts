import { headText, publicKeyPem, type SigningKey, signHead, signSums } from '@concord/ledger';
import type { PackAsked, Progress } from '@concord/operations';
import type { OrganisationFiles } from '../../files/file-store.ts';
import type { Render } from '../../publishing/rendering.ts';
import { contentsOf, type LeftOut } from './contents.ts';
import { packGuide } from './guide.ts';
import { Packing, type ToPack } from './packing.ts';

export interface PackPlaces {
  readonly organisation: string;
  readonly files: OrganisationFiles;
  readonly render: Render;
  readonly key: SigningKey;
}

/** What is told of a pack once it is made. */
export interface PackTold {
  readonly files: number;
  /** Reports that could not be made, and files that are gone or not as they were kept. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * A ZIP that is checked with `sha256sum` and `openssl` alone. One file at a time goes through memory, as fast as it is
 * read; the same state of the same organisation is the same bytes.
 */
export async function* packParts(
  places: PackPlaces,
  asked: PackAsked,
): AsyncGenerator<Uint8Array | Progress, PackTold> {
  const packing = new Packing();
  const told: Progress[] = [];
  const filling = fill(packing, places, { asked, tell: (progress) => told.push(progress) });
  // Whatever goes wrong while it is filled ends the reading below, which throws it.
  filling.catch((error: Error) => packing.output.destroy(error));
  try {
    for await (const chunk of packing.output) {
      yield chunk as Uint8Array;
      for (let progress = told.shift(); progress; progress = told.shift()) yield progress;
    }
    return await filling;
  } finally {
    packing.output.destroy();
  }
}

interface Filling {
  readonly asked: PackAsked;
  readonly tell: (progress: Progress) => void;
}

/** What stands later lists what stands before it: manifest, then hashes, then the signature over these. */
async function fill(packing: Packing, places: PackPlaces, { asked, tell }: Filling): Promise<PackTold> {
  const leftOut: LeftOut[] = [];
  for (const part of headOf(places, asked)) await packing.add(part);
  for await (const part of contentsOf({ ...places, closed: packing.closed }, asked)) {
    if ('why' in part) leftOut.push(part);
    else if ('step' in part) tell(part);
    else await packing.add(part);
  }
  const { name, on, knownAt, head, language } = asked;
  const files = packing.listed();
  const organisation = { id: places.organisation, name };
  const manifest = { concord: 'pack 1', organisation, on, knownAt, head, language, files, leftOut };
  await packing.add({ path: 'manifest.json', content: json(manifest), what: 'manifest' });
  const sums = packing.sums();
  await packing.add({ path: 'SHA256SUMS', content: Buffer.from(sums), what: 'sums' });
  await packing.add({ path: 'SHA256SUMS.sig', content: signSums(places.key, sums), what: 'sums' });
  packing.end();
  return { files: files.length, leftOut };
}

/** The guide, the key, and the signed head as it is and in the parts that `openssl` takes. */
function headOf({ key, organisation }: PackPlaces, asked: PackAsked): readonly ToPack[] {
  const head = signHead(key, organisation, { position: asked.knownAt, seal: asked.head });
  const what = 'head';
  return [
    { path: 'VERIFY.md', content: Buffer.from(packGuide(asked)), what: 'guide' },
    { path: 'head/public-key.pem', content: Buffer.from(publicKeyPem(key.publicKey)), what: 'key' },
    { path: 'head/head.json', content: json(head), what },
    { path: 'head/head.txt', content: Buffer.from(headText(head)), what },
    { path: 'head/head.sig', content: Buffer.from(head.signature, 'base64'), what },
  ];
}

function json(value: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
