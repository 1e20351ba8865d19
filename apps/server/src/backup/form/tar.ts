import { BackupFault } from './fault.ts';

/** One file in the archive. Its bytes are read once, before the next one is asked for. */
export interface Member {
  readonly path: string;
  readonly size: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

const block = 512;

/** POSIX ustar: what `tar` of every system takes apart. Written and read in one go, whatever the size. */
export async function* writeTar(members: AsyncIterable<Member>): AsyncGenerator<Uint8Array, void> {
  for await (const { path, size, bytes } of members) {
    yield headerOf(path, size);
    let written = 0;
    for await (const chunk of bytes) {
      written += chunk.length;
      yield chunk;
    }
    if (written !== size) throw new Error(`${path} has ${written} bytes where ${size} were announced`);
    if (size % block > 0) yield new Uint8Array(block - (size % block));
  }
  yield new Uint8Array(2 * block);
}

function headerOf(path: string, size: number): Uint8Array {
  const [prefix, name] = namesOf(path);
  const header = Buffer.alloc(block);
  const put = (text: string, at: number) => header.write(text, at, 'ascii');
  put(name, 0);
  put('0000600\0', 100);
  put('0000000\0', 108);
  put('0000000\0', 116);
  put(`${size.toString(8).padStart(11, '0')}\0`, 124);
  put('00000000000\0', 136);
  put('        ', 148);
  put('0', 156);
  put('ustar\0', 257);
  put('00', 263);
  put(prefix, 345);
  put(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** A path of up to 255 ASCII characters, in the two places that the format has for it. */
function namesOf(path: string): readonly [prefix: string, name: string] {
  const cut = path.length <= 100 ? -1 : path.lastIndexOf('/');
  const [prefix, name] = [path.slice(0, Math.max(cut, 0)), path.slice(cut + 1)];
  if (name.length > 100 || prefix.length > 155) throw new Error(`${path} is too long a path`);
  return [prefix, name];
}

function sumOf(header: Uint8Array): number {
  return header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);
}

/** The files of an archive, in order. Throws `BackupFault` for what is no archive of ours. */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<Member, void> {
  const bytes = new ByteSource(source);
  for (;;) {
    const header = await bytes.take(block);
    if (header.every((byte) => byte === 0)) return bytes.drain();
    const { path, size } = readHeader(header);
    let left = size;
    const own = async function* () {
      while (left > 0) {
        const chunk = await bytes.upTo(left);
        left -= chunk.length;
        yield chunk;
      }
    };
    yield { path, size, bytes: own() };
    while (left > 0) left -= (await bytes.upTo(left)).length;
    await bytes.take((block - (size % block)) % block);
  }
}

function readHeader(header: Buffer): { path: string; size: number } {
  const text = (at: number, length: number) =>
    header
      .toString('latin1', at, at + length)
      .replace(/\0.*$/s, '')
      .trim();
  const size = Number.parseInt(text(124, 12), 8);
  const isFile = text(156, 1) === '0' && text(257, 6) === 'ustar';
  if (!isFile || Number.parseInt(text(148, 8), 8) !== sumOf(header) || !Number.isSafeInteger(size))
    throw new BackupFault(1, 'backup.foreign');
  const prefix = text(345, 155);
  return { path: prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`, size };
}

/** Bytes taken in the lengths that are wanted, whatever the lengths they come in. */
class ByteSource {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** From 1 byte to as many. Throws when there is none left. */
  async upTo(most: number): Promise<Buffer> {
    while (this.#held.length === 0) {
      const { done, value } = await this.#source.next();
      if (done) throw new BackupFault(1, 'backup.foreign');
      this.#held = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    }
    const taken = this.#held.subarray(0, most);
    this.#held = this.#held.subarray(taken.length);
    return taken;
  }

  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let missing = length; missing > 0; ) {
      const part = await this.upTo(missing);
      parts.push(part);
      missing -= part.length;
    }
    return Buffer.concat(parts);
  }

  /** Reads on to the end: what lies beneath is whole only when its last byte has been checked. */
  async drain(): Promise<void> {
    while (!(await this.#source.next()).done);
  }
}
