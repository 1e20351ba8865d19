import { constants, crc32, deflateRawSync } from 'node:zlib';
import { inBytes } from '../text/pieces.ts';

export interface Part {
  readonly name: string;
  /** Piece after piece, so that none has to be there whole. */
  readonly content: Iterable<string>;
}

const version = 20;
/** Names are UTF-8. */
const flags = 0x0800;
const deflated = 8;
/** 1980-01-01, the first day a directory can hold: the same tables are the same bytes. */
const day = 0x21;

/** Parts packed into one file (ZIP), in their order. */
export function packParts(parts: readonly Part[]): Uint8Array {
  const bodies: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of parts) {
    const packed = packContent(content);
    const title = Buffer.from(name);
    const fields = writeFields(packed, title.length);
    bodies.push(Buffer.from('PK\x03\x04'), fields, title, ...packed.bodies);
    directory.push(Buffer.from('PK\x01\x02'), words(version), fields, tailOf(offset), title);
    offset += 4 + fields.length + title.length + packed.packedSize;
  }
  const listing = Buffer.concat(directory);
  return Buffer.concat([...bodies, listing, endOf(parts.length, listing.length, offset)]);
}

interface Packed {
  readonly bodies: readonly Uint8Array[];
  readonly packedSize: number;
  readonly size: number;
  readonly sum: number;
}

const together = 1 << 20;

/** A piece is packed by itself and ends on a whole byte (RFC 1951, 3.2.4), so that one behind the other is one stream. */
function packContent(content: Iterable<string>): Packed {
  const bodies: Uint8Array[] = [];
  let [size, sum] = [0, 0];
  let last: Uint8Array = Buffer.alloc(0);
  for (const bytes of inBytes(content, together)) {
    if (last.length > 0) bodies.push(deflateRawSync(last, { level: 6, finishFlush: constants.Z_SYNC_FLUSH }));
    size += bytes.length;
    sum = crc32(bytes, sum);
    last = bytes;
  }
  bodies.push(deflateRawSync(last, { level: 6 }));
  return { bodies, packedSize: bodies.reduce((all, { length }) => all + length, 0), size, sum };
}

function writeFields({ sum, packedSize, size }: Packed, nameLength: number): Buffer {
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(sum, 0);
  sizes.writeUInt32LE(packedSize, 4);
  sizes.writeUInt32LE(size, 8);
  return Buffer.concat([words(version, flags, deflated, 0, day), sizes, words(nameLength, 0)]);
}

/** What only the directory says: no comment, first disk, no attributes, and where the part begins. */
function tailOf(offset: number): Buffer {
  const at = Buffer.alloc(4);
  at.writeUInt32LE(offset);
  return Buffer.concat([words(0, 0, 0, 0, 0), at]);
}

function endOf(parts: number, length: number, offset: number): Buffer {
  const place = Buffer.alloc(8);
  place.writeUInt32LE(length, 0);
  place.writeUInt32LE(offset, 4);
  return Buffer.concat([Buffer.from('PK\x05\x06'), words(0, 0, parts, parts), place, words(0)]);
}

function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, at * 2);
  return bytes;
}

const directoryHeader = 0x02014b50;

/** A ZIP file of others, whose parts all bear the same day whenever they were packed. It is changed in place. */
export function settleTimes(zip: Buffer): Uint8Array {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('This is no ZIP file.');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== directoryHeader)
      throw new Error('The directory of this ZIP file is damaged.');
    zip.writeUInt32LE(day << 16, at + 12);
    zip.writeUInt32LE(day << 16, zip.readUInt32LE(at + 42) + 10);
    at += 46 + [28, 30, 32].reduce((sum, field) => sum + zip.readUInt16LE(at + field), 0);
  }
  return zip;
}
