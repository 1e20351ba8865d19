import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../blocks.ts';
import { hostileView } from '../../testing/hostile.ts';
import { findPoppler, inform, readBoxes, readPages } from '../../testing/poppler.ts';
import { buildPressFile } from '../../testing/press-file.ts';
import { sampleView } from '../../testing/sample.ts';
import { documentOf } from '../../testing/sample-blocks.ts';
import { sampleDocument } from '../../testing/sample-document.ts';
import { PdfPress } from './press.ts';

const folder = mkdtempSync(join(tmpdir(), 'concord-pages-'));
const poppler = findPoppler();
let press: PdfPress;

beforeAll(async () => {
  const processFile = await buildPressFile('pages');
  press = new PdfPress({ processFile, limitMilliseconds: 600_000 });
  press.start();
}, 600_000);
afterAll(async () => {
  await press.close();
  rmSync(folder, { recursive: true });
});

async function print(document: Document, name: string): Promise<string> {
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, await press.press(document));
  return file;
}

/** The statement without the open checks at its end, which name their rows again. */
function listed(pages: readonly string[]): string {
  const text = pages.join(' ');
  return text.slice(0, text.lastIndexOf('Open checks'));
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
    const text = listed(readPages(await print(sampleDocument(), 'ids')));
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

  it('then the cover has the counts beside the interval, and the last page the whole head and the hashes', async () => {
    const pages = readPages(await print(sampleDocument(), 'cover'));
    const { head, numbers } = sampleView();
    const [cover] = pages;
    expect(cover).toContain(`${numbers.unclaimed} unclaimed, ${numbers.unknown} unknown`);
    expect(cover).not.toMatch(/[0-9a-f]{64}/);
    expect(pages.slice(0, 2).join(' ')).toContain('Not approved. This copy shows');
    expect(pages.at(-1)).toContain(head);
    expect(pages.at(-1)).toContain('ab12cd34'.repeat(8));
  });

  it('then every page with rows repeats the column headings', async () => {
    const pages = readPages(await print(sampleDocument(), 'headings'));
    const withRows = pages.filter((page) => /\bA\.\d\.\d+\b/.test(page) && !page.includes('What mends it'));
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
    const begun = 5;
    expect(count('x')).toBeGreaterThanOrEqual(5000);
    expect(count('y')).toBeGreaterThanOrEqual(5000);
    expect(count('W')).toBeGreaterThanOrEqual(300);
    // Whole below its row; where it belongs it is begun.
    expect(count('Because')).toBe(2 * (278 + begun));
    expect(listed([text]).match(/\bA\.\d\.\d+\b/g)).toHaveLength(93);
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

describe.runIf(poppler)(
  'given names wider than their line, when a document is pressed',
  { timeout: 600_000 },
  () => {
    it('then the header is one line and its title stays clear of them', async () => {
      const view = sampleView();
      const wide = { ...view.scope, name: 'M'.repeat(80) };
      const names = { organisation: { ...view.organisation, name: 'W'.repeat(80) }, scope: wide };
      const boxes = readBoxes(await print(sampleDocument({ ...view, ...names }), 'wide'));
      const header = boxes.filter((box) => box.bottom < 60);
      const title = header.find((box) => box.word === 'Statement')!;
      expect(header.length).toBeGreaterThan(3);
      for (const box of header) {
        expect(Math.abs(box.top - title.top), box.word).toBeLessThan(4);
        if (/[WM]/.test(box.word)) expect(box.right, box.word).toBeLessThan(title.left - 6);
      }
    });
  },
);

describe.runIf(poppler)('given a document meant for one page', { timeout: 600_000 }, () => {
  const points = (count: number): Document => ({
    ...documentOf([
      { kind: 'heading', level: 1, text: 'Yours to settle' },
      {
        kind: 'list',
        numbered: true,
        items: Array.from({ length: count }, (_, at) => ({ lead: `Point${at}`, text: 'is yours.' })),
      },
    ]),
    layout: 'page',
  });
  const said = (pages: readonly string[]) => pages.join(' ').match(/Point\d+/g)?.length;

  it('when it is a little too long, then it is set smaller, and is one page with headings that a reader can jump to', async () => {
    const file = await print(points(50), 'smaller');
    const [page, ...others] = readPages(file);
    expect(others).toEqual([]);
    expect(said([page ?? ''])).toBe(50);
    expect(inform(file).Tagged).toBe('yes');
    expect(Buffer.from(await press.press(points(50))).toString('latin1')).toContain('/Outlines');
    const height = async (count: number) => {
      const boxes = readBoxes(await print(points(count), `height-${count}`));
      return Math.max(
        ...boxes.filter(({ word }) => word === 'Point0').map(({ top, bottom }) => bottom - top),
      );
    };
    expect(await height(50)).toBeLessThan(await height(20));
  });

  it('when it would be too small to read, then it goes on to a second page, and nothing is lost', async () => {
    const pages = readPages(await print(points(72), 'two'));
    expect(pages).toHaveLength(2);
    expect(said(pages)).toBe(72);
  });
});
