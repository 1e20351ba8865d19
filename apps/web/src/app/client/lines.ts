import type { Problem } from '@concord/operations/client';
import { Refused } from './refused.ts';

/** What a long answer comes as, line by line. */
export const inLines = 'application/x-ndjson';

/** How far the server is, of what takes long. */
export interface Far {
  readonly step?: string;
  readonly done?: number;
  readonly of?: number;
}

/** A line of a long answer, as `application/x-ndjson` brings it. */
export type LongLine =
  | { readonly file: { readonly name: string; readonly mediaType: string } }
  | { readonly progress: Far }
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

/** The body of an answer as it comes in. */
export async function* piecesOf({ body }: Response): AsyncGenerator<Uint8Array, void> {
  const reader = body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) yield next.value;
}

/**
 * What a command answers that tells how far it is: `hear` is told each step. One that was soon done answers at once.
 * Throws `Refused` where it ended with a problem.
 */
export async function answerTold<Answer>(response: Response, hear: (far: Far) => void): Promise<Answer> {
  if (!response.headers.get('content-type')?.startsWith(inLines)) return (await response.json()) as Answer;
  for await (const line of linesOf(piecesOf(response))) {
    if ('problem' in line) throw new Refused(line.problem);
    if ('progress' in line) hear(line.progress);
    if ('done' in line) return line.done as Answer;
  }
  throw new Error('The answer broke off');
}
