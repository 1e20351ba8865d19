import type { Refusal } from '@concord/programme';

const megabyte = 1_000_000;

/** What a document that is sent to be read may hold, however small it was packed. */
export const limits = {
  /** Bytes of the file itself. */
  file: 50 * megabyte,
  /** Cells of all its sheets, the empty ones left of a filled one counted. */
  cells: 2_000_000,
  /** Characters of all its cells; a text counts as often as it is shown. */
  text: 50_000_000,
  /** Entries of a packed file. */
  entries: 5000,
  /** Bytes that all parts together unpack to. */
  unpacked: 300 * megabyte,
  /** How many times larger a part may be unpacked; looked at above `ratioFrom` bytes. */
  ratio: 400,
  ratioFrom: 20 * megabyte,
  /** How deep lists and objects may lie within each other. */
  depth: 100,
  /** Milliseconds that reading may take, and megabytes of memory, where it has a thread of its own. */
  time: 30_000,
  memory: 1024,
} as const;

/** Thrown while a document is read; `readDocument` hands it on as a refusal. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly refusal: Refusal;

  constructor(code: string, params: Refusal['params'] = {}) {
    super(code);
    // Written out: with the door of programme the reading thread would load the whole catalogue.
    this.refusal = { kind: 'refused', code: `document.${code}`, params, path: 'file' };
  }
}

/** The file is not whole, or is not what it says. */
export function damaged(what: string): Unreadable {
  return new Unreadable('damaged', { what });
}
