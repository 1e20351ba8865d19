import type { Progress } from '@concord/operations';
import { toldWhile } from '../../publishing/told-while.ts';
import { answerFault } from '../answer/fault.ts';
import { streamOf } from './piece-stream.ts';

/** What a command that takes long is told of who asked: that they have gone, and how they are told how far it is. */
export interface Listening {
  readonly signal: AbortSignal;
  readonly tell: (progress: Progress) => void;
}

/**
 * A command that takes long, for who accepts `application/x-ndjson`: a line for each `progress`, at the end `done` with
 * the command's answer, or `problem`. What is refused before anything is told is answered as ever. Whoever closes the
 * connection gives it up, as long as nothing is written.
 */
export async function inLines(
  answer: (listening: Listening) => Promise<Response>,
  { signal }: Pick<Request, 'signal'>,
): Promise<Response> {
  const left = new AbortController();
  const listening = AbortSignal.any([signal, left.signal]);
  const parts = toldWhile<Progress, Response>((tell) => answer({ signal: listening, tell }));
  const first = await parts.next();
  if (first.done) return first.value;
  const lines = linesOf(first.value, parts, listening);
  const body = streamOf(lines, async () => left.abort());
  return new Response(body, { headers: { 'content-type': 'application/x-ndjson' } });
}

async function* linesOf(
  first: Progress,
  parts: AsyncGenerator<Progress, Response>,
  left: AbortSignal,
): AsyncGenerator<Uint8Array, void> {
  yield line({ progress: first });
  try {
    let next = await parts.next();
    for (; !next.done; next = await parts.next()) yield line({ progress: next.value });
    yield await lastLine(next.value);
  } catch (error) {
    // Nobody is there to be told.
    if (!left.aborted) yield await lastLine(answerFault(error));
  }
}

async function lastLine(answer: Response): Promise<Uint8Array> {
  const told = await answer.json().catch(() => ({}));
  return line(answer.ok ? { done: told } : { problem: told });
}

function line(told: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(told)}\n`);
}
