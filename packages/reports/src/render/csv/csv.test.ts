import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BarRow, Block, Document } from '../../blocks.ts';
import { bars } from '../../testing/blocks/drawn.ts';
import { sampleView } from '../../testing/sample.ts';
import { documentOf } from '../../testing/sample-blocks.ts';
import { sampleDocument } from '../../testing/sample-document.ts';
import { workbookWords } from '../../wording/workbook-words.ts';
import { type CsvChoices, renderCsv } from './csv.ts';

const write = (document: Document, choices?: CsvChoices) => renderCsv(document, workbookWords('en'), choices);
const bare = { byteOrderMark: false, rowsAlone: true } as const;
const read = (blocks: readonly Block[]) => readCsv(write(documentOf(blocks), bare));

/** A reader of RFC 4180 that knows nothing of the writer. */
function readCsv(text: string): string[][] {
  const cells = [...text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, cell, end] of cells) {
    rows.at(-1)!.push(cell!.startsWith('"') ? cell!.slice(1, -1).replaceAll('""', '"') : cell!);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

function documentWith(cell: string): Document {
  const columns = [
    { id: 'a', label: 'A', width: 1 },
    { id: 'b', label: 'B', width: 1 },
  ];
  return documentOf([{ kind: 'table', caption: 'x', dataset: 'x', columns, rows: [[cell, 'z']] }]);
}

const readBack = (cell: string) => readCsv(write(documentWith(cell), { byteOrderMark: false }))[1]![0];

describe('given the statement, when it is written as CSV', () => {
  it('then all themes and further controls make one table under one heading row, with CRLF and a byte order mark', () => {
    const text = write(sampleDocument(), { rowsAlone: true });
    const rows = readCsv(text.slice(1));
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(rows.map((row) => row.length)).toEqual(Array.from({ length: 96 }, () => 12));
    const { rows: listed, further } = sampleView();
    expect(rows.slice(1).map((row) => row[0])).toEqual([
      ...listed.map((row) => row.id),
      ...further.map((row) => row.code),
    ]);
  });

  it('then the byte order mark can be left out', () => {
    expect(write(sampleDocument(), { byteOrderMark: false }).startsWith('Control,Title')).toBe(true);
  });
});

describe('given a report, when it is written as CSV', () => {
  const lines = (document: Document) => write(document).slice(1).split('\r\n');

  it('then whose it is, of which day, position and seal stand behind its rows, after an empty line', () => {
    const document = sampleDocument();
    const all = lines(document);
    const rows = all.slice(0, all.indexOf(''));
    expect(`${rows.join('\r\n')}\r\n`).toBe(write(document, bare));
    const about = all.lastIndexOf('About this report');
    expect(all[about - 1]).toBe('');
    const said = readCsv(all.slice(about + 1).join('\r\n'));
    expect(said[0]).toEqual([document.title, '']);
    const values = said.map(([, text]) => text);
    for (const value of [document.organisation, document.status, document.head, document.running.foot])
      expect(values).toContainEqual(value);
    expect(said.map(([label]) => label)).toEqual(
      expect.arrayContaining(['Rule', 'Practice', 'Own computation']),
    );
  });

  it('then its other tables and drawings stand between, each under its caption and after an empty line', () => {
    const all = lines(sampleDocument());
    const captions = all.flatMap((line, at) => (at > 0 && all[at - 1] === '' && line !== '' ? [line] : []));
    expect(captions).toEqual(['Marks', 'Open checks', 'About this report']);
  });

  it('then tables of its other datasets are one each, and the first dataset comes first, even with no row', () => {
    const columns = [{ id: 'a', label: 'A', width: 1 }];
    const of = (dataset: string, caption: string, rows: string[][]): Block => ({
      ...{ kind: 'table', caption, dataset, columns, rows },
    });
    const blocks = [
      { ...bars, caption: 'Functions' },
      of('x', 'None', []),
      { kind: 'heading', level: 1, text: 'Chapter' },
      of('y', 'One', [['1']]),
      of('y', 'Two', [['2']]),
    ] as Block[];
    const text = write(documentOf(blocks), { byteOrderMark: false });
    expect(text.startsWith('A\r\n\r\n')).toBe(true);
    expect(text).toContain(`\r\n\r\nChapter\r\nA\r\n1\r\n2\r\n\r\nAbout this report\r\n`);
    expect(read(blocks)).toEqual([['A']]);
  });

  it('then what is a list is a part of its own, and is not said again at the end', () => {
    const list: Block = { kind: 'list', title: 'For you', items: [{ text: 'Settle it' }] };
    const table = documentWith('x').blocks[0] as Block;
    const { dataset: _, ...plain } = table as Extract<Block, { kind: 'table' }>;
    const text = write(documentOf([plain, list]));
    expect(text.split('Settle it')).toHaveLength(2);
    expect(text).toContain('\r\n\r\nAbout this report\r\n');
  });
});

describe('given a cell that a spreadsheet would calculate', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x'])(
    'when %j is written, then an apostrophe stands before it',
    (typed) => expect(readBack(typed)).toBe(`'${typed}`),
  );

  it.each(['1-1', 'a=b', ' text', 'Ünïcode 🔒', 'a\n=1', 'a\r=1', 'a,b', 'say "no"'])(
    'when %j is written, then it stays as it is',
    (typed) => expect(readBack(typed)).toBe(typed),
  );

  it('when any text is written, then it reads back and never starts as a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const read = readBack(typed)!;
        const kept = typed.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
        expect(/^'+[=+\-@\t\r＝＋－＠]/.test(read) ? read.slice(1) : read).toBe(kept);
        expect(read).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      }),
    );
  });
});

