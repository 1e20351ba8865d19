import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { csvLines } from '@concord/reports/csv-lines';
import type { Flat } from '@concord/views';
import { ZipFile } from 'yazl';
import type { Step, Stepped, StepWriter } from './messages.ts';

/** The same moment for every file, by local fields: neither the day nor the zone of the machine is in the bytes. */
const settings = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true } as const;

/** A ZIP that is handed out while it is written, with size and hash of each file. One file at a time is open. */
export class ZipWriter implements StepWriter {
  readonly #zip = new ZipFile();
  readonly #output = this.#zip.outputStream as Readable;
  #pieces: Uint8Array[] = [];
  #open: { source: PassThrough; hash: Hash; size: number } | undefined;

  constructor() {
    this.#zip.on('error', (error: Error) => {
      this.#output.destroy(error);
      this.#open?.source.destroy(error);
    });
    this.#output.on('data', (piece: Uint8Array) => this.#pieces.push(piece));
  }

  async take(step: Step): Promise<Stepped> {
    if (this.#output.errored) throw this.#output.errored;
    if ('entry' in step) this.#begin(step.entry, step.compress);
    else if ('bytes' in step) await this.#write(step.bytes);
    else if ('rows' in step) await this.#write(csvOf(step.rows));
    else if (step.end === 'entry') return { entry: await this.#endEntry(), pieces: this.#grown() };
    else {
      this.#zip.end();
      await once(this.#output, 'end');
    }
    return { pieces: this.#grown() };
  }

  leave(): void {
    this.#open?.source.destroy();
    this.#output.destroy();
  }

  #begin(path: string, compress: boolean): void {
    const source = new PassThrough();
    this.#open = { source, hash: createHash('sha256'), size: 0 };
    this.#zip.addReadStreamLazy(path, { ...settings, compress }, (take) => take(null, source));
  }

  async #write(bytes: Uint8Array): Promise<void> {
    if (!this.#open) throw new Error('No file of the ZIP is open.');
    this.#open.hash.update(bytes);
    this.#open.size += bytes.length;
    const { source } = this.#open;
    if (!source.write(bytes)) await once(source, 'drain');
  }

  async #endEntry() {
    if (!this.#open) throw new Error('No file of the ZIP is open.');
    const { source, hash, size } = this.#open;
    source.end();
    await once(source, 'close');
    this.#open = undefined;
    return { size, sha256: hash.digest('hex') };
  }

  #grown(): readonly Uint8Array[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }
}

/** RFC 4180, UTF-8, no formula. */
function csvOf(rows: Uint8Array): Uint8Array {
  const read = JSON.parse(String(Buffer.from(rows))) as Flat[][];
  return Buffer.from(csvLines(read.map((row) => row.map(written))));
}

function written(value: Flat): string | number {
  if (value === null) return '';
  return typeof value === 'boolean' ? String(value) : value;
}
