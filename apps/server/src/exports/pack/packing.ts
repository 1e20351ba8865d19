import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file in a pack, as its manifest lists it. */
export interface Packed {
  readonly path: string;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  readonly what: string;
  readonly about?: object;
}

/** A file to be packed. Its path is ours: made of hashes and names of reports, never of what somebody typed. */
export interface ToPack {
  readonly path: string;
  readonly content: AsyncIterable<Uint8Array> | Uint8Array;
  readonly what: string;
  readonly about?: object;
  /** SHA-256 that the content has to have, where that is known. */
  readonly expected?: string;
}

/** The same moment for every file, by local fields: neither the day nor the zone of the machine is in the bytes. */
const settings = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true } as const;

/** Text shrinks; what is packed already does not. */
const shrinks = /\.(?:json|csv|md|txt|html|pem)$/;

/** A ZIP that is written while it is read, with the hash of each file. */
export class Packing {
  readonly #zip = new ZipFile();
  readonly #packed: Packed[] = [];
  /** The ZIP as it grows: nothing further is taken in while nobody reads it. */
  readonly output = this.#zip.outputStream as Readable;
  /** Aborted when nobody reads the pack any more, or all of it was read. */
  readonly closed: AbortSignal;
  /** The file that goes out now. */
  #source: Readable | undefined;

  constructor() {
    this.#zip.on('error', (error: Error) => this.output.destroy(error));
    // What is being read is closed when nobody takes it any more.
    const closed = new AbortController();
    this.closed = closed.signal;
    this.output.once('close', () => {
      closed.abort();
      this.#source?.destroy(this.output.errored ?? unread());
    });
  }

  /** Done once the file has gone out, so that one file at a time is held. */
  async add({ path, content, what, about, expected }: ToPack): Promise<void> {
    if (this.output.destroyed) throw this.output.errored ?? unread();
    const hash = createHash('sha256');
    let size = 0;
    const source = Readable.from(
      (async function* () {
        for await (const chunk of content instanceof Uint8Array ? [content] : content) {
          hash.update(chunk);
          size += chunk.length;
          yield chunk;
        }
      })(),
    );
    this.#zip.addReadStreamLazy(path, { ...settings, compress: shrinks.test(path) }, (take) =>
      take(null, source),
    );
    this.#source = source;
    await once(source, 'close');
    this.#source = undefined;
    const sha256 = hash.digest('hex');
    if (expected !== undefined && sha256 !== expected)
      throw new Error(`${path} changed while it was packed: it is ${sha256} now.`);
    this.#packed.push({ path, sha256, size, what, ...(about ? { about } : {}) });
  }

  /** In the order of their paths. */
  listed(): readonly Packed[] {
    return [...this.#packed].sort((one, other) => (one.path < other.path ? -1 : 1));
  }

  /** As `sha256sum -c` reads it. */
  sums(): string {
    return this.listed()
      .map(({ sha256, path }) => `${sha256}  ${path}\n`)
      .join('');
  }

  end(): void {
    this.#zip.end();
  }
}

function unread(): Error {
  return new Error('Nobody reads the pack any more.');
}
