import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasWords, textOf } from '@concord/catalog';
import { renderTables } from '@concord/reports';
import { build } from 'esbuild';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawnWorkbook } from '../../testing/packed.ts';
import { decodeDocument } from './index.ts';
import { readDocument } from './read-document.ts';

function read(name: string, bytes: Uint8Array | string) {
  return readDocument({ name, hash: 'h', bytes: Buffer.from(bytes as string) });
}

function cellsAt(number: number, ...cells: string[]) {
  return { number, cells };
}

function table(bytes: Uint8Array | string, name = 'a.csv'): string[][] {
  const document = read(name, bytes);
  if (!('sheets' in document)) throw new Error(JSON.stringify(document));
  return document.sheets[0]?.rows.map(({ cells }) => cells.map(textOf)) ?? [];
}

function fault(name: string, bytes: Uint8Array | string) {
  const document = read(name, bytes);
  if (!('refusal' in document)) return document;
  const { code, params } = document.refusal;
  return [hasWords(`refusal.${code}`) ? code : 'no words', params];
}

const utf16 = (text: string, mark = '\ufeff') => Buffer.from(mark + text, 'utf16le');

describe('given a table as text', () => {
  const plain = 'code;name\nÄ-1;Zürich – “x”\n';

  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(plain)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${plain}`)],
    ['UTF-16 little', utf16(plain)],
    ['UTF-16 little without a mark', utf16(plain, '')],
    ['UTF-16 big', utf16(plain).swap16()],
    ['UTF-16 big without a mark', utf16(plain, '').swap16()],
    ['Windows-1252', Buffer.from('code;name\n\xc4-1;Z\xfcrich \x96 \x93x\x94\n', 'latin1')],
  ])('when it is %s, then it reads alike', (_, bytes) => {
    expect(table(bytes)).toEqual([
      ['code', 'name'],
      ['Ä-1', 'Zürich – “x”'],
    ]);
  });

  const noticedOf = (bytes: Uint8Array) => {
    const document = read('a.csv', bytes);
    return 'noticed' in document ? document.noticed : undefined;
  };

  it('when it has to be guessed that it is Windows-1252, then that is told with a word to look at; else nothing is', () => {
    expect(noticedOf(Buffer.from(plain))).toEqual([]);
    expect(noticedOf(utf16(plain))).toEqual([]);
    const [told, ...others] = noticedOf(Buffer.from('code;name\nA-1;In Z\xfcrich\n', 'latin1')) ?? [];
    expect(others).toEqual([]);
    expect(told).toEqual({ code: 'document.windows-1252', params: { example: 'Zürich' } });
    expect(hasWords('notice.document.windows-1252')).toBe(true);
  });

  it.each([',', ';', '\t', '|'])('when %j divides it, then that is seen, whatever stands inside', (mark) => {
    const text = `${['code', 'a, b; c'].join(mark)}\n${['1', '"x\ny,;|\tz"'].join(mark)}`;
    const [, ...rows] = table(mark === ',' ? text.replace('a, b; c', 'abc') : text);
    expect(rows).toEqual([['1', 'x\ny,;|\tz']]);
  });

  it('when its lines end as on old Macs, then the mark is seen line by line', () => {
    expect(table('code;name\r1;a, b, c, d\r2;e, f, g, h\r')).toEqual([
      ['code', 'name'],
      ['1', 'a, b, c, d'],
      ['2', 'e, f, g, h'],
    ]);
    expect(table('sep=|\ra|b,c\r')).toEqual([['a', 'b,c']]);
  });

  it('when Excel says which mark divides it, then that line is no row', () => {
    expect(table('sep=|\r\na|b,c\r\n')).toEqual([['a', 'b,c']]);
  });

  it('when rows are ragged, blank or end oddly, then each keeps the number a spreadsheet shows', () => {
    const document = read('a.csv', 'a,b\r\n\r\n"x\r\ny"\r1,2,3\n,,\n9" rack,z');
    expect('sheets' in document && document.sheets[0]?.rows).toEqual([
      { number: 1, cells: ['a', 'b'] },
      { number: 3, cells: ['x\r\ny'] },
      { number: 4, cells: ['1', '2', '3'] },
      { number: 6, cells: ['9" rack', 'z'] },
    ]);
  });

  it.each(['About this report', 'Zu diesem Bericht', 'À propos de ce rapport'])(
    'when a report of ours ends with %j, then what it says there is on a sheet of its own',
    (caption) => {
      for (const [separator, end] of [
        [',', '\r\n'],
        [';', '\n'],
      ] as const) {
        // As we write it, and as a spreadsheet writes it back: as many cells in each row.
        for (const padding of ['', separator]) {
          const lines = [
            `a${separator}b`,
            `c${separator}d`,
            padding,
            `${caption}${padding}`,
            `Scope${separator}All`,
          ];
          const document = read('a.csv', `${lines.join(end)}${end}`);
          expect('sheets' in document && document.sheets).toEqual([
            { name: 'a.csv', rows: [cellsAt(1, 'a', 'b'), cellsAt(2, 'c', 'd')] },
            { name: caption, rows: [cellsAt(5, 'Scope', 'All')] },
          ]);
        }
      }
    },
  );

  it('when a row says the same without an empty one before it, or beside another cell, then it is a row', () => {
    for (const text of ['a,b\r\nAbout this report\r\n', 'a,b\r\n\r\nAbout this report,x\r\n'])
      expect(table(text)).toHaveLength(2);
  });

  it('when a quotation mark is never closed, then the line of its row is named', () => {
    expect(fault('a.csv', 'a,b\n"x\ny",1\nc,"d\ne,f\n')).toEqual(['document.quote-open', { line: 4 }]);
    expect(fault('a.csv', 'a,b\nc,"d"e\n')).toEqual(['document.quote-stray', { line: 2 }]);
  });

  it('when it is no text, then it is refused', () => {
    expect(fault('a.csv', Buffer.from([1, 2, 0, 0, 0xff, 0x81]))).toEqual(['document.not-text', {}]);
  });

  const beginning = fc.constantFrom('', '=', "'", "'=", "''-", '+', '-', '@', '\t', '\r', '＝', "'＠");
  const anyText = fc
    .tuple(beginning, fc.string({ unit: 'grapheme' }))
    .map((parts) => parts.join(''))
    .filter((text) => text !== '');

  it('when we wrote it ourselves, then each text comes back, and none begins a formula', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const tables = [{ name: 'A', headings: ['h', 'i'], rows: [[text, 'z']] }];
        const { bytes } = await renderTables(tables, 'csv');
        expect(table(bytes)).toEqual([
          ['h', 'i'],
          [text, 'z'],
        ]);
        expect(Buffer.from(bytes).toString().split('\r\n')[1]).not.toMatch(/^"?[=+\-@\t\r]/);
      }),
    );
  });
});

describe('given a value as text', () => {
  it('when YAML merges, or writes a number as an id is written, then nothing of it is lost', () => {
    const text = 'all: &all {title: House}\none:\n  <<: *all\n  ids: [1.10, 007, 1.1, 12, 1.0]\n';
    expect(read('x.yaml', text)).toMatchObject({
      value: { one: { title: 'House', ids: ['1.10', '007', 1.1, 12, '1.0'] } },
    });
  });

  it('when it is JSON or YAML, in UTF-8 or UTF-16, then it is the same value', () => {
    const value = { a: [1, 'ü', null, true], b: { c: '2026-01-01' } };
    const json = JSON.stringify(value);
    for (const bytes of [json, `\ufeff${json}`, utf16(json), utf16(json, '')])
      expect(read('x.bin', bytes)).toMatchObject({ kind: 'value', value });
    expect(read('x.yaml', 'a: [1, ü, null, true]\nb: {c: 2026-01-01}')).toMatchObject({ value });
  });

  it.each<[string, string, string, object]>([
    ['breaks off', 'x.json', '{"a": [1,\n 2', { line: 2, column: 3 }],
    ['is not well-formed', 'x.json', '{\n "a": 1,\n "b" 2}', { line: 3, column: 6 }],
    ['is empty', 'x.json', ' ', { line: 1, column: 2 }],
  ])('when JSON %s, then line and column are named', (_, name, text, place) => {
    expect(fault(name, text)).toEqual(['document.json-fault', place]);
  });

  it.each<[string, string, string]>([
    ['lists within lists', 'x.json', '['.repeat(200) + ']'.repeat(200)],
    ['lists without an end', 'x.json', '['.repeat(5_000_000)],
    ['YAML within YAML', 'x.yaml', '['.repeat(200) + ']'.repeat(200)],
  ])('when there are too many %s, then it is refused', (_, name, text) => {
    expect(fault(name, text)).toEqual(['document.too-deep', { limit: 100 }]);
  });

  it('when a text in it is very long, or never ends, then it is read, or its end is named', () => {
    const long = 'x\\n'.repeat(1_000_000);
    expect(read('x.json', `["${long}", {"a": 1}]`)).toMatchObject({ kind: 'value' });
    expect(fault('x.json', `["${'\\"'.repeat(1_000_000)}`)).toMatchObject([
      'document.json-fault',
      { line: 1 },
    ]);
  });

  it('when a name stands twice in one object, then it is named', () => {
    expect(fault('x.json', '{"a": {"b": 1}, "b": 2,\n "a": "a\\":"}')).toEqual([
      'document.name-twice',
      { name: 'a', line: 2 },
    ]);
    expect(fault('x.yaml', 'a: 1\nb: 2\na: 3\n')).toEqual(['document.name-twice', { name: 'a', line: 3 }]);
    expect(read('x.json', '[{"a": 1}, {"a": "a"}, {"b": {"a": 2}, "a": 3}]')).toMatchObject({
      kind: 'value',
    });
  });

  it.each<[string, string, string]>([
    ['has two documents', 'a: 1\n---\nb: 2\n', 'document.yaml-several'],
    ['has a tag of its own', 'a: !!js/function x\n', 'document.yaml-fault'],
    ['is not well-formed', 'a: [1\nb: 2\n', 'document.yaml-fault'],
    [
      'swells by aliases',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
        .split('')
        .map((each, at) => `${each}: &${each} [${Array(9).fill(`*${'abcdefg'[at]}`)}]`)
        .join('\n')}\n`,
      'document.yaml-aliases',
    ],
  ])('when YAML %s, then it is refused', (_, text, code) => {
    expect(fault('x.yml', text)).toMatchObject([code, {}]);
  });
});

describe('given a file and a thread of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-read-'));
  const threadFile = join(folder, 'read-thread.mjs');
  const sent = (name: string, bytes: Uint8Array | string) => {
    const path = join(folder, 'sent');
    writeFileSync(path, bytes);
    return { path, name, hash: 'h' };
  };

  beforeAll(async () => {
    const entry = fileURLToPath(new URL('./read-thread.ts', import.meta.url));
    const banner = {
      js: "import { createRequire as __cr } from 'node:module';const require = __cr(import.meta.url);",
    };
    await build({
      entryPoints: [entry],
      outfile: threadFile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner,
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('when it is read there, then the answer is the same as here', async () => {
    const bytes = drawnWorkbook([{ name: 'S', data: '<row><c><v>1</v></c><c><f>x</f></c></row>' }]);
    for (const file of [sent('a.xlsx', bytes), sent('a.xls', Buffer.from('d0cf11e0', 'hex'))])
      expect(await decodeDocument(file, threadFile)).toEqual(await decodeDocument(file));
  });

  it('when the file is not there, then that is an error and no refusal', async () => {
    const gone = { path: join(folder, 'gone'), name: 'a.xlsx', hash: 'h' };
    await expect(decodeDocument(gone, threadFile)).rejects.toThrow('ENOENT');
  });
});

const published =
  process.env.CONCORD_PUBLISHED_FILES ??
  fileURLToPath(new URL('../../../../../../shared/real', import.meta.url));
const workbook = join(published, 'nist-csf2-reference-tool-export.xlsx');
if (!existsSync(workbook)) console.log(`SKIPPED published workbook: no folder ${published}`);

describe.runIf(existsSync(workbook))('given a workbook that a publisher made', () => {
  it('when it is read, then its headings stand in row 2', () => {
    const document = read('csf.xlsx', readFileSync(workbook));
    const sheet = 'sheets' in document ? document.sheets.find(({ name }) => name === 'CSF 2.0') : undefined;
    expect(sheet?.rows[1]?.number).toBe(2);
    expect(sheet?.rows[1]?.cells.map(textOf)).toContain('Subcategory');
  });
});

describe('given one long text that many cells show', () => {
  const shown = (times: number) => {
    const cells = '<c t="s"><v>0</v></c>'.repeat(times);
    const strings = `<si><t>${'x'.repeat(32_000)}</t></si>`;
    return read('a.xlsx', drawnWorkbook([{ name: 'A', data: `<row r="1">${cells}</row>` }], { strings }));
  };

  it('when it comes to more than is taken over, then it is refused, however small the file is', () => {
    expect(shown(10)).toHaveProperty('sheets');
    const document = shown(2000);
    expect('refusal' in document && document.refusal.code).toBe('document.too-much-text');
    expect(hasWords('refusal.document.too-much-text')).toBe(true);
  });
});
