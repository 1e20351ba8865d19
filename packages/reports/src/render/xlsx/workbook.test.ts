import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { renderWorkbook } from './workbook.ts';

const table = (...rows: string[][]) => ({ name: 'A & B', headings: ['One', 'Two'], rows });

/** The first sheet, by a reader that knows nothing of the writer. */
function sheetXml(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const at = file.indexOf(name);
  const packed = file.readUInt32LE(at - 12);
  const start = at + name.length;
  return inflateRawSync(file.subarray(start, start + packed)).toString();
}

describe('given tables of text', () => {
  it('when they are written, then each cell is typed as text and none is a formula', () => {
    const xml = sheetXml(renderWorkbook([table(['=1+1', '007'], ['<b>&"', ''])]));
    expect(xml.match(/<c [^>]*>/g)).toEqual([
      '<c r="A1" s="2" t="inlineStr">',
      '<c r="B1" s="2" t="inlineStr">',
      '<c r="A2" s="1" t="inlineStr">',
      '<c r="B2" s="1" t="inlineStr">',
      '<c r="A3" s="1" t="inlineStr">',
    ]);
    expect(xml).not.toContain('<f>');
    expect(xml).toContain('&lt;b&gt;&amp;&quot;');
  });

  it('when a text is longer than its column is wide, then its row is as high as its lines, and may still grow', () => {
    const xml = sheetXml(renderWorkbook([table(['word '.repeat(100), ''])]));
    const heights = [...xml.matchAll(/<row [^>]*ht="(\d+)"/g)].map(([, height]) => Number(height));
    expect(heights[0]).toBe(18);
    expect(heights[1]).toBeGreaterThan(100);
    expect(xml).not.toContain('customHeight="1"><c');
  });

  it('when a text holds what XML cannot, then it is coded, and what reads like a code is too', () => {
    const xml = sheetXml(renderWorkbook([table(['a\rb', '_x000D_'], ['a\uffff', '_x_'])]));
    for (const coded of ['a_x000D_b', '_x005F_x000D_', 'a_xFFFF_', '>_x_<']) expect(xml).toContain(coded);
  });

  it('when a text is longer than a cell may be, then it is not cut but refused', () => {
    expect(() => renderWorkbook([table(['x'.repeat(32_767), ''])])).not.toThrow();
    expect(() => renderWorkbook([table(['x'.repeat(32_768), ''])])).toThrow('too long');
  });

  it('when they are written twice, then the bytes are the same', () => {
    const tables = [table(['a', 'b']), { ...table(), name: 'Empty' }];
    expect(renderWorkbook(tables)).toEqual(renderWorkbook(tables));
  });
});
