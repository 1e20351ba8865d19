import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileView } from '../../testing/hostile.ts';
import { buildPressFile } from '../../testing/press-file.ts';
import { sampleView } from '../../testing/sample.ts';
import { sampleDocument } from '../../testing/sample-document.ts';
import { TooSlow } from '../too-slow.ts';
import { PdfPress, PressBusy } from './press.ts';

const folder = mkdtempSync(join(tmpdir(), 'concord-press-'));
/** However busy the machine is. */
const patient = { limitMilliseconds: 600_000 };
let processFile = '';
let press: PdfPress;

beforeAll(async () => {
  processFile = await buildPressFile('press-process');
  press = new PdfPress({ ...patient, processFile });
  press.start();
}, 600_000);
afterAll(async () => {
  await press.close();
  rmSync(folder, { recursive: true });
});

describe('given a press', { timeout: 600_000 }, () => {
  it('when it is set, then who wants it is told that its turn has come, and that its pages are laid out', async () => {
    const told: string[] = [];
    await press.press(sampleDocument(), { tell: (stage) => told.push(stage) });
    expect(told).toEqual(['at-work', 'laid-out']);
  });

  it('when the same document is pressed by two processes, then the bytes are the same', async () => {
    const other = new PdfPress({ ...patient, processFile, documentsPerProcess: 1 });
    const here = digest(await press.press(sampleDocument()));
    await press.press(sampleDocument(hostileView()));
    const again = digest(await press.press(sampleDocument()));
    const there = digest(await other.press(sampleDocument()));
    await other.close();
    expect(new Set([here, again, there]).size).toBe(1);
  });

  it('when it is pressed on any day, then the document’s own day is the only one in the bytes', async () => {
    const text = Buffer.from(await press.press(sampleDocument())).toString('latin1');
    const stamps = [...text.matchAll(/\(D:(\d{8})|(\d{4}-\d\d-\d\d)T/g)].map(([, compact, iso]) =>
      (compact ?? iso!).replaceAll('-', ''),
    );
    expect(stamps.length).toBeGreaterThan(0);
    expect(new Set(stamps)).toEqual(new Set(['20261124']));
  });

  it('when another fact is in the document, then the bytes differ', async () => {
    const changed = sampleDocument({ ...sampleView(), position: 14_321 });
    expect(digest(await press.press(changed))).not.toBe(digest(await press.press(sampleDocument())));
  });

  it('when its process dies at work, then another does the work', async () => {
    const victim = new PdfPress({ ...patient, processFile });
    victim.start();
    const first = victim.processId!;
    const pressed = victim.press(sampleDocument());
    process.kill(first, 'SIGKILL');
    expect((await pressed).length).toBeGreaterThan(1000);
    expect(victim.processId).not.toBe(first);
    await victim.close();
  });

  it('when its process dies each time, then it is tried twice and the document is refused', async () => {
    const dying = join(folder, 'dying.mjs');
    const starts = join(folder, 'starts');
    writeFileSync(
      dying,
      `import { appendFileSync } from 'node:fs'; appendFileSync(${JSON.stringify(starts)}, 'x'); process.exit(1);`,
    );
    const broken = new PdfPress({ ...patient, processFile: dying });
    await expect(broken.press(sampleDocument())).rejects.toThrow('ended before it answered');
    expect(execFileSync('cat', [starts], { encoding: 'utf8' })).toBe('xx');
    await broken.close();
  });

  it('when a document cannot be set, then it is refused with the reason and the process goes on', async () => {
    const impossible = { ...sampleDocument(), on: 'never' };
    await expect(press.press(impossible)).rejects.toThrow('The page setter refused');
    expect((await press.press(sampleDocument())).length).toBeGreaterThan(1000);
  });

  it('when a process has pressed its number of documents, then the next one is another process', async () => {
    const bounded = new PdfPress({ ...patient, processFile, documentsPerProcess: 2 });
    bounded.start();
    const first = bounded.processId;
    await bounded.press(sampleDocument());
    expect(bounded.processId).toBe(first);
    await bounded.press(sampleDocument());
    expect(bounded.processId).toBeTypeOf('number');
    expect(bounded.processId).not.toBe(first);
    await bounded.close();
    expect(bounded.processId).toBeUndefined();
  });

  it('when nothing comes for its idle time, then its process ends, and the next document starts another', async () => {
    const idle = new PdfPress({ ...patient, processFile, idleMilliseconds: 1 });
    const pdf = await idle.press(sampleDocument());
    await expect.poll(() => idle.processId).toBeUndefined();
    expect(digest(await idle.press(sampleDocument()))).toBe(digest(pdf));
    await idle.close();
  });

  it('when as many wait as may, then the next is turned away at once and the others are set', async () => {
    const small = new PdfPress({ ...patient, processFile, mostWaiting: 1 });
    const atWork = small.press(sampleDocument());
    const waits = small.press(sampleDocument());
    await expect(small.press(sampleDocument())).rejects.toEqual(new PressBusy(1));
    expect(digest(await waits)).toBe(digest(await atWork));
    expect((await small.press(sampleDocument())).length).toBeGreaterThan(1000);
    await small.close();
  });

  it('when who wants a document goes, then its process ends, and the next is set by another', async () => {
    const left = new PdfPress({ ...patient, processFile });
    left.start();
    const first = left.processId;
    const gone = new AbortController();
    const atWork = left.press(sampleDocument(), { signal: gone.signal });
    const next = left.press(sampleDocument());
    setTimeout(() => gone.abort(), 20);
    await expect(atWork).rejects.toThrow('aborted');
    expect((await next).length).toBeGreaterThan(1000);
    expect(left.processId).not.toBe(first);
    await left.close();
  });

  it('when who waits goes, then their place is free at once, and nothing is set for them', async () => {
    const small = new PdfPress({ ...patient, processFile, mostWaiting: 1 });
    small.start();
    const first = small.processId;
    const gone = new AbortController();
    const atWork = small.press(sampleDocument());
    const left = small.press(sampleDocument(), { signal: gone.signal });
    gone.abort();
    await expect(left).rejects.toThrow('aborted');
    await expect(small.press(sampleDocument(), { signal: gone.signal })).rejects.toThrow('aborted');
    const waits = small.press(sampleDocument());
    expect(digest(await waits)).toBe(digest(await atWork));
    expect(small.processId).toBe(first);
    await small.close();
  });

  it('when a document takes longer than any may, then that is told', async () => {
    const mute = join(folder, 'mute.mjs');
    writeFileSync(mute, "process.on('message', () => undefined)");
    const slow = new PdfPress({ processFile: mute, limitMilliseconds: 50 });
    await expect(slow.press(sampleDocument())).rejects.toEqual(new TooSlow('pdf', 0.05));
    await slow.close();
  });

  it('when it is closed, then it refuses', async () => {
    const closed = new PdfPress({ ...patient, processFile });
    await closed.close();
    await expect(closed.press(sampleDocument())).rejects.toThrow('closed');
  });
});

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
