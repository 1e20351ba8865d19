import type { Stage } from '@concord/reports';
import { describe, expect, it } from 'vitest';
import type { Rendered } from './rendering.ts';
import { stagesOf } from './stages.ts';

const file = (content: Rendered['content']): Rendered => ({ mediaType: 'text/plain', content });
const at = (done: number) => ({ step: 'document', done, of: 3 });
const bytes = Buffer.from('made');

async function toldOf(making: (tell: (stage: Stage) => void) => Promise<Rendered>): Promise<unknown[]> {
  const told: unknown[] = [];
  for await (const each of stagesOf(making)) told.push(each);
  return told;
}

describe('given a document that is being made', () => {
  it('when it goes on, then each stage is told as it comes, then the file, and that it is whole', async () => {
    const slowly = async (tell: (stage: Stage) => void) => {
      tell('at-work');
      await new Promise((resolve) => setImmediate(resolve));
      tell('laid-out');
      return file(bytes);
    };
    expect(await toldOf(slowly)).toEqual([at(0), at(1), at(2), bytes, at(3)]);
  });

  it('when all stages come at once, or none, then nothing is lost and nothing made up', async () => {
    const atOnce = async (tell: (stage: Stage) => void) => {
      tell('at-work');
      tell('laid-out');
      return file(bytes);
    };
    expect(await toldOf(atOnce)).toEqual([at(0), at(1), at(2), bytes, at(3)]);
    expect(await toldOf(async () => file(bytes))).toEqual([at(0), bytes, at(3)]);
  });

  it('when it comes in pieces, then these follow, with what they tell', async () => {
    const rows = { step: 'rows', done: 1, of: 1 };
    async function* pieces() {
      yield rows;
      yield bytes;
    }
    expect(await toldOf(async () => file(pieces()))).toEqual([at(0), rows, bytes, at(3)]);
  });

  it('when it fails, then that is thrown', async () => {
    const parts = stagesOf(async (tell) => {
      tell('at-work');
      throw new Error('It failed.');
    });
    expect((await parts.next()).value).toEqual(at(0));
    expect((await parts.next()).value).toEqual(at(1));
    await expect(parts.next()).rejects.toThrow('It failed.');
  });
});
