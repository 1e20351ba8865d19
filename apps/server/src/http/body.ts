import { type Refusal, refuse } from '@concord/programme';
import type { Context } from 'hono';

const megabyte = 1_000_000;
/** An entry has at most 1 MiB; whatever is larger cannot be recorded, and a million members would take long to read. */
const largestBody = 2 * megabyte;
const deepest = 64;

/** The JSON object of a request, or why it is none. Size and depth are bounded before anything is parsed. */
export async function readJson(
  context: Context,
): Promise<{ json: Record<string, unknown> } | { refusal: Refusal; status?: number }> {
  const type = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json') {
    return {
      ...refuse('invalid', 'body.type', { wanted: 'application/json', found: type || 'nothing' }),
      status: 415,
    };
  }
  const bytes = await readBytes(context);
  if (bytes === undefined)
    return { ...refuse('invalid', 'body.too-large', { limit: largestBody / megabyte }), status: 413 };
  const text = decode(bytes);
  if (text === undefined) return refuse('invalid', 'body.json', { problem: 'it is not UTF-8' });
  if (isTooDeep(text)) return refuse('invalid', 'body.too-deep', { limit: deepest });
  return parse(text);
}

function parse(text: string): { json: Record<string, unknown> } | { refusal: Refusal } {
  try {
    const json: unknown = JSON.parse(text, refusePrototype);
    if (typeof json === 'object' && json !== null && !Array.isArray(json))
      return { json: json as Record<string, unknown> };
    return refuse('invalid', 'body.json', { problem: 'an object is wanted' });
  } catch (error) {
    return refuse('invalid', 'body.json', {
      problem: error instanceof Error ? error.message : String(error),
    });
  }
}

/** `__proto__` is no member of anything we take. */
function refusePrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new SyntaxError('__proto__ is no member');
  return value;
}

/** Most bytes that are read and thrown away, so that a client which sends before it listens hears why. */
const mostDrained = 64 * megabyte;

async function readBytes(context: Context): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bodyOf(context)) {
    size += chunk.length;
    if (size > mostDrained) break;
    if (size <= largestBody) chunks.push(chunk);
  }
  return size > largestBody ? undefined : Buffer.concat(chunks);
}

/** What is not UTF-8 is refused: putting a mark in its place would seal something that nobody said. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The bytes of the body as they come; none when there is no body. */
export async function* bodyOf(context: Context): AsyncIterable<Uint8Array> {
  const stream = context.req.raw.body;
  if (!stream) return;
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) yield chunk;
}

/** Counts brackets outside strings, before a parser goes that deep. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"') at = endOfString(text, at);
    else if (letter === '{' || letter === '[') depth += 1;
    else if (letter === '}' || letter === ']') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

/** Place of the quote that ends a string, or the end of the text. A pattern would run out of stack on a long one. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
