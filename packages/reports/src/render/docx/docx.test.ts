import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../blocks.ts';
import { hostileView } from '../../testing/hostile.ts';
import { brokenIn, hasOffice, partsOf, printedBy, wordsOf } from '../../testing/office.ts';
import { sampleView } from '../../testing/sample.ts';
import { documentOf, hostileBlocks } from '../../testing/sample-blocks.ts';
import { sampleDocument } from '../../testing/sample-document.ts';
import { makePrintable } from '../text/printable.ts';
import { renderDocx } from './docx.ts';

async function partOf(blocks: readonly Block[] | undefined, part = 'word/document.xml'): Promise<string> {
  return partsOf(await renderDocx(documentOf(blocks))).get(part)!.text;
}

/** Every text in a value, wherever it stands. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();
const elements = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}[ >].*?</${name}>`, 'gs'))].map(String);

describe('given a document of every block, when it is written for Word', () => {
  it.each([
    ['every block', documentOf()],
    ['the statement', sampleDocument()],
    ['a hostile one', sampleDocument(hostileView())],
    ['every hostile block', hostileBlocks()],
  ])('then each part of %s is well-formed and none holds what XML may not', async (_, document) => {
    for (const [name, { text }] of partsOf(await renderDocx(document))) {
      expect(brokenIn(text), name).toBeUndefined();
      expect(text).not.toMatch(/[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
    }
  });

  it('then its status stands under its title and above what it says in short, as in each other format', async () => {
    const document = { ...documentOf(), lead: 'In short.', status: 'Draft of it' };
    const text = partsOf(await renderDocx(document)).get('word/document.xml')!.text;
    const [title, status, lead] = ['Title', 'Subtitle', 'Lead'].map((name) =>
      text.indexOf(`w:val="${name}"`),
    );
    expect(title).toBeGreaterThan(0);
    expect(status).toBeGreaterThan(title!);
    expect(lead).toBeGreaterThan(status!);
  });

  it('then a table whose columns are not named begins with its first row, and has no empty one above', async () => {
    const column = (label: string) => ({ id: 'x', label, width: 1 });
    const table = (label: string): Block => ({
      kind: 'table',
      caption: 'T',
      columns: [column(label)],
      rows: [['one']],
    });
    const rowsIn = async (label: string) =>
      elements(await partOf([table(label)]), 'w:tbl')
        .at(-1)!
        .split('<w:tr>').length - 1;
    expect([await rowsIn(''), await rowsIn('Name')]).toEqual([1, 2]);
  });

  it('then each style that is used is defined, and those of a document by the names that Word knows', async () => {
    const styles = await partOf(undefined, 'word/styles.xml');
    const defined = [...styles.matchAll(/w:styleId="([^"]+)"/g)].map(([, id]) => id);
    const used = [...(await partOf(undefined)).matchAll(/<w:[pr]Style w:val="([^"]+)"/g)].map(([, id]) => id);
    for (const id of new Set(used)) expect(defined).toContain(id);
    for (const id of [
      'Title',
      'Subtitle',
      'Heading1',
      'Heading2',
      'Heading3',
      'Caption',
      'TableText',
      'Quiet',
      'List',
    ])
      expect(used).toContain(id);
    expect(styles).toMatch(/w:styleId="TOC1"[^>]*><w:name w:val="toc 1"/);
  });

  it('then Word is to fill in the page numbers of the contents, where there are any', async () => {
    expect(await partOf(undefined, 'word/settings.xml')).toContain('<w:updateFields/>');
    const bare = documentOf().blocks.filter(({ kind }) => kind !== 'contents');
    expect(await partOf(bare, 'word/settings.xml')).not.toContain('<w:updateFields/>');
  });

  it('then the contents list the headings of two levels, each leading to its own', async () => {
    const [contents] = elements(await partOf(undefined), 'w:sdt');
    expect(contents).toMatch(/TOC \\h \\o &quot;1-2&quot;.*\\u/);
    expect(wordsOf(contents!)).toContain('Where we stand');
    expect(wordsOf(contents!)).toContain('All outcomes together');
    expect(wordsOf(contents!)).not.toContain('Marks');
    const anchors = [...contents!.matchAll(/w:anchor="([^"]+)"/g)].map(([, anchor]) => anchor);
    expect(anchors).toHaveLength(9);
    for (const anchor of anchors) expect(await partOf(undefined)).toContain(`w:name="${anchor}"`);
  });

  it('then it says whose it is, in which language, and of which day', async () => {
    const core = await partOf(undefined, 'docProps/core.xml');
    for (const said of [
      '<dc:title>Every kind of block</dc:title>',
      '<dc:creator>Havelmark Managed Services GmbH</dc:creator>',
      '<dc:language>en</dc:language>',
      '>2026-11-24T00:00:00Z</dcterms:created>',
    ])
      expect(core).toContain(said);
    expect(await partOf(undefined, 'word/styles.xml')).toContain('<w:lang w:val="en-GB"');
  });

  it('then each page bears the running lines and which of how many it is', async () => {
    const header = await partOf(undefined, 'word/header1.xml');
    const footer = await partOf(undefined, 'word/footer1.xml');
    expect(wordsOf(header)).toMatch(
      /Havelmark Managed Services GmbH · Managed services, Potsdam\s+Every kind of block/,
    );
    expect(wordsOf(footer)).toContain('Version 1.0, not approved · as of 24 Nov 2026');
    expect(footer).toMatch(/PAGE<.*NUMPAGES</s);
  });

  it('then its fonts are those that readers have, with others in their place', async () => {
    const fonts = await partOf(undefined, 'word/fontTable.xml');
    expect(fonts).toContain('<w:font w:name="Arial"><w:altName w:val="Liberation Sans"/>');
    expect(fonts).toContain('<w:font w:name="Georgia"><w:altName w:val="Times New Roman"/>');
  });
});

describe('given what people type', () => {
  it.each([
    ['every block', documentOf()],
    ['a hostile document', sampleDocument(hostileView())],
    ['every hostile block', hostileBlocks()],
  ])('when %s is written for Word, then nothing of it is lost', async (_, document) => {
    const parts = partsOf(await renderDocx(document));
    const words = squeezed(wordsOf(parts.get('word/document.xml')!.text));
    const { blocks } = makePrintable(document);
    const named = new Set([
      'kind',
      'id',
      'mark',
      'dataset',
      'source',
      'on',
      'from',
      'to',
      'date',
      'state',
      'align',
      'level',
    ]);
    // What stands apart is for workbooks. Over a calendar there is only so much room: what stands there is shortened.
    const shortened = new Set(['ticks', 'marks']);
    const said = JSON.parse(JSON.stringify(blocks), (key, value) =>
      key === 'apart' || shortened.has(key) || (named.has(key) && typeof value === 'string')
        ? undefined
        : value,
    );
    for (const text of textsIn(said)) expect(words).toContain(squeezed(text));
  });

  it('when a text reads from the right, then its paragraph and its letters do, and others do not', async () => {
    const xml = await partOf([
      { kind: 'paragraph', text: 'سياسة أمن' },
      { kind: 'paragraph', text: 'Policy סוד here' },
    ]);
    const paragraphs = elements(xml, 'w:p');
    const right = paragraphs.find((each) => each.includes('سياسة'))!;
    const mixed = paragraphs.find((each) => each.includes('Policy'))!;
    expect(right).toContain('<w:bidi/>');
    expect(right).toContain('<w:rtl/>');
    expect(mixed).not.toContain('<w:bidi/>');
    expect(elements(mixed, 'w:r').map((run) => run.includes('<w:rtl/>'))).toEqual([false, true, false]);
  });
});

describe('given the same document', () => {
  it('when two processes write it far apart, then the bytes are the same', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'concord-docx-'));
    try {
      const outfile = join(folder, 'write.mjs');
      const contents = `import { createHash } from 'node:crypto';
import { renderDocx } from './render/docx/docx.ts';
import { documentOf } from './testing/sample-blocks.ts';
const at = Number(process.env.AT);
const Real = Date;
globalThis.Date = class extends Real { constructor(...given) { super(...(given.length ? given : [at])); } static now() { return at; } };
console.log(createHash('sha256').update(await renderDocx(documentOf())).digest('hex'));`;
      const resolveDir = fileURLToPath(new URL('../..', import.meta.url));
      await build({
        stdin: { contents, resolveDir },
        outfile,
        bundle: true,
        platform: 'node',
        format: 'esm',
      });
      const written = (TZ: string, AT: string) =>
        execFileSync(process.execPath, [outfile], { env: { TZ, AT } }).toString().trim();
      const hash = written('Pacific/Kiritimati', '1800000000000');
      expect(written('America/Adak', '1900000000000')).toBe(hash);
      expect(
        createHash('sha256')
          .update(await renderDocx(documentOf()))
          .digest('hex'),
      ).toBe(hash);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('when it is written, then all parts bear the first day there is', async () => {
    const times = [...partsOf(await renderDocx(documentOf())).values()].map(({ time }) => time);
    expect(new Set(times)).toEqual(new Set([0x21 << 16]));
  });
});

describe.runIf(hasOffice)('given LibreOffice, when it opens what was written for Word', () => {
  it('then each control is printed once, in its order, and no page lacks its number', async () => {
    const printed = printedBy(await renderDocx(sampleDocument()), 'docx');
    const ids = sampleView().rows.map(({ id }) => id);
    expect([...printed.matchAll(/^\s*(A\.\d+\.\d+)\s/gm)].map(([, id]) => id)).toEqual(ids);
    const pages = printed.split('\f').slice(0, -1);
    for (const [at, page] of pages.entries())
      expect(page).toMatch(new RegExp(`${at + 1}\\s/\\s${pages.length}\\s*$`));
  });

  it('then texts longer than a page, in every place, are printed to their last letter', async () => {
    const bytes = await renderDocx(hostileBlocks());
    const written = wordsOf(partsOf(bytes).get('word/document.xml')!.text);
    const printed = printedBy(bytes, 'docx');
    // Headings of a table come again on each page, so there may be more.
    for (const letter of ['W', 'x', 'B'])
      expect(printed.split(letter).length, letter).toBeGreaterThanOrEqual(written.split(letter).length);
  });
});
