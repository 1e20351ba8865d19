import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../blocks.ts';
import { contrast } from '../../testing/contrast.ts';
import { findPoppler, inform, readBoxes, readPages, readTags } from '../../testing/poppler.ts';
import { buildPressFile } from '../../testing/press-file.ts';
import { documentOf, hostileBlocks, narrowColumns, samplePage } from '../../testing/sample-blocks.ts';
import { PdfPress } from './press.ts';

const folder = mkdtempSync(join(tmpdir(), 'concord-blocks-'));
const poppler = findPoppler();

async function print(documents: Record<string, Document>): Promise<void> {
  const press = new PdfPress({ processFile: await buildPressFile('blocks'), limitMilliseconds: 600_000 });
  for (const [name, document] of Object.entries(documents))
    writeFileSync(fileOf(name), await press.press(document));
  await press.close();
}

const linesIn = (id: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${id}-${String(at + 1).padStart(3, '0')}`);

/** Rows of so many lines each, that begin all over a page, in the column beside their name. */
function longRows(): Document {
  const lengths = [3, 25, 40, 7, 30, 45, 19, 50, 120];
  const columns = [
    { id: 'id', label: 'Row', width: 1, identifies: true },
    { id: 'lines', label: 'Lines', width: 3 },
  ] as const;
  const rows = lengths.map((count, at) => [`NAME${at}`, linesIn(`R${at}`, count)]);
  const table = { kind: 'table', caption: 'Rows', dataset: 'rows', columns, rows } as const;
  return { ...documentOf(), blocks: [table] };
}

const fileOf = (name: string) => join(folder, `${name}.pdf`);

beforeAll(async () => {
  await print({
    sample: documentOf(),
    page: samplePage(),
    hostile: hostileBlocks(),
    narrow: narrowColumns(),
    rows: longRows(),
  });
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe.runIf(poppler)('given a document of every kind of block, when it is pressed', () => {
  const text = () => readPages(fileOf('sample')).join(' ');
  const count = (words: string) => text().split(words).length - 1;

  it('then bars stand in rows with their figure, change and words, and their legend below', () => {
    expect(text()).toContain('Function Outcomes Since July In short');
    expect(text()).toContain('Govern 20–23 of 31 +3 Supplier contracts lag behind');
    expect(text()).toContain('Met Possible, not proven Gap Target, 31 March 2027');
  });

  it('then each tile has its id, label, figure and words, and the scale says what shades mean', () => {
    for (const words of ['GV.SC', 'Supply chain', '2.4 → 3.4', 'RC.CO', 'Communication', 'not judged'])
      expect(text()).toContain(words);
    expect(text()).toContain('Distance to target 0 0.3 0.5 0.7 1.0 and more not judged');
  });

  it('then the calendar has its ticks, rows, days and states in words', () => {
    expect(text()).toContain('Nov Dec Jan 2027');
    expect(text()).toMatch(/Restore tests for every customer .*late since 20 Nov/);
    expect(text()).toContain('Today Target');
    expect(text()).toContain('done open late');
  });

  it('then points are numbered in their panel, and others are not', () => {
    expect(text()).toMatch(/Your decisions 1 Approve .* 2 Spend .* 3 Train\./);
    expect(text()).toContain('– Hatched is possible');
  });

  it('then the contents name the page on which each heading of two levels stands', () => {
    const pages = readPages(fileOf('sample'));
    const entries = [...pages[0]!.matchAll(/([A-Z][A-Za-z0-9 ]+?) (?:\. )+(?:\.)? ?(\d+)/g)];
    expect(entries.map(([, title]) => title!.trim())).toEqual([
      'Contents Where we stand',
      'All outcomes together',
      'Distance to target',
      'Plan to March 2027',
      'Decisions and duties',
      'How to read this',
      'Budget',
      'Other shapes',
      'Side by side',
    ]);
    for (const [, title, page] of entries.slice(1)) expect(pages[Number(page) - 1]).toContain(title!.trim());
  });

  it('then columns stand side by side', () => {
    const boxes = readBoxes(fileOf('sample'));
    const [left, right] = ['Ransomware', 'INC-2026-014,'].map(
      (word) => boxes.find((box) => box.word === word)!,
    );
    expect(left!.page).toBe(right!.page);
    expect(Math.abs(left!.top - right!.top)).toBeLessThan(2);
    expect(right!.left - left!.left).toBeGreaterThan(200);
  });

  it('then a caption is printed where no heading says it, and not a second time where one does', () => {
    expect(count('Six functions, 22 categories')).toBe(1);
    expect(count('What it costs')).toBe(1);
    // In the contents and as the heading.
    expect(count('Where we stand')).toBe(2);
  });

  it('then figures end on one line, and the headings of a table come again on its next page', () => {
    const figures = readBoxes(fileOf('sample')).filter(({ word }) => /^\d{1,2},000$/.test(word));
    expect(figures).toHaveLength(59);
    for (const { right } of figures) expect(Math.abs(right - figures[0]!.right)).toBeLessThan(0.6);
    const withRows = readPages(fileOf('sample')).filter((page) => /\bA-1\d\d\b/.test(page));
    expect(withRows.length).toBeGreaterThan(1);
    for (const page of withRows) expect(page).toContain('Action Until € Note');
  });

  it('then letters of German and French are there', () => {
    expect(text()).toContain('Größe, façade, œuvre, « citation »');
  });

  it('then what is drawn is tagged as what it is: tables with headings, lists, contents, no bare figure', () => {
    const tags = readTags(fileOf('sample'));
    for (const tag of ['TOC', 'H1', 'H2', 'H3', 'Table', 'THead', 'TH', 'LI', 'Lbl'])
      expect(tags, tag).toMatch(new RegExp(`^ *${tag}\\b`, 'm'));
    expect(tags).not.toMatch(/^ *Figure\b/m);
    expect(inform(fileOf('sample')).Tagged).toBe('yes');
  });
});

describe.runIf(poppler)('given rows of many lines, when they are pressed', () => {
  it('then each that fits on a page stands on one, beside its name, and a longer one loses no line', () => {
    const boxes = readBoxes(fileOf('rows'));
    const pagesOf = (begin: string) => {
      const found = boxes.filter(({ word }) => word === begin || word.startsWith(`${begin}-`));
      return [...new Set(found.map(({ page }) => page))];
    };
    for (const at of [0, 1, 2, 3, 4, 5, 6, 7])
      expect([at, pagesOf(`R${at}`)]).toEqual([at, pagesOf(`NAME${at}`)]);
    expect(pagesOf('R8').length).toBeGreaterThan(1);
    expect(boxes.filter(({ word }) => word.startsWith('R8-'))).toHaveLength(120);
  });
});

describe.runIf(poppler)('given a document for one page, when it is pressed', () => {
  it('then it is one page, and its title stands at the top of it', () => {
    expect(inform(fileOf('page')).Pages).toBe('1');
    const title = readBoxes(fileOf('page')).find(({ word }) => word === 'Cybersecurity,')!;
    expect(title.top).toBeLessThan(100);
    const opening = readBoxes(fileOf('sample')).find(({ word, top }) => word === 'Every' && top > 60)!;
    expect(opening.top).toBeGreaterThan(130);
  });

  it('then its lead stands under the title, and its status at the foot', () => {
    expect(readPages(fileOf('page'))[0]).toMatch(
      /fourth quarter 2026 We can show 66 .* are yours\. Where we stand.*Version 1\.0, not approved/,
    );
  });
});

describe.runIf(poppler)('given words and addresses wider than their column, when they are pressed', () => {
  it('then words are parted between syllables with a hyphen, and addresses behind a stroke', () => {
    const text = readPages(fileOf('narrow')).join(' ');
    expect(text).toContain('Infor\u00AD');
    expect(text).toContain('mation\u00AD');
    expect(text).toMatch(/https:\/\/ .*documents\.example\/ .*isms\/doc-02/);
  });
});

describe.runIf(poppler)('given hostile texts in every place, when they are pressed', () => {
  it('then no word leaves its page', () => {
    const boxes = readBoxes(fileOf('hostile'));
    expect(boxes.length).toBeGreaterThan(3000);
    for (const box of boxes) {
      expect(box.left, box.word).toBeGreaterThanOrEqual(50);
      expect(box.right, box.word).toBeLessThanOrEqual(545.5);
      expect(box.bottom, box.word).toBeLessThanOrEqual(842);
    }
  });

  it('then what was typed is printed as it was typed', () => {
    const text = readPages(fileOf('hostile')).join(' ');
    for (const typed of ['#panic("x")', '$x$ $ integral $', '*b* _i_ `raw`', '<label> @label'])
      expect(text).toContain(typed);
  });

  it('then nothing is set so high that a page has nothing but its header and footer', () => {
    for (const page of readPages(fileOf('hostile'))) expect(page.length).toBeGreaterThan(250);
  });
});

it('given the shades of distance, then what stands on each is legible (WCAG 2.2, 1.4.3)', () => {
  const look = readFileSync(fileURLToPath(new URL('template/look.typ', import.meta.url)), 'utf8');
  const ink = /#let ink = rgb\("(#\w{6})"\)/.exec(look)![1]!;
  const shades = [...look.matchAll(/\(fill: rgb\("(#\w{6})"\), ink: (ink|white)\)/g)];
  expect(shades).toHaveLength(5);
  for (const [, fill, name] of shades)
    expect(contrast(fill!, name === 'ink' ? ink : '#FFFFFF'), fill).toBeGreaterThanOrEqual(4.5);
});
