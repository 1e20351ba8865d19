import { createHash } from 'node:crypto';
import { BackupFault } from '../form/fault.ts';
import {
  type Manifest,
  manifestPath,
  type Opening,
  openingPath,
  readManifest,
  readOpening,
} from '../form/manifest.ts';
import { type Member, readTar } from '../form/tar.ts';
import { listPath, sumLine } from '../make/sums.ts';

/** One part of a backup that is to be put somewhere. */
export type Part =
  | { readonly kind: 'opening'; readonly opening: Opening }
  | { readonly kind: 'ledger'; readonly organisation: string; readonly lines: AsyncIterable<string> }
  | { readonly kind: 'file'; readonly organisation: string; readonly hash: string; readonly member: Member }
  | { readonly kind: 'identity'; readonly text: string };

/**
 * What is held at once, and no more: a whole text, or one line of a ledger. A line has one entry, of a mebibyte at most
 * and with the values beside it; how many lines a page has is not bounded, as they are taken one after the other.
 */
const longestText = 64 * 1024 * 1024;

/**
 * The parts of a backup in order, each held against its SHA-256; at the end the manifest. Throws `BackupFault` for an
 * archive of somebody else, a newer form, and whatever is missing or not as it was written.
 */
export async function* unpackParts(source: AsyncIterable<Uint8Array>): AsyncGenerator<Part, Manifest> {
  const read = new ReadSums();
  let opened = false;
  let manifest: Manifest | undefined;
  for await (const member of readTar(source)) {
    if (manifest) throw new BackupFault(2, 'backup.not-whole');
    if (!opened && member.path !== openingPath) throw new BackupFault(1, 'backup.foreign');
    opened = true;
    const isList = /^SHA256SUMS-\d{6}$/.test(member.path);
    if (member.path === manifestPath) manifest = readManifest(await textOf(member));
    else if (isList) read.compareList(member.path, await textOf(member));
    else yield* unpackOne(read.hashed(member));
  }
  if (manifest === undefined) throw new BackupFault(2, 'backup.not-whole');
  read.compareAll(manifest);
  return manifest;
}

async function* unpackOne(member: Member): AsyncGenerator<Part, void> {
  const [folder, organisation = '', name = ''] = member.path.split('/');
  if (member.path === openingPath) yield { kind: 'opening', opening: readOpening(await textOf(member)) };
  else if (folder === 'identity') yield { kind: 'identity', text: await textOf(member) };
  else if (folder === 'ledgers' && isId(organisation))
    yield { kind: 'ledger', organisation, lines: linesOf(member) };
  else if (folder === 'files' && isId(organisation) && /^[0-9a-f]{64}$/.test(name))
    yield { kind: 'file', organisation, hash: name, member };
  else if (member.path === 'README.txt') await textOf(member);
  else throw new BackupFault(1, 'backup.foreign');
}

function isId(organisation: string): boolean {
  return /^[a-z0-9-]{1,64}$/.test(organisation);
}

async function textOf({ size, bytes }: Member): Promise<string> {
  if (size > longestText) throw new BackupFault(1, 'backup.foreign');
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const newline = 10;

/** The lines of a text, each with a bound of its own. */
async function* linesOf({ bytes }: Member): AsyncGenerator<string, void> {
  let held: Uint8Array[] = [];
  let length = 0;
  const hold = (piece: Uint8Array) => {
    length += piece.length;
    if (length > longestText) throw new BackupFault(1, 'backup.foreign');
    held.push(piece);
  };
  for await (const chunk of bytes) {
    let from = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      hold(chunk.subarray(from, end));
      yield Buffer.concat(held).toString('utf8');
      [held, length, from] = [[], 0, end + 1];
    }
    if (from < chunk.length) hold(chunk.subarray(from));
  }
  if (length > 0) yield Buffer.concat(held).toString('utf8');
}

/** What was read, hashed again, beside what was written down of it. */
class ReadSums {
  #due = '';
  readonly #lists = new Map<string, string>();

  hashed(member: Member): Member {
    const note = (hash: string) => {
      this.#due += sumLine(member.path, hash);
    };
    const read = async function* (): AsyncGenerator<Uint8Array> {
      const hash = createHash('sha256');
      for await (const chunk of member.bytes) {
        hash.update(chunk);
        yield chunk;
      }
      note(hash.digest('hex'));
    };
    return { ...member, bytes: read() };
  }

  compareList(path: string, text: string): void {
    if (path !== listPath(this.#lists.size + 1) || text !== this.#due)
      throw new BackupFault(2, 'backup.not-whole');
    this.#lists.set(path, createHash('sha256').update(text).digest('hex'));
    this.#due = '';
  }

  compareAll({ sums }: Manifest): void {
    const isSame =
      sums.length === this.#lists.size && sums.every((each) => this.#lists.get(each.path) === each.sha256);
    if (!isSame || this.#due !== '') throw new BackupFault(2, 'backup.not-whole');
  }
}
