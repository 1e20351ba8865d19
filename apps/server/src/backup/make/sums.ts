import { createHash } from 'node:crypto';
import type { Member } from '../form/tar.ts';

const listBytes = 512 * 1024;

/**
 * SHA-256 of everything in a backup, in lists as `sha256sum` writes them. A list is written whenever it is long enough,
 * so that however many files there are, few of them are held.
 */
export class Sums {
  readonly lists: { path: string; sha256: string }[] = [];
  bytes = 0;
  #due = '';

  /** A part that is held already. */
  take(path: string, content: Buffer): Member {
    this.#note(path, content.length, createHash('sha256').update(content).digest('hex'));
    return member(path, content);
  }

  /** A part that is hashed while it is read. */
  stream(
    path: string,
    { size, bytes }: { readonly size: number; readonly bytes: AsyncIterable<Uint8Array> },
    found: (hash: string) => void,
  ): Member {
    const read = async function* (note: (hash: string) => void): AsyncGenerator<Uint8Array> {
      const hash = createHash('sha256');
      for await (const chunk of bytes) {
        hash.update(chunk);
        yield chunk;
      }
      note(hash.digest('hex'));
    };
    const note = (hash: string) => {
      this.#note(path, size, hash);
      found(hash);
    };
    return { path, size, bytes: read(note) };
  }

  /** A part that no list names. */
  bare(path: string, content: Buffer): Member {
    this.bytes += content.length;
    return member(path, content);
  }

  *dueList(): Generator<Member, void> {
    if (this.#due.length >= listBytes) yield this.#list();
  }

  *close(): Generator<Member, void> {
    if (this.#due !== '') yield this.#list();
  }

  #list(): Member {
    const path = listPath(this.lists.length + 1);
    const content = Buffer.from(this.#due);
    this.lists.push({ path, sha256: createHash('sha256').update(content).digest('hex') });
    this.#due = '';
    return this.bare(path, content);
  }

  #note(path: string, size: number, hash: string): void {
    this.#due += sumLine(path, hash);
    this.bytes += size;
  }
}

export function listPath(number: number): string {
  return `SHA256SUMS-${String(number).padStart(6, '0')}`;
}

export function sumLine(path: string, hash: string): string {
  return `${hash}  ${path}\n`;
}

function member(path: string, content: Buffer): Member {
  return { path, size: content.length, bytes: once(content) };
}

async function* once(content: Buffer): AsyncGenerator<Uint8Array> {
  if (content.length > 0) yield content;
}
