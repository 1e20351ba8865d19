import { createHash } from 'node:crypto';
import type { MadeFile } from '@concord/operations';
import { attachment } from '../answer/attachment.ts';
import { answerFault, logFault } from '../answer/fault.ts';
import { streamOf } from './piece-stream.ts';

const lines = 'application/x-ndjson';

/**
 * Sends a file while it is made. Plainly: its bytes, and a connection that breaks off when it cannot be made to its end.
 * To who accepts `application/x-ndjson`, a line each: first `file` with its name; `progress`; `bytes`, in base64, at most
 * 48 kB of the file a line; at the end `done` with size and SHA-256, or `problem`. Whoever closes the connection ends the
 * making, and nothing is said of it.
 */
export async function answerLong(
  made: MadeFile,
  { method, headers: asked, signal }: Pick<Request, 'method' | 'headers' | 'signal'>,
  position: number,
): Promise<Response> {
  const first = await made.parts.next().catch((error: unknown) => error as Error);
  if (first instanceof Error) return signal.aborted ? nobodyThere() : answerFault(first);
  const inLines = acceptsLines({ headers: asked });
  const from = { ...made, first, signal };
  const body = streamOf(inLines ? linesOf(from) : bytesOf(from), () => made.parts.return({}));
  const headers = {
    'content-type': inLines ? lines : made.mediaType,
    'concord-position': String(position),
    ...(inLines
      ? {}
      : { 'content-disposition': attachment(made.name), 'content-security-policy': 'sandbox' }),
  };
  if (method === 'HEAD') await body.cancel();
  return new Response(method === 'HEAD' ? null : body, { headers });
}

/** Where whoever asked has gone: nobody reads it, and nothing is wrong. */
export function nobodyThere(): Response {
  return new Response(null, { status: 408 });
}

/** Whether somebody wants to be told how far a file is, and takes it in lines. */
export function acceptsLines({ headers }: Pick<Request, 'headers'>): boolean {
  const accepted = (headers.get('accept') ?? '').toLowerCase().split(/[,;]/);
  return accepted.some((each) => each.trim() === lines);
}

/** Pieces as a body: the first is made before it is said that all is well, the others as they are read; none of a body that nobody wants. */
export async function openPieces(
  pieces: AsyncGenerator<Uint8Array, void>,
  { method, signal }: Pick<Request, 'method' | 'signal'>,
): Promise<ReadableStream<Uint8Array> | null> {
  const parts = withResult(pieces);
  const first = await parts.next();
  if (method !== 'HEAD')
    return streamOf(bytesOf({ name: '', mediaType: '', parts, first, signal }), () => parts.return({}));
  await parts.return({});
  return null;
}

async function* withResult(pieces: AsyncGenerator<Uint8Array, void>): AsyncGenerator<Uint8Array, object> {
  yield* pieces;
  return {};
}

interface Started extends MadeFile {
  readonly first: IteratorResult<Uint8Array | object, object>;
  /** Aborted once whoever asked has gone. */
  readonly signal: AbortSignal;
}

async function* bytesOf(made: Started): AsyncGenerator<Uint8Array, void> {
  try {
    for await (const each of continued(made, () => undefined)) if (each instanceof Uint8Array) yield each;
  } catch (error) {
    // All that is left is to break off; why is for the log, unless it is that nobody is there any more.
    if (!made.signal.aborted) logFault(error);
    throw error;
  }
}

async function* linesOf(made: Started): AsyncGenerator<Uint8Array, void> {
  const hash = createHash('sha256');
  let size = 0;
  let told: object = {};
  const { name, mediaType } = made;
  yield line({ file: { name, mediaType } });
  try {
    const all = continued(made, (result) => {
      told = result;
    });
    for await (const each of all) {
      if (each instanceof Uint8Array) {
        hash.update(each);
        size += each.length;
        yield* linesOfBytes(each);
      } else yield line({ progress: each });
    }
    yield line({ done: { name, size, sha256: hash.digest('hex'), ...told } });
  } catch (error) {
    if (made.signal.aborted) return;
    yield line({ problem: await (await answerFault(error)).json() });
  }
}

/** Bytes of a line: few enough that nobody gathers long lines, and a multiple of three, so that only the last is padded. */
const mostInLine = 48 * 1024;

function* linesOfBytes(bytes: Uint8Array): Generator<Uint8Array, void> {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < all.length; at += mostInLine)
    yield line({ bytes: all.toString('base64', at, Math.min(at + mostInLine, all.length)) });
}

/** From the first on, which was taken to see whether there is one; in the end what is told of the file. */
async function* continued(
  { parts, first }: Started,
  end: (told: object) => void,
): AsyncGenerator<Uint8Array | object, void> {
  for (let next = first; ; next = await parts.next()) {
    if (next.done) return end(next.value);
    yield next.value;
  }
}

function line(told: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(told)}\n`);
}
