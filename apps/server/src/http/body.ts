import { say } from '@concord/catalog';
import { type Refusal, refuse } from '@concord/programme';
import type { Context } from 'hono';
import { languageSpoken } from './answer/language.ts';
import { isDeeperThan, memberTwice } from './json-text.ts';

const megabyte = 1_000_000;
/** An entry has at most 1 MiB; whatever is larger cannot be recorded, and a million members would take long to read. */
const largestBody = 2 * megabyte;
const deepest = 64;
/** Letters of what somebody sent that are repeated to them. */
const mostNamed = 200;
const charsetPattern = /^\s*charset\s*=\s*"?([^"]*?)"?\s*$/;
const isUtf8 = (charset: string) => /^utf-?8$/.test(charset);

/** What is packed or otherwise coded is not unpacked here: it would be kept, or read, as what it is not. */
export function refuseCoded(context: Context): { refusal: Refusal; status: number } | undefined {
  const coding = context.req.header('content-encoding')?.trim().toLowerCase() ?? '';
  if (coding === '' || coding === 'identity') return undefined;
  return { ...refuse('invalid', 'body.coded', { found: coding.slice(0, mostNamed) }), status: 415 };
}

/** The JSON object of a request, or why it is none. Size and depth are bounded before anything is parsed. */
export async function readJson(
  context: Context,
): Promise<{ json: Record<string, unknown> } | { refusal: Refusal; status?: number }> {
  const [type = '', ...params] = (context.req.header('content-type') ?? '').toLowerCase().split(';');
  if (type.trim() !== 'application/json') {
    const found = type.trim() || 'nothing';
    return { ...refuse('invalid', 'body.type', { wanted: 'application/json', found }), status: 415 };
  }
  const charset = params
    .flatMap((each) => charsetPattern.exec(each)?.[1] ?? [])
    .find((each) => !isUtf8(each));
  if (charset !== undefined) {
    const found = charset.slice(0, mostNamed) || '“”';
    return { ...refuse('invalid', 'body.charset', { found }), status: 415 };
  }
  const bytes = await readBytes(context);
  if (bytes === undefined)
    return { ...refuse('invalid', 'body.too-large', { limit: largestBody / megabyte }), status: 413 };
  const text = decode(bytes);
  if (text === undefined) return refuse('invalid', 'body.json', { problem: 'it is not UTF-8' });
  if (isDeeperThan(text, deepest)) return refuse('invalid', 'body.too-deep', { limit: deepest });
  const parsed = parse(text);
  const twice = 'json' in parsed ? memberTwice(text)?.slice(0, mostNamed) : undefined;
  if (twice === undefined) return parsed;
  const problem = say(languageSpoken(), 'input.twice', { member: twice });
  return refuse('invalid', 'input.malformed', { problem, at: twice });
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
