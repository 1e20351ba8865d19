import type { MadeFile } from '@concord/operations';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerLong, openPieces } from './long-answer.ts';

let logged: unknown[];
const { error } = console;
beforeEach(() => {
  logged = [];
  console.error = (told: unknown) => logged.push(told);
});
afterEach(() => {
  console.error = error;
});

const headers = new Headers({ accept: 'application/x-ndjson' });

async function answered(parts: MadeFile['parts'], signal: AbortSignal) {
  const made = { name: 'x.pdf', mediaType: 'application/pdf', parts };
  const response = await answerLong(made, { method: 'GET', headers, signal }, 7);
  const text = await response.text();
  const lines = text.split('\n').filter((line) => line !== '');
  return { status: response.status, lines: lines.map((line) => JSON.parse(line)) };
}

/** A document that cannot be set: because whoever asked has gone, or by a fault of ours. */
async function* broken(by: () => Error): MadeFile['parts'] {
  yield { step: 'document', done: 0, of: 1 };
  throw by();
}

describe('a file in lines', () => {
  test('when its making fails because whoever asked has gone, then nothing is said and nothing logged', async () => {
    const asking = new AbortController();
    const parts = broken(() => {
      asking.abort();
      return new DOMException('This operation was aborted', 'AbortError');
    });
    const { lines } = await answered(parts, asking.signal);
    expect(lines.map((line) => Object.keys(line)[0])).toEqual(['file', 'progress']);
    expect(logged).toEqual([]);
  });

  test('when it fails while somebody listens, then they are told, and it is in the log', async () => {
    const { lines } = await answered(
      broken(() => new Error('Broken')),
      new AbortController().signal,
    );
    expect(lines.at(-1).problem).toMatchObject({ code: 'internal', status: 500 });
    expect(logged).toHaveLength(1);
  });

  test('when whoever asked has gone before its first piece, then nothing is said or logged either', async () => {
    // biome-ignore lint/correctness/useYield: it ends before there is anything
    const parts = (async function* (): MadeFile['parts'] {
      throw new Error('Aborted');
    })();
    expect(await answered(parts, AbortSignal.abort())).toEqual({ status: 408, lines: [] });
    expect(logged).toEqual([]);
  });

  test.each([0, 1, 49_151, 49_152, 49_153, 200_000])(
    'given %i bytes in one piece, then no line holds more than 48 kB, and together they are the same',
    async (size) => {
      const bytes = Uint8Array.from({ length: size }, (_, at) => at % 251);
      const parts = (async function* () {
        yield bytes;
        return {};
      })();
      const { lines } = await answered(parts, new AbortController().signal);
      const pieces = lines.flatMap((line) => ('bytes' in line ? [Buffer.from(line.bytes, 'base64')] : []));
      expect(pieces).toHaveLength(Math.ceil(size / 49_152));
      expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
      expect(lines.at(-1).done.size).toBe(size);
    },
  );
});

test('given a plain file, when whoever asked has gone, then it breaks off and nothing is logged', async () => {
  const asking = new AbortController();
  const pieces = (async function* () {
    yield new Uint8Array([1]);
    asking.abort();
    throw new DOMException('This operation was aborted', 'AbortError');
  })();
  const body = await openPieces(pieces, { method: 'GET', signal: asking.signal });
  await expect(new Response(body).arrayBuffer()).rejects.toThrow('aborted');
  expect(logged).toEqual([]);
});
