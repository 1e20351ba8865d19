import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../blocks.ts';
import { documentOf } from '../testing/every-block.ts';
import { sampleView } from '../testing/sample.ts';
import { sampleDocument } from '../testing/sample-document.ts';
import { renderCsv } from './csv.ts';

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
  return {
    ...sampleDocument(),
    blocks: [{ kind: 'table', caption: 'x', dataset: 'x', columns, rows: [[cell, 'z']] }],
  };
}

const readBack = (cell: string) => readCsv(renderCsv(documentWith(cell), { byteOrderMark: false }))[1]![0];

describe('given the statement, when it is written as CSV', () => {
  it('then all themes and further controls make one table under one heading row, with CRLF and a byte order mark', () => {
    const text = renderCsv(sampleDocument());
    const rows = readCsv(text.slice(1));
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(rows.map((row) => row.length)).toEqual(Array.from({ length: 96 }, () => 6));
    const { rows: listed, further } = sampleView();
    expect(rows.slice(1).map((row) => row[0])).toEqual([
      ...listed.map((row) => row.id),
      ...further.map((row) => row.code),
    ]);
  });

  it('then the byte order mark can be left out', () => {
    expect(renderCsv(sampleDocument(), { byteOrderMark: false }).startsWith('Control,Title')).toBe(true);
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
        expect(/^'+[=+\-@\t\r＝＋－＠]/.test(read) ? read.slice(1) : read).toBe(typed);
        expect(read).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      }),
    );
  });
});

describe('given cells that say a number or a date', () => {
  it('when they are written, then plainly, so that others can reckon with them', () => {
    const text = renderCsv(documentOf(), { byteOrderMark: false });
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

  it('when it is asked for as CSV, then its first table that is no form is, in columns too', () => {
    const blocks: Block[] = [form, { kind: 'columns', columns: [[table('first')], [table('second')]] }];
    expect(renderCsv(documentOf(blocks), { byteOrderMark: false })).toBe('A\r\nfirst\r\n');
  });

  it('when it has no table but a form, then it says so', () => {
    expect(() => renderCsv(documentOf([form]))).toThrow('no table');
  });
});
