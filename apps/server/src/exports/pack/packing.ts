import type { ExportWriting } from '../../writing/export-writing.ts';

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

/** Text shrinks; what is packed already does not. */
const shrinks = /\.(?:json|csv|md|txt|html|pem)$/;

/** What goes over to be written at once: a long file in one piece would be held twice. */
const bytesAtOnce = 256 * 1024;

/** The files of a ZIP, each with its hash. */
export class Packing {
  readonly #zip: ExportWriting;
  readonly #packed: Packed[] = [];

  constructor(zip: ExportWriting) {
    this.#zip = zip;
  }

  /** The ZIP as it grows by one file: nothing further of it is taken in while nobody reads. */
  async *add({ path, content, what, about, expected }: ToPack): AsyncGenerator<Uint8Array, void> {
    yield* (await this.#zip.take({ entry: path, compress: shrinks.test(path) })).pieces;
    for await (const chunk of content instanceof Uint8Array ? [content] : content)
      for (let from = 0; from < chunk.length; from += bytesAtOnce)
        yield* (await this.#zip.take({ bytes: chunk.subarray(from, from + bytesAtOnce) })).pieces;
    const { pieces, entry } = await this.#zip.take({ end: 'entry' });
    yield* pieces;
    const { sha256, size } = entry as NonNullable<typeof entry>;
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

  /** What stands at the end of the ZIP. */
  async *end(): AsyncGenerator<Uint8Array, void> {
    yield* (await this.#zip.take({ end: 'all' })).pieces;
  }
}