it('given a text that turns its direction, when it is written, then it reads as it was typed, and no formula hides', () => {
  expect(readBack('invoice\u202efdp.exe')).toBe('invoicefdp.exe');
  expect(readBack('\u2066=1+1')).toBe("'=1+1");
});

it('given bars with what has changed, when they are written, then a change is a number', () => {
  const row: BarRow = bars.rows[0]!;
  const changed = [
    { ...row, change: { text: '=', number: 0 } } as const,
    { ...row, change: { text: '−4', number: -4 } },
  ];
  expect(read([{ ...bars, caption: 'Functions', rows: changed }]).map((cells) => cells[2])).toEqual([
    'Since July',
    '0',
    '-4',
  ]);
});

describe('given cells that say a number or a date', () => {
  it('when they are written, then plainly, so that others can reckon with them', () => {
    const text = write(documentOf(), { byteOrderMark: false });
    expect(readCsv(text).slice(0, 4)).toEqual([
      ['Id', 'What', 'Value', 'Due', 'State'],
      ['M-1', 'Patched in time; of all servers', '1234.5', '2026-11-22', 'Met'],
      ['M-2', "'=1+1", '-3', '', 'Stale: unknown since 4 Oct'],
      ['M-3', 'مراجعة الوصول 2026 ✅ 🔒', '0', '2027-01-01', 'Conflict'],
    ]);
  });
});

describe('given a document without a dataset', () => {
  const columns = [{ id: 'a', label: 'A', width: 1 }];
  const form: Block = { kind: 'table', caption: 'Form', form: true, columns, rows: [['sign here']] };
  const table = (text: string): Block => ({ kind: 'table', caption: text, columns, rows: [[text]] });

  it('when it has one table that is no form, then it is that table alone', () => {
    expect(write(documentOf([form, table('first')]), bare)).toBe('A\r\nfirst\r\n');
  });

  it('when it has several tables and lists, in columns too, then it is all of them, each under its caption', () => {
    const list: Block = { kind: 'list', numbered: true, items: [{ lead: 'Decide', text: 'soon' }] };
    const heading: Block = { kind: 'heading', level: 2, text: 'Asked of you' };
    const blocks: Block[] = [
      form,
      { kind: 'columns', columns: [[table('first')], [table('second')]] },
      heading,
      list,
    ];
    expect(write(documentOf(blocks), bare)).toBe(
      'first\r\nA\r\nfirst\r\n\r\nsecond\r\nA\r\nsecond\r\n\r\nAsked of you\r\n1,Decide,soon\r\n',
    );
  });

  it('when no column of its table has a heading, then the caption stands first, and never an empty line', () => {
    const nameless: Block = { ...table('asked'), columns: [{ id: 'a', label: '', width: 1 }] } as Block;
    expect(write(documentOf([nameless]), { rowsAlone: true })).toBe('\ufeffasked\r\nasked\r\n');
  });
});

describe('given a document whose only table is a form', () => {
  const form = documentOf().blocks.filter((block) => block.kind === 'table' && block.form);
  const drawn = (...kinds: string[]) => documentOf().blocks.filter(({ kind }) => kinds.includes(kind));

  it.each([
    [
      'bars',
      [
        'Function,Outcomes,Since July,Met,"Possible, not proven",Gap,"Target, 31 March 2027",In short',
        "Govern,20–23 of 31,'+3,20,3,8,29,Supplier contracts lag behind",
      ],
    ],
    [
      'heat',
      ['Group,Id,Name,Figure,Distance to target,In words', 'Govern,GV.OC,Context,3.1 → 3.4,0.3,5/5 · min 2'],
    ],
    [
      'timeline',
      [
        'Action,From,To,State,"Who, until when"',
        'Hardware keys on the management console,2026-11-10,2027-01-15,open,"Jonas W., by 15 Jan 2027"',
      ],
    ],
  ])('when it has drawn %s, then it is the drawing as figures', (kind, lines) => {
    const blocks = [...drawn('facts'), ...drawn(kind).slice(0, 1), ...form];
    const csv = write(documentOf(blocks), { byteOrderMark: false });
    expect(csv.split('\r\n').slice(0, 2)).toEqual(lines);
  });

  it('when a drawing shows nothing, then it is the next, and an empty one only where there is no other', () => {
    const [bars] = drawn('bars') as [Extract<Block, { kind: 'bars' }>];
    const empty = { ...bars, rows: [] };
    expect(read([empty, ...drawn('timeline').slice(0, 1)])[0]).toContain('From');
    expect(read([empty])).toHaveLength(1);
  });

  it('when nothing is drawn either, then it is what the document says, label and text', () => {
    const rows = read([...drawn('heading', 'facts', 'figures', 'interval'), ...form]);
    expect(rows[0]).toEqual(['Name', 'In words']);
    for (const row of [
      ['Every kind of block', ''],
      ['Where we stand', ''],
      ['Organisation', 'Havelmark Managed Services GmbH'],
      ['66', 'outcomes met'],
      ['', '66 met'],
      ['', '66 of 106 outcomes are met. 18 more are possible: 11 unclaimed, 7 unknown. 22 are gaps.'],
    ])
      expect(rows).toContainEqual(row);
    expect(rows.every(([label, text]) => label !== '' || text !== '')).toBe(true);
  });
});
