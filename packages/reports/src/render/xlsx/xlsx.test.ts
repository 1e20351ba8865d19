import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it, vi } from 'vitest';
import type { Block, Document } from '../../blocks.ts';
import { hostileView } from '../../testing/hostile.ts';
import { brokenIn, hasOffice, partsOf, printedBy } from '../../testing/office.ts';
import { sampleView } from '../../testing/sample.ts';
import { documentOf } from '../../testing/sample-blocks.ts';
import { sampleDocument } from '../../testing/sample-document.ts';
import { workbookWords } from '../../wording/workbook-words.ts';
import { dayOf, nameSheets } from './sheet.ts';
import { renderXlsx } from './xlsx.ts';

const words = workbookWords('en');
const write = (document: Document) => renderXlsx(document, words);

/** The sheets of a document, read by a library that others use. */
async function sheetsOf(document: Document): Promise<Map<string, unknown[][]>> {
  const sheets = await readXlsxFile(Buffer.from(write(document)));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

const columns = [
  { id: 'a', label: 'A', width: 1 },
  { id: 'b', label: 'B', width: 3 },
];
const table = (caption: string, rows: Extract<Block, { kind: 'table' }>['rows'], more = {}): Block => ({
  kind: 'table',
  caption,
  columns,
  rows,
  ...more,
});

describe('given a document, when it is written as a workbook', () => {
  it('then what it says comes first, and each table and drawing has a sheet, but no form', async () => {
    const sheets = await sheetsOf(documentOf());
    expect([...sheets.keys()]).toEqual([
      'About',
      'Where we stand',
      'Six functions, 22 categories',
      'Actions',
      'Top risks',
      'Incidents and duties',
      'What it costs',
      'Coverage of the parts',
      'More tiles than stand in a line',
      'Roadmap',
      'Measures',
    ]);
  });

  it('then what it says in words is all there', async () => {
    const about = (await sheetsOf(documentOf())).get('About')!;
    for (const row of [
      ['Every kind of block', null],
      [null, 'A paragraph of two lines.\nThe second one.'],
      ['Sites', 'Potsdam\nDresden'],
      ['66', 'outcomes met'],
      [null, '66 of 106 outcomes are met. 18 more are possible: 11 unclaimed, 7 unknown. 22 are gaps.'],
      [
        'Your decisions',
        expect.stringMatching(/^1\. Approve the security measures, version 2026-2\. The law/),
      ],
      ['Rule', 'Clause 6.1.3 d asks for it.'],
      [null, documentOf().running.foot],
    ])
      expect(about).toContainEqual(row);
  });

  it('then a number is a number, a date a date, and all else text', async () => {
    const measures = (await sheetsOf(documentOf())).get('Measures')!;
    expect(measures[1]).toEqual([
      'M-1',
      'Patched in time\nof all servers',
      1234.5,
      new Date('2026-11-22'),
      'Met',
    ]);
    expect(measures[2]).toEqual(['M-2', '=1+1', -3, null, 'Stale: unknown since 4 Oct']);
    expect(measures[3]?.[3]).toEqual(new Date('2027-01-01'));
  });

  it('then what a drawing shows is in its sheet as figures', async () => {
    const sheets = await sheetsOf(documentOf());
    expect(sheets.get('Where we stand')?.slice(0, 2)).toEqual([
      [
        'Function',
        'Outcomes',
        'Since July',
        'Met',
        'Possible, not proven',
        'Gap',
        'Target, 31 March 2027',
        'In short',
      ],
      ['Govern', '20–23 of 31', '+3', 20, 3, 8, 29, 'Supplier contracts lag behind'],
    ]);
    expect(sheets.get('Coverage of the parts')?.slice(0, 2)).toEqual([
      ['Part', 'Figure', 'met', 'not proven', 'gap', 'In words'],
      ['Nothing', '0–0 of 21', 0, 0, 21, '0 met, 0 not proven, 21 gaps.'],
    ]);
    const tiles = sheets.get('Six functions, 22 categories');
    expect(tiles?.[5]).toEqual(['Govern', 'GV.OV', 'Oversight', '2.4 → 3.4', '1.0 and more', '5/5 · min 2']);
    expect(tiles?.[9]?.slice(1)).toEqual(['ID.IM', 'Improvement', '–', 'not judged', 'not judged']);
    expect(sheets.get('Actions')?.[2]?.slice(1, 4)).toEqual([
      new Date('2026-10-01'),
      new Date('2026-11-20'),
      'late',
    ]);
  });

  it('then one without a table has a sheet for each drawing, or only what it says', async () => {
    const named = async (...kinds: string[]) => [
      ...(await sheetsOf(documentOf(documentOf().blocks.filter(({ kind }) => kinds.includes(kind))))).keys(),
    ];
    expect(await named('facts', 'heat')).toEqual([
      'About',
      'Six functions, 22 categories',
      'More tiles than stand in a line',
    ]);
    expect(await named('facts')).toEqual(['About']);
  });

  it('then the tables of a dataset are one sheet, each control in it once', async () => {
    const rows = (await sheetsOf(sampleDocument())).get('Statement of Applicability')!;
    const { rows: listed, further } = sampleView();
    expect(rows.slice(1).map(([id]) => id)).toEqual([
      ...listed.map(({ id }) => id),
      ...further.map(({ code }) => code),
    ]);
  });

  it('then each part is well-formed, and a table can be filtered under headings that stay', () => {
    const parts = partsOf(write(documentOf()));
    for (const [name, { text }] of parts) expect(brokenIn(text), name).toBeUndefined();
    const sheet = parts.get('xl/worksheets/sheet11.xml')!.text;
    expect(sheet).toContain('<autoFilter ref="A1:E9"/>');
    expect(sheet).toContain('state="frozen"');
    expect(parts.get('xl/workbook.xml')!.text).toContain(
      '<definedName name="_xlnm._FilterDatabase" localSheetId="10" hidden="1">\'Measures\'!$A$1:$E$9</definedName>',
    );
    expect(parts.get('xl/worksheets/sheet1.xml')!.text).not.toContain('autoFilter');
  });

  it('then it says whose it is and of which day, and is the same on another day', () => {
    const bytes = write(documentOf());
    const core = partsOf(bytes).get('docProps/core.xml')!.text;
    expect(core).toContain('<dc:title>Every kind of block</dc:title>');
    expect(core).toContain('<dc:creator>Havelmark Managed Services GmbH</dc:creator>');
    expect(core).toContain('>2026-11-24T00:00:00Z</dcterms:modified>');
    vi.useFakeTimers({ now: new Date('2031-02-03'), toFake: ['Date'] });
    expect(write(documentOf())).toEqual(bytes);
    vi.useRealTimers();
  });
});

describe('given what people type', () => {
  it('when a document is hostile, then each part is well-formed and no cell is a formula', async () => {
    const document = sampleDocument(hostileView());
    for (const [name, { text }] of partsOf(write(document))) {
      expect(brokenIn(text), name).toBeUndefined();
      expect(text).not.toContain('<f>');
    }
    const cells = [...(await sheetsOf(document)).values()].flat(2);
    for (const typed of ['x'.repeat(5000), 'سياسة أمن المعلومات', '=HYPERLINK("http://example.test","x")'])
      expect(
        cells.some((cell) => String(cell).includes(typed)),
        typed,
      ).toBe(true);
  });

  it('when a text is longer than a cell may be, then it is cut, and the cell says so', async () => {
    const long = `${'x'.repeat(32_680)}${'🔒'.repeat(100)}`;
    const cell = String((await sheetsOf(documentOf([table('T', [[long, '']])]))).get('T')?.[1]?.[0]);
    expect(cell.length).toBeLessThanOrEqual(32_767);
    expect(cell).toMatch(/^x+(?:🔒)* … \(cut here/u);
  });

  it('when a text is as long as a cell may be, then it is whole', async () => {
    const long = 'x'.repeat(32_767);
    expect((await sheetsOf(documentOf([table('T', [[long, '']])]))).get('T')?.[1]?.[0]).toBe(long);
  });

  it('when a date is none, or of before workbooks count days, then it stays a text', async () => {
    const rows = [
      [
        { text: '30 Feb', date: '2026-02-30' },
        { text: '1 Jan 1900', date: '1900-01-01' },
      ],
      [
        { text: 'much', number: Number.POSITIVE_INFINITY },
        { text: '1 Mar 1900', date: '1900-03-01' },
      ],
    ];
    const read = (await sheetsOf(documentOf([table('T', rows)]))).get('T');
    expect(read?.slice(1)).toEqual([
      ['30 Feb', '1 Jan 1900'],
      ['much', new Date('1900-03-01')],
    ]);
    expect(dayOf('1900-03-01')).toEqual({ day: 61 });
  });
});

describe('given names of sheets', () => {
  it('when any are asked for, then each is one a workbook takes, and no two are alike', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 })), (wanted) => {
        const names = nameSheets(wanted);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(wanted.length);
        for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/u);
      }),
    );
  });

  it('when two are alike or too long, then they are told apart within their length', () => {
    const long = 'A name that is longer than thirty-one characters';
    expect(nameSheets(['a:b', 'A b', long, long, 'History', ''])).toEqual([
      'a b',
      'A b 2',
      'A name that is longer than…',
      'A name that is longer than… 2',
      'History 2',
      '–',
    ]);
  });
});

describe.runIf(hasOffice)('given LibreOffice, when it opens a workbook', () => {
  it('then each control is printed once, in its order, and dates as dates', () => {
    const printed = printedBy(write(sampleDocument()), 'xlsx');
    const ids = sampleView().rows.map(({ id }) => id);
    expect([...printed.matchAll(/^\s*(A\.\d+\.\d+)\s+\w/gm)].map(([, id]) => id)).toEqual(ids);
    const measures = printedBy(write(documentOf()), 'xlsx');
    expect(measures).toMatch(/1234[.,]5\s+2026-11-22/);
    expect(measures).toContain('=1+1');
  });
});
