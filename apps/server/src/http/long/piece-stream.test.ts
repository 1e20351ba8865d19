import { describe, expect, test } from 'vitest';
import { streamOf } from './piece-stream.ts';

/** Pieces without end, and what resolves when nobody makes any more of them. */
function endless() {
  let made = 0;
  let tell = (_made: number): void => undefined;
  const ended = new Promise<number>((resolve) => {
    tell = resolve;
  });
  async function* pieces(): AsyncGenerator<Uint8Array, void> {
    for (;;) {
      made += 1;
      yield new Uint8Array([made]);
    }
  }
  return { pieces: pieces(), ended, end: async () => tell(made) };
}

describe('a body that is made as it is read', () => {
  test('is made no further when its reader closes it', async () => {
    const { pieces, ended, end } = endless();
    const reader = streamOf(pieces, end).getReader();
    await reader.read();
    await reader.cancel();
    expect(await ended).toBe(1);
  });

  test.each([0, 2])('is given up when its reader does not read on after %s pieces', async (pieceCount) => {
    const { pieces, ended, end } = endless();
    const reader = streamOf(pieces, end, 40).getReader();
    for (let read = 0; read < pieceCount; read += 1)
      expect((await reader.read()).value).toEqual(new Uint8Array([read + 1]));
    expect(await ended).toBe(pieceCount);
    await expect(reader.read()).rejects.toThrow('Nobody read on');
  });

  test('comes whole to who reads it', async () => {
    async function* three(): AsyncGenerator<Uint8Array, void> {
      for (const each of [1, 2, 3]) yield new Uint8Array([each]);
    }
    const whole = new Response(streamOf(three(), async () => undefined));
    expect([...new Uint8Array(await whole.arrayBuffer())]).toEqual([1, 2, 3]);
  });
});
