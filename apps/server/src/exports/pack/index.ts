import { headText, publicKeyPem, type SigningKey, signHead, signSums } from '@concord/ledger';
import type { PackAsked, Progress } from '@concord/operations';
import type { OrganisationFiles } from '../../files/file-store.ts';
import type { Render } from '../../publishing/rendering.ts';
import { untilLeft } from '../../publishing/until-left.ts';
import { beginWriting } from '../../writing/export-writing.ts';
import { contentsOf, type LeftOut } from './contents.ts';
import { packGuide } from './guide.ts';
import { Packing, type ToPack } from './packing.ts';

export interface PackPlaces {
  readonly organisation: string;
  readonly files: OrganisationFiles;
  readonly render: Render;
  readonly key: SigningKey;
  /** The built thread that writes the ZIP; without it, it is written where requests are answered. */
  readonly threadFile?: string | undefined;
}

type Parts = AsyncGenerator<Uint8Array | Progress, PackTold>;

/** What is told of a pack once it is made. */
export interface PackTold {
  readonly files: number;
  /** Reports that could not be made, and files that are gone or not as they were kept. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * A ZIP that is checked with `sha256sum` and `openssl` alone. One file at a time goes through memory, as fast as it is
 * read; the same state of the same organisation is the same bytes. Whoever stops reading ends what is being made.
 */
export function packParts(places: PackPlaces, asked: PackAsked): Parts {
  return untilLeft((closed) => partsOf({ ...places, closed }, asked));
}

/** What stands later lists what stands before it: manifest, then hashes, then the signature over these. */
async function* partsOf(places: PackPlaces & { readonly closed: AbortSignal }, asked: PackAsked): Parts {
  const zip = await beginWriting({ kind: 'zip' }, places.threadFile);
  try {
    const packing = new Packing(zip);
    const leftOut: LeftOut[] = [];
    for (const part of headOf(places, asked)) yield* packing.add(part);
    for await (const part of contentsOf(places, asked)) {
      if ('why' in part) leftOut.push(part);
      else if ('step' in part) yield part;
      else yield* packing.add(part);
    }
    const files = packing.listed();
    yield* listsOf(packing, places, { asked, leftOut });
    yield* packing.end();
    return { files: files.length, leftOut };
  } finally {
    await zip.close();
  }
}

async function* listsOf(
  packing: Packing,
  places: PackPlaces,
  { asked, leftOut }: { readonly asked: PackAsked; readonly leftOut: readonly LeftOut[] },
): AsyncGenerator<Uint8Array, void> {
  const { name, on, knownAt, head, language } = asked;
  const organisation = { id: places.organisation, name };
  const files = packing.listed();
  const manifest = { concord: 'pack 1', organisation, on, knownAt, head, language, files, leftOut };
  yield* packing.add({ path: 'manifest.json', content: json(manifest), what: 'manifest' });
  const sums = packing.sums();
  yield* packing.add({ path: 'SHA256SUMS', content: Buffer.from(sums), what: 'sums' });
  yield* packing.add({ path: 'SHA256SUMS.sig', content: signSums(places.key, sums), what: 'sums' });
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
