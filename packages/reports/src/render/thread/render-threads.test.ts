import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Format, PressBusy, RenderThreads, renderDocument, renderTables, TooSlow } from '../../index.ts';
import { documentOf } from '../../testing/sample-blocks.ts';

const folder = mkdtempSync(join(tmpdir(), 'concord-thread-'));
const threadFile = join(folder, 'render-thread.mjs');
const table = (text: string) => ({ name: 'T', headings: ['One'], rows: [[text]] });
let metafile: Metafile;
const order = { tables: [table('x')], format: 'csv' } as const;

beforeAll(async () => {
  const entry = fileURLToPath(new URL('./render-thread.ts', import.meta.url));
  ({ metafile } = await build({
    entryPoints: [entry],
    outfile: threadFile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    metafile: true,
  }));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A thread that does as the text says instead of writing. */
function threadThat(does: string): string {
  const file = join(folder, `${does.replace(/\W/g, '')}.mjs`);
  writeFileSync(file, does);
  return file;
}

describe('given a thread of its own', () => {
  it('when it starts, then it does not load the catalogue, which is larger than all it writes with', () => {
    expect(Object.keys(metafile.inputs).filter((file) => file.includes('packages/catalog/'))).toEqual([]);
  });

  it.each(['docx', 'xlsx', 'csv', 'html'] satisfies Format[])(
    'when a document is written there as %s, then it is the same as here',
    async (format) => {
      const here = await renderDocument(documentOf(), format);
      const there = await renderDocument(documentOf(), format, {
        threads: new RenderThreads({ threadFile }),
      });
      expect(Buffer.from(there.bytes).equals(Buffer.from(here.bytes))).toBe(true);
      expect(there.mediaType).toBe(here.mediaType);
    },
  );

  it.each(['xlsx', 'csv'] as const)(
    'when tables are written there as %s, then they are the same as here',
    async (format) => {
      const here = await renderTables([table('=b')], format);
      const there = await renderTables([table('=b')], format, new RenderThreads({ threadFile }));
      expect(Buffer.from(there.bytes).equals(Buffer.from(here.bytes))).toBe(true);
    },
  );

  it('when it fails there, then that is told', async () => {
    const threads = new RenderThreads({ threadFile });
    await expect(renderTables([table('x'.repeat(40_000))], 'xlsx', threads)).rejects.toThrow('too long');
    await expect(renderTables([], 'csv', threads)).rejects.toThrow('no table');
  });

  it('when it dies or says nothing, then who waits is told, and the next is served', async () => {
    const dying = new RenderThreads({ threadFile: threadThat('process.exit(3)'), most: 1 });
    await expect(dying.fill(order)).rejects.toThrow('ended before it answered');
    await expect(dying.fill(order)).rejects.toThrow('ended before it answered');
    const missing = new RenderThreads({ threadFile: join(folder, 'missing.mjs') });
    await expect(missing.fill(order)).rejects.toThrow('missing.mjs');
  });

  it('when it takes too long, then it is given up', async () => {
    const slow = new RenderThreads({
      threadFile: threadThat('setInterval(() => {}, 1000)'),
      limitMilliseconds: 50,
    });
    await expect(slow.fill(order)).rejects.toEqual(new TooSlow(order.format, 0.05));
  });

  it('when who wants it goes, then its thread ends and the next is served', async () => {
    const mute = new RenderThreads({ threadFile: threadThat('setInterval(() => {}, 2000)'), most: 1 });
    const gone = new AbortController();
    const [first, second] = [
      mute.fill(order, { signal: gone.signal }),
      mute.fill(order, { signal: gone.signal }),
    ];
    setTimeout(() => gone.abort(), 50);
    await expect(first).rejects.toThrow('ended before it answered');
    await expect(second).rejects.toThrow('aborted');
  });

  it('when more come than may wait, then the next is turned away and all others are served', async () => {
    const threads = new RenderThreads({ threadFile, most: 1, mostWaiting: 2 });
    const taken = [1, 2, 3].map(() => threads.fill(order));
    await expect(threads.fill(order)).rejects.toThrow(PressBusy);
    expect((await Promise.all(taken)).map((bytes) => bytes.length)).toEqual([11, 11, 11]);
    expect(await threads.fill(order)).toHaveLength(11);
  });
});
