import { type Refusal, refuse } from '@concord/programme';
import type { Context } from 'hono';

const megabyte = 1_000_000;
const largestBody = 10 * megabyte;
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
  const text = await readText(context);
  if (text === undefined)
    return { ...refuse('invalid', 'body.too-large', { limit: largestBody / megabyte }), status: 413 };
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

async function readText(context: Context): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bodyOf(context)) {
    size += chunk.length;
    if (size > largestBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The bytes of the body as they come; none when there is no body. */
export async function* bodyOf(context: Context): AsyncIterable<Uint8Array> {
  const stream = context.req.raw.body;
  if (!stream) return;
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) yield chunk;
}

const token = /"(?:[^"\\]|\\.)*"?|[[{]|[\]}]/gs;

/** Counts brackets outside strings, before a parser goes that deep. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [found] of text.matchAll(token)) {
    if (found === '{' || found === '[') depth += 1;
    else if (found === '}' || found === ']') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}
