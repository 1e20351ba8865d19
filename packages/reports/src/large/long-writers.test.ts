import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documents, LongWriters, longFormats, PressBusy, renderDocument, TooSlow } from '../index.ts';
import { buildLongFile } from '../testing/press-file.ts';
import { bookRow, bookView } from '../testing/views/index.ts';
import type { RowsTaken } from './long-writers.ts';

const folder = mkdtempSync(join(tmpdir(), 'concord-long-'));
let threadFile: string;
const view = bookView({
  rows: Array.from({ length: 600 }, (_, nth) =>
    bookRow({ id: `control-${nth}`, code: `C-${nth}`, family: `Family ${nth % 3}` }),
  ),
});
const choices = { language: 'en' };
const order = { report: 'control-library', format: 'csv', choices } as const;

beforeAll(async () => {
  threadFile = await buildLongFile('writers');
});
afterAll(() => rmSync(folder, { recursive: true }));

type Written = Uint8Array | RowsTaken;

async function bytesOf(written: AsyncIterable<Written>): Promise<Buffer> {
  const read: Uint8Array[] = [];
  for await (const each of written) if (each instanceof Uint8Array) read.push(each);
  return Buffer.concat(read);
}

/** A thread that does as the text says instead of writing. */
function threadThat(does: string): string {
  const file = join(folder, `${does.replace(/\W/g, '')}.mjs`);
  writeFileSync(file, does);
  return file;
}

describe('given a view with a long list', () => {
  const formats = longFormats.filter((each) => !each.endsWith('.json'));

  it.each([...formats, 'json'] as const)(
    'when it is written as %s on a thread, then it is what is written of its document here',
    async (format) => {
      const document = documents['control-library'](view, choices);
      const { bytes } = await renderDocument(document, format as 'csv', { view });
      const there = await bytesOf(new LongWriters({ threadFile }).write({ ...order, format }, view));
      expect(there.equals(Buffer.from(bytes))).toBe(true);
    },
  );

  it('when it is wanted as it is, then it is that, with or without a thread', async () => {
    const asIs = { ...order, format: 'view.json' } as const;
    const whole = `${JSON.stringify(view)}\n`;
    expect(String(await bytesOf(new LongWriters({ threadFile }).write(asIs, view)))).toBe(whole);
    expect(String(await bytesOf(new LongWriters().write(asIs, view)))).toBe(whole);
  });

  it('when it is on its way to the thread, then each time how much of it is there', async () => {
    const told: Written[] = [];
    for await (const each of new LongWriters({ threadFile }).write(order, view)) told.push(each);
    const rows = told.filter((each) => 'step' in each);
    expect(rows).toEqual([250, 500, 600].map((done) => ({ step: 'rows', done, of: 600 })));
    expect(told.slice(0, rows.length)).toEqual(rows);
  });

  it('when it fails there, then that is told, and the next is served', async () => {
    const one = new LongWriters({ threadFile, most: 1 });
    await expect(bytesOf(one.write({ ...order, report: 'nothing' }, view))).rejects.toThrow('Nobody writes');
    expect((await bytesOf(one.write(order, view))).length).toBeGreaterThan(600);
  });
});

describe('given who wants it no more', () => {
  it('when they stop reading, then the next is served', async () => {
    const one = new LongWriters({ threadFile, most: 1 });
    const pieces = one.write({ ...order, format: 'json' }, view);
    expect((await pieces.next()).done).toBe(false);
    await pieces.return();
    expect((await bytesOf(one.write(order, view))).length).toBeGreaterThan(600);
  });

  it('when they go before the first piece, then its thread ends', async () => {
    const one = new LongWriters({ threadFile: threadThat('setInterval(() => {}, 1000)'), most: 1 });
    const gone = new AbortController();
    const first = one.write(order, view, gone.signal).next();
    setTimeout(() => gone.abort(), 50);
    await expect(first).rejects.toThrow('ended before it answered');
  });

  it('when they go while they wait for their turn, then no thread is started for them', async () => {
    const one = new LongWriters({ threadFile, most: 1 });
    const before = one.write({ ...order, format: 'json' }, view);
    await before.next();
    const gone = new AbortController();
    const waiting = one.write(order, view, gone.signal).next();
    gone.abort();
    await before.return();
    await expect(waiting).rejects.toThrow('aborted');
  });
});

it('given a thread that dies or says nothing, then who waits is told', async () => {
  const dying = new LongWriters({ threadFile: threadThat('process.exit(3)') });
  await expect(bytesOf(dying.write(order, view))).rejects.toThrow('ended before it answered');
  const mute = new LongWriters({ threadFile: threadThat('setInterval(()=>{},1000)'), limitMilliseconds: 50 });
  await expect(bytesOf(mute.write(order, view))).rejects.toEqual(new TooSlow('csv', 0.05));
});

it('given as many as may wait, then the next is turned away', async () => {
  const one = new LongWriters({ threadFile, most: 1, mostWaiting: 0 });
  const first = one.write(order, view);
  await first.next();
  await expect(one.write(order, view).next()).rejects.toThrow(PressBusy);
  await first.return();
});
