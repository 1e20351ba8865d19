import { crc32, inflateRawSync } from 'node:zlib';
import { damaged, limits, Unreadable } from '../limits.ts';

/** One part of a packed file, as its directory says. */
interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const endSize = 22;
const longestComment = 65_535;
const [end, central, local] = [0x06054b50, 0x02014b50, 0x04034b50];

/**
 * A packed file (ZIP), read within bounds: a part is unpacked when it is asked for, never beyond the size that the
 * directory states, and only when it is what its checksum says.
 */
export class Zip {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;
  #unpacked = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = readDirectory(this.#bytes);
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** A part as text; undefined when there is none of that name. */
  text(name: string): string | undefined {
    const entry = this.#entries.get(name);
    if (entry === undefined) return undefined;
    this.#unpacked += entry.unpacked;
    const swollen = entry.unpacked > limits.ratioFrom && entry.unpacked > entry.packed * limits.ratio;
    if (swollen || this.#unpacked > limits.unpacked) {
      throw new Unreadable('unpacks-too-large', { limit: limits.unpacked / 1_000_000 });
    }
    return decodeXml(name, unpack(this.#bytes, name, entry));
  }
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  const at = findEnd(bytes);
  const count = bytes.readUInt16LE(at + 10);
  if (count > limits.entries) throw new Unreadable('too-many-parts', { limit: limits.entries });
  const entries = new Map<string, Entry>();
  let next = bytes.readUInt32LE(at + 16);
  for (let read = 0; read < count; read += 1) {
    if (next + 46 > bytes.length || bytes.readUInt32LE(next) !== central) throw damaged('directory');
    const length = bytes.readUInt16LE(next + 28);
    const name = bytes.toString('utf8', next + 46, next + 46 + length);
    if ((bytes.readUInt16LE(next + 8) & 1) === 1) throw new Unreadable('encrypted');
    entries.set(name.replaceAll('\\', '/').replace(/^\//, ''), {
      method: bytes.readUInt16LE(next + 10),
      crc: bytes.readUInt32LE(next + 16),
      packed: bytes.readUInt32LE(next + 20),
      unpacked: bytes.readUInt32LE(next + 24),
      offset: bytes.readUInt32LE(next + 42),
    });
    next += 46 + length + bytes.readUInt16LE(next + 30) + bytes.readUInt16LE(next + 32);
  }
  return entries;
}

/** The directory's end stands last, before a comment that may be there. A file that was cut off has none. */
function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - endSize - longestComment);
  for (let at = bytes.length - endSize; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === end) return at;
  }
  throw damaged('end');
}

function unpack(bytes: Buffer, name: string, entry: Entry): Buffer {
  const { offset, packed, unpacked, method, crc } = entry;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== local) throw damaged(name);
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const body = bytes.subarray(start, start + packed);
  const content = method === 0 ? body : inflate(body, name, entry);
  if (content.length !== unpacked || crc32(content) !== crc) throw damaged(name);
  return content;
}

function inflate(body: Buffer, name: string, { method, unpacked }: Entry): Buffer {
  if (method !== 8) throw damaged(name);
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(1, unpacked) });
  } catch {
    throw damaged(name);
  }
}

/** Parts of a workbook are UTF-8, and now and then UTF-16 with a mark. */
function decodeXml(name: string, content: Buffer): string {
  const mark = content.length > 1 ? content.readUInt16BE(0) : 0;
  if (mark === 0xfffe) return new TextDecoder('utf-16le').decode(content);
  if (mark === 0xfeff) return new TextDecoder('utf-16be').decode(content);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw damaged(name);
  }
}
