import { hasWords, type SentDocument, type Sheet } from '@concord/catalog';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnWorkbook, packed } from '../../../testing/packed.ts';
import { limits } from '../limits.ts';
import { readDocument } from '../read-document.ts';

function read(bytes: Uint8Array, name = 'library.xlsx') {
  return readDocument({ name, hash: 'h', bytes });
}

function sheetsOf(bytes: Uint8Array): readonly Sheet[] {
  const document = read(bytes) as Extract<SentDocument, { kind: 'sheets' }>;
  return document.sheets;
}

const cellsOf = (data: string, ground = {}) =>
  sheetsOf(drawnWorkbook([{ name: 'S', data: `<row r="1">${data}</row>` }], ground))[0]?.rows[0]?.cells;

const codeOf = (bytes: Uint8Array, name?: string) => {
  const document = read(bytes, name);
  if (!('refusal' in document)) return 'read';
  const { code } = document.refusal;
  return hasWords(`refusal.${code}`) ? code : 'no words';
};

describe('given a workbook', () => {
  it('when it is read, then each cell stands in its row and column, whatever is left out between', () => {
    const data =
      '<row r="3"><c r="B3" t="inlineStr"><is><t>b</t></is></c><c r="AB3"><v>7</v></c></row><row><c><v>1</v></c></row><row r="9"/>';
    const [sheet] = sheetsOf(drawnWorkbook([{ name: 'Säle &amp; Co', data }]));
    expect(sheet?.name).toBe('Säle & Co');
    expect(sheet?.rows.map(({ number, cells }) => [number, cells.length])).toEqual([
      [3, 28],
      [4, 1],
    ]);
    expect(sheet?.rows[0]?.cells[1]).toBe('b');
    expect(sheet?.rows[0]?.cells[27]).toBe('7');
  });

  it('when texts are shared, rich, spoken or coded, then they are plain', () => {
    const strings =
      '<si><t>plain</t></si><si><r><rPr><b/></rPr><t>bo</t></r><r><t xml:space="preserve">ld </t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>a_x000D_b _x005F_x000D_ &lt;&#38;</t></si>';
    const data = [0, 1, 2, 3].map((at) => `<c t="s"><v>${at}</v></c>`).join('');
    expect(cellsOf(data, { strings })).toEqual(['plain', 'bold ', '東京', 'a\rb _x000D_ <&']);
  });

  it('when values are numbers or yes and no, then they read as typed', () => {
    const values = ['0.30000000000000004', '1E+05', '7', '-2.5', '12345678901'];
    const data = values.map((value) => `<c><v>${value}</v></c>`).join('');
    expect(cellsOf(`${data}<c t="b"><v>1</v></c><c t="b"><v>0</v></c>`)).toEqual([
      '0.3',
      '100000',
      '7',
      '-2.5',
      '12345678901',
      'TRUE',
      'FALSE',
    ]);
  });

  it('when a row leaves its number to its cells, then they are where they say', () => {
    const data = '<row><c r="A4"><v>1</v></c><c r="B4"><v>2</v></c></row><row><c><v>3</v></c></row>';
    const rows = sheetsOf(drawnWorkbook([{ name: 'S', data }]))[0]?.rows;
    expect(rows?.map(({ number }) => number)).toEqual([4, 5]);
  });

  it('when a shared text is not there or a row has no number, then the file is damaged', () => {
    const row = (data: string) => drawnWorkbook([{ name: 'S', data }]);
    expect(codeOf(row('<row r="1"><c t="s"><v>0</v></c></row>'))).toBe('document.damaged');
    for (const number of ['x', '-2', '0'])
      expect(codeOf(row(`<row r="${number}"><c><v>1</v></c></row>`))).toBe('document.damaged');
  });

  it('when a style adds zeros or signs to a number, then they are read too, and nothing is rounded', () => {
    const formats = ['000', '&quot;C-&quot;00', '0.00', '0%', '\\C\\-000'];
    const drawn =
      `<numFmts>${formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code}"/>`).join('')}</numFmts>` +
      `<cellXfs>${formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`).join('')}<xf numFmtId="2"/></cellXfs>`;
    const values: [number, string][] = [
      [0, '7'],
      [1, '7'],
      [2, '1.1'],
      [2, '1.125'],
      [3, '0.5'],
      [4, '12'],
      [5, '5.1'],
      [0, '-7'],
    ];
    const data = values.map(([style, value]) => `<c s="${style}"><v>${value}</v></c>`).join('');
    expect(cellsOf(data, { styles: drawn })).toEqual([
      '007',
      'C-07',
      '1.10',
      '1.125',
      '0.5',
      'C-012',
      '5.10',
      '-7',
    ]);
  });

  it('when a formula comes to an empty text, then the cell is empty', () => {
    const data = '<c t="str"><f>IF(A2="","",1)</f><v></v></c><c t="str"><f>A9</f></c><c><v>1</v></c>';
    expect(cellsOf(data)).toEqual(['', { text: '', trouble: 'formula' }, '1']);
  });

  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="[$-409]d\\-mmm\\-yyyy"/><numFmt numFmtId="165" formatCode="0 &quot;days&quot;"/>' +
    '<numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>';

  it.each([
    [1, 46_023, false, '2026-01-01'],
    [2, 46_023, false, '2026-01-01'],
    [1, 44_561, true, '2026-01-01'],
    [1, 1, false, '1900-01-01'],
    [1, 59, false, '1900-02-28'],
    [1, 60, false, '1900-02-29'],
    [1, 61, false, '1900-03-01'],
    [1, 46_023.75, false, '2026-01-01 18:00'],
    [1, 0.5, false, '12:00'],
    [1, -1, false, '-1'],
    [1, 99_999_999, false, '99999999'],
    [3, 46_023, false, '46023'],
    [4, 1.5, false, '1.5'],
    [0, 46_023, false, '46023'],
  ])('when style %i shows %d (since 1904: %s), then it is %s', (style, serial, since1904, shown) => {
    expect(cellsOf(`<c s="${style}"><v>${serial}</v></c>`, { styles, since1904 })).toEqual([shown]);
  });

  it('when a cell is calculated or faulty, then it shows its stored result and says so', () => {
    const data =
      '<c t="str"><f>A2&amp;1</f><v>AC-1</v></c><c><f>1/0</f></c><c t="e"><f>X</f><v>#REF!</v></c><c t="e"><v>#N/A</v></c>';
    expect(cellsOf(data)).toEqual([
      { text: 'AC-1', trouble: 'formula' },
      { text: '', trouble: 'formula' },
      { text: '#REF!', trouble: 'error' },
      { text: '#N/A', trouble: 'error' },
    ]);
  });

  it('when cells are merged, then the rest of the area shows the first, in rows that hold something', () => {
    const data =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="C2"><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c></row>';
    const behind = '<mergeCells><mergeCell ref="A1:B1048576"/><mergeCell ref="bad"/></mergeCells>';
    const [sheet] = sheetsOf(drawnWorkbook([{ name: 'S', data, behind }]));
    const merged = { text: '1', trouble: 'merged' };
    expect(sheet?.rows).toEqual([
      { number: 1, cells: ['1', merged] },
      { number: 2, cells: [merged, merged, '2'] },
      { number: 5, cells: [merged, merged, '3'] },
    ]);
  });

  const noticedOf = (bytes: Uint8Array) => {
    const document = read(bytes) as Extract<SentDocument, { kind: 'sheets' }>;
    const told = document.noticed ?? [];
    expect(told.filter(({ code }) => !hasWords(`notice.${code}`))).toEqual([]);
    return told;
  };

  it('when sheets are hidden, then only what a person sees is read, and the others are named', () => {
    const data = '<row><c><v>1</v></c></row>';
    const bytes = drawnWorkbook([
      { name: 'Lists', data, state: 'veryHidden' },
      { name: 'Seen', data },
      { name: 'Old', data, state: 'hidden' },
    ]);
    expect(sheetsOf(bytes).map(({ name }) => name)).toEqual(['Seen']);
    expect(noticedOf(bytes)).toEqual([
      { code: 'document.sheets-hidden', params: { count: 2, sheets: 'Lists, Old' } },
    ]);
    expect(noticedOf(drawnWorkbook([{ name: 'Seen', data }]))).toEqual([]);
  });

  it('when rows are hidden, then they are read as the others are, and how many is told; empty ones are none', () => {
    const data = `<row r="1"><c><v>1</v></c></row><row r="2" hidden="1"><c><v>2</v></c></row>
      <row r="3" hidden="true"><c><v>3</v></c></row><row r="4" hidden="1"/><row r="5" hidden="0"><c><v>5</v></c></row>`;
    const bytes = drawnWorkbook([{ name: 'Seen', data }]);
    expect(sheetsOf(bytes)[0]?.rows.map(({ cells }) => cells[0])).toEqual(['1', '2', '3', '5']);
    expect(noticedOf(bytes)).toEqual([{ code: 'document.rows-hidden', params: { sheet: 'Seen', count: 2 } }]);
  });
});

