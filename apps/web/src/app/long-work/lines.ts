import type { Problem } from '@concord/operations/client';

/** A line of a long answer, as `application/x-ndjson` brings it. */
export type LongLine =
  | { readonly file: { readonly name: string; readonly mediaType: string } }
  | { readonly progress: { readonly step?: string; readonly done?: number; readonly of?: number } }
  /** In base64. */
  | { readonly bytes: string }
  | { readonly done: { readonly name: string; readonly size: number; readonly sha256: string } }
  | { readonly problem: Problem };

/** Lines of a text that comes in pieces; what has no end yet waits for the next piece. */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<LongLine, void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of pieces) {
    const all = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = all.pop() ?? '';
    for (const line of all) if (line !== '') yield JSON.parse(line) as LongLine;
  }
  if (rest.trim() !== '') yield JSON.parse(rest) as LongLine;
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
