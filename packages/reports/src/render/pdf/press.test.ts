import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../blocks.ts';
import { hostileView } from '../../testing/hostile.ts';
import { buildPressFile } from '../../testing/press-file.ts';
import { sampleView } from '../../testing/sample.ts';
import { sampleDocument } from '../../testing/sample-document.ts';
import { PdfPress, PressBusy } from './press.ts';

const folder = mkdtempSync(join(tmpdir(), 'concord-press-'));
const poppler = findPoppler();
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

function findPoppler(): boolean {
  try {
    execFileSync('pdfinfo', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn(
      'SKIPPED: pdfinfo and pdftotext (poppler-utils) are not installed; what the PDF says is not tested.',
    );
    return false;
  }
}

async function print(document: Document, name: string): Promise<string> {
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, await press.press(document));
  return file;
}

function inform(file: string): Record<string, string> {
  const lines = execFileSync('pdfinfo', ['-isodates', file], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return Object.fromEntries(lines.split('\n').map((line) => line.split(/:\s+/, 2) as [string, string]));
}

/** The text of each page, white space made single, breaking places inside words removed. */
function readPages(file: string): string[] {
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replaceAll('\u200b', '').replace(/\s+/g, ' '));
}

/** Where words of a page lie, in points, with the page's own width and height. */
function readBoxes(
  file: string,
): { word: string; left: number; right: number; top: number; bottom: number }[] {
  const text = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  return [...text.matchAll(/xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</g)].map((found) => ({
    left: Number(found[1]),
    top: Number(found[2]),
    right: Number(found[3]),
    bottom: Number(found[4]),
    word: found[5]!,
  }));
}

describe.runIf(poppler)('given the sample statement, when it is pressed', { timeout: 600_000 }, () => {
  it('then it is a tagged PDF that names itself, its organisation, its language and its day', async () => {
    const file = await print(sampleDocument(), 'sample');
    const info = inform(file);
    expect(info.Tagged).toBe('yes');
    expect(info.Title).toBe('Statement of Applicability');
    expect(info.Author).toBe('Havelmark Managed Services GmbH');
    expect(info.CreationDate).toMatch(/^2026-11-24T00:00:00/);
    expect(info.Pages).toBe(String(readPages(file).length));
    const bytes = await press.press(sampleDocument());
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/Lang ?\(en\)/);
    expect(Buffer.from(bytes).toString('latin1')).toContain('/Outlines');
  });

  it('then each control of Annex A stands there exactly once', async () => {
    const text = readPages(await print(sampleDocument(), 'ids')).join(' ');
    const ids = sampleView().rows.map((row) => row.id);
    const found = text.match(/\bA\.\d\.\d+\b/g) ?? [];
    expect(found.toSorted()).toEqual(ids.toSorted());
    expect(ids).toHaveLength(93);
  });

  it('then every page says whose it is, which scope, version, day and place in the ledger', async () => {
    const pages = readPages(await print(sampleDocument(), 'pages'));
    pages.forEach((page, nth) => {
      expect(page).toContain('Havelmark Managed Services GmbH · Managed services, Potsdam');
      expect(page).toContain('Statement of Applicability');
      expect(page).toContain('Version 3.2, not approved · as of 24 Nov 2026 · known at position 14,320');
      expect(page).toContain(' · head c07a 22e4 … 91b3');
      expect(page).toContain(`${nth + 1} / ${pages.length}`);
    });
  });

  it('then the cover has the whole head and the counts beside the interval', async () => {
    const [cover] = readPages(await print(sampleDocument(), 'cover'));
    const { head, numbers } = sampleView();
    expect(cover).toContain(head);
    expect(cover).toContain(`${numbers.unclaimed} unclaimed, ${numbers.unknown} unknown`);
    expect(cover).toContain('Not approved. This copy shows');
    expect(cover).toContain('ab12cd34'.repeat(8));
  });

  it('then every page with rows repeats the column headings', async () => {
    const pages = readPages(await print(sampleDocument(), 'headings'));
    const withRows = pages.filter((page) => /\bA\.\d\.\d+\b/.test(page));
    for (const page of withRows) expect(page).toContain('Control Title Applicable Why or why not In place');
  });

  it('then no heading ends a page', async () => {
    const pages = readPages(await print(sampleDocument(), 'orphans'));
    for (const page of pages) expect(page).not.toMatch(/(applicable|excluded|undecided)\. Version 3\.2/);
  });
});

describe.runIf(poppler)('given hostile texts, when the document is pressed', { timeout: 600_000 }, () => {
  it('then what was typed is printed as it was typed', async () => {
    const text = readPages(await print(sampleDocument(hostileView()), 'hostile')).join(' ');
    for (const typed of [
      '#panic("x")',
      '$x$ $ integral $',
      '*b* _i_ `raw`',
      '<label> @label',
      '{{count}} $t(soa.title)',
    ])
      expect(text).toContain(typed);
    expect(text).toContain('afdp.exe');
    expect(text).not.toContain('\u202e');
  });

  it('then the long texts are there to the last character, and each id once', async () => {
    const text = readPages(await print(sampleDocument(hostileView()), 'whole')).join(' ');
    const count = (letter: string) => text.split(letter).length - 1;
    expect(count('x')).toBeGreaterThanOrEqual(5000);
    expect(count('y')).toBeGreaterThanOrEqual(5000);
    expect(count('W')).toBeGreaterThanOrEqual(300);
    expect(count('Because')).toBe(2 * 278);
    expect(text.match(/\bA\.\d\.\d+\b/g)).toHaveLength(93);
  });

  it('then no word leaves the page or runs into its neighbour', async () => {
    const boxes = readBoxes(await print(sampleDocument(hostileView()), 'boxes'));
    expect(boxes.length).toBeGreaterThan(1000);
    for (const box of boxes) {
      expect(box.left, box.word).toBeGreaterThanOrEqual(50);
      expect(box.right, box.word).toBeLessThanOrEqual(545.5);
      expect(box.bottom, box.word).toBeLessThanOrEqual(842);
    }
  });
});

describe('given a press', { timeout: 600_000 }, () => {
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

  it('when it is closed, then it refuses', async () => {
    const closed = new PdfPress({ ...patient, processFile });
    await closed.close();
    await expect(closed.press(sampleDocument())).rejects.toThrow('closed');
  });
});

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