describe('given a file that is no workbook', () => {
  const sound = drawnWorkbook([{ name: 'S', data: '<row><c><v>1</v></c></row>' }]);
  const zeros = Buffer.alloc(30_000_000, '<c/>');
  const bomb = { name: 'xl/worksheets/sheet1.xml', content: zeros };

  it.each<[string, Uint8Array, string]>([
    ['half of one', sound.subarray(0, sound.length / 2), 'document.damaged'],
    ['an old one', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'document.old-workbook'],
    [
      'an encrypted one',
      Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'document.encrypted',
    ],
    ['a letter', packed([{ name: 'word/document.xml', content: '' }]), 'document.no-workbook'],
    ['OpenDocument', packed([{ name: 'content.xml', content: '' }]), 'document.no-workbook'],
    ['locked parts', packed([{ name: 'xl/workbook.xml', content: '', flags: 1 }]), 'document.encrypted'],
    ['a bomb', drawnWorkbook([{ name: 'S', data: '' }], { extra: [bomb] }), 'document.unpacks-too-large'],
    [
      'a bomb that lies about its size',
      drawnWorkbook([{ name: 'S', data: '' }], { extra: [{ ...bomb, stated: 10 }] }),
      'document.damaged',
    ],
    [
      'a part that was altered',
      drawnWorkbook([{ name: 'S', data: '' }], {
        extra: [{ name: 'xl/sharedStrings.xml', content: '<sst/>', checksum: 1 }],
      }),
      'document.damaged',
    ],
    [
      'a document type that swells',
      drawnWorkbook([{ name: 'S', data: '' }], {
        extra: [{ name: 'xl/sharedStrings.xml', content: '<!DOCTYPE x [<!ENTITY a "aa">]><sst/>' }],
      }),
      'document.damaged',
    ],
    [
      'one row twice',
      drawnWorkbook([{ name: 'S', data: '<row r="1"><c><v>1</v></c></row>'.repeat(2) }]),
      'document.damaged',
    ],
    [
      'cells far to the right in each row',
      drawnWorkbook([{ name: 'S', data: '<row><c r="XFD1"><v>1</v></c></row>'.repeat(200) }]),
      'document.too-many-cells',
    ],
    ['a page', Buffer.from('<html><table></table></html>'), 'document.markup'],
  ])('when %s is sent, then it is refused with words', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it('when any bytes of a workbook are altered or cut off, then it is read or refused, and never fails', () => {
    fc.assert(
      fc.property(
        fc.nat(sound.length - 1),
        fc.integer({ min: 0, max: 255 }),
        fc.boolean(),
        (at, byte, cut) => {
          const bytes = Buffer.from(sound);
          bytes[at] = byte;
          expect(codeOf(cut ? bytes.subarray(0, at) : bytes)).not.toBe('no words');
        },
      ),
      { numRuns: 400 },
    );
  });

  it('when it is larger than a document may be, then it is refused unread', () => {
    expect(codeOf(Buffer.alloc(limits.file + 1, 'a'))).toBe('document.too-large');
  });
});
