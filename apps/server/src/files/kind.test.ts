import { hasWords, say } from '@concord/catalog';
import { commands } from '@concord/programme';
import { describe, expect, test } from 'vitest';
import { refuseKind } from './kind.ts';
import { isUtf32, mediaTypeOf, strayControl } from './media-type.ts';

const typeOf = (content: Uint8Array | string, size?: number) => {
  const bytes = Buffer.from(content as string);
  return mediaTypeOf(bytes, size ?? bytes.length);
};
const refusalOf = async (name: string, content: Uint8Array | string) =>
  refuseKind({ name, mediaType: await typeOf(content), isUtf32: isUtf32(Buffer.from(content as string)) })
    ?.code ?? '';
const hex = (digits: string) => Buffer.from(digits, 'hex');
const utf16 = (text: string) => Buffer.concat([hex('fffe'), Buffer.from(text, 'utf16le')]);
const swapped = (text: string) => utf16(text).swap16();

/** An empty archive with one entry, stored. */
function zipOf(name: string, content = ''): Buffer {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt32LE(content.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  return Buffer.concat([local, Buffer.from(name), Buffer.from(content)]);
}

describe('what people show as evidence is kept', () => {
  test.each([
    ['report.pdf', '%PDF-1.7\n%âãÏÓ'],
    ['screen.png', hex('89504e470d0a1a0a0000000d49484452')],
    ['photo.JPG', hex('ffd8ffe000104a46494600')],
    ['log.txt', 'line one\nline two\r\n\ttabbed\f'],
    ['list.csv', '\ufeffcode;name\r\nAC-01;"Zugänge\nund mehr"\r\n'],
    ['wide.csv', utf16('code;näme\r\n')],
    ['wide.csv', swapped('code;näme\r\n')],
    ['bare.csv', Buffer.from('code;näme\r\n', 'utf16le')],
    ['bare.csv', Buffer.from('code;näme\r\n', 'utf16le').swap16()],
    ['old.csv', Buffer.from('code;name\r\nAC-01;Zugänge prüfen, Schlüssel zurückgeben\r\n', 'latin1')],
    [
      'quotes.csv',
      Buffer.from(
        'code;name\r\nA-1;“caf\xe9” – 5 \x80\r\n'
          .replace('“', '\x93')
          .replace('”', '\x94')
          .replace('–', '\x96'),
        'latin1',
      ),
    ],
    ['BMW.csv', 'BMW,MZ,PK\n1,2,3\n'],
    ['mz.log', 'MZ is how this line begins'],
    ['catalog.json', '{"catalog": {}}'],
    ['library.yaml', 'urn: x\n'],
    ['scan.xml', '<?xml version="1.0"?>\n<!-- a scan --><report/>'],
    ['note.md', '<h1>Heading</h1> of a note'],
    ['mail.eml', 'From: ana@example.org\n\nText'],
    ['bundle.zip', zipOf('a.txt', 'hi')],
    ['logs.tgz', hex('1f8b0800000000000003')],
    ['memo.rtf', '{\\rtf1 Memo}'],
    ['old.doc', hex('d0cf11e0a1b11ae1')],
    ['sheet.xlsx', zipOf('xl/workbook.xml')],
    ['no ending', 'text'],
    ['.', 'text'],
  ])('%s', async (name, content) => expect(await refusalOf(name, content)).toBe(''));
});

describe('what could run, and what nobody can tell, is not', () => {
  test.each([
    ['a program of Windows', hex('4d5a90000300000004000000ffff0000')],
    ['a program of Linux', hex('7f454c4602010100000000000000000002003e00')],
    ['a program of macOS', hex('cffaedfe0700000103000000')],
    ['WebAssembly', hex('0061736d01000000')],
    ['a page', '<!DOCTYPE html><title>x</title>'],
    ['a page behind a mark, blanks and a comment', '\ufeff \n<!-- x --> <HTML>'],
    ['a page of two bytes a letter', utf16('<html><script>')],
    ['a page in XML', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['a page with a prefix', '<?xml version="1.0"?><h:html xmlns:h="http://www.w3.org/1999/xhtml"/>'],
    ['a script alone', '<script>alert(1)</script>'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a drawing in XML', '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "x" "y"><svg/>'],
    ['a script of a shell', '#!/bin/sh\nrm -rf /'],
    ['a script of PHP', '<?php system($_GET[0]);'],
    ['a batch', '@echo off\r\ndel *.*'],
    ['a disk image', Buffer.alloc(40_000)],
    ['bytes', hex('000102ff')],
    ['text with a control character', 'text\u0007'],
    ['a text that breaks off into bytes', Buffer.concat([Buffer.from('text'), hex('0000ff')])],
  ])('%s', async (_, content) => expect(await refusalOf('x', content)).toBe('file.kind'));

  test.each(['x.exe', 'x.pdf.exe', 'x.BAT', 'x.html', 'x.svg', 'x.lnk', 'x.iso', 'x.Js'])(
    'text that is called %s',
    async (name) => expect(await refusalOf(name, 'text')).toBe('file.runs'),
  );
});

describe('a name that says something else', () => {
  test.each([
    ['x.pdf', 'text'],
    ['x.png', '%PDF-1.7'],
    ['x.csv', zipOf('xl/workbook.xml')],
    ['x.xls', 'a\tb'],
    ['x.txt', hex('89504e470d0a1a0a0000000d49484452')],
    ['x.pdf', zipOf('a.txt')],
  ])('as %s does is refused', async (name, content) =>
    expect(await refusalOf(name, content)).toBe('file.other-kind'),
  );

  test('is none where a document is a ZIP that shows its kind only far behind', async () => {
    expect(await refusalOf('x.xlsx', zipOf('docProps/thumbnail'))).toBe('');
  });
});

describe('given a file that is not kept, when it is told', () => {
  const toldOf = (
    name: string,
    content: Uint8Array | string,
    language: 'en' | 'de' | 'fr',
    readBy?: string,
  ) => {
    const bytes = Buffer.from(content as string);
    return mediaTypeOf(bytes, bytes.length).then((mediaType) => {
      const control = strayControl(bytes, bytes.length);
      const sent = { name, mediaType, control, isUtf32: isUtf32(bytes) };
      const { code = '', params = {} } = refuseKind(sent, readBy) ?? {};
      return say(language, `refusal.${code}`, params);
    });
  };

  test.each([
    ['en', 'This is a program', 'Allowed are, by their content: PDF; Word'],
    ['de', 'Das ist ein Programm', 'Erlaubt sind dem Inhalt nach: PDF; Word, Excel und'],
    ['fr', 'Ceci est un programme', 'Word, Excel et PowerPoint sans macros'],
  ] as const)(
    'then %s has words for what was found and what is allowed',
    async (language, found, allowed) => {
      const told = await toldOf('x', hex('7f454c4602010100000000000000000002003e00'), language);
      expect(told).toContain(found);
      expect(told).toContain(allowed);
      expect(told).not.toMatch(/\$t|\{\{|file\./);
    },
  );

  test.each([
    ['list.csv', 'code;name\nA-1;all is well\nA-2;x\u0000y\n', 'line 3', 'U+0000'],
    ['list.csv', 'code;name\r\nA-1;bell \u0007\r\n', 'line 2', 'U+0007'],
    ['list.csv', utf16('code;name\rA-1;all is well\u001b'), 'line 2', 'U+001B'],
  ])('then %s names the line and the control character', async (name, content, line, sign) => {
    for (const readBy of [undefined, 'controls import']) {
      const told = await toldOf(name, content, 'en', readBy);
      expect(told).toContain(`${line} holds the control character ${sign}`);
    }
  });

  const marks = { 'UTF-32 little': '\ufeff', 'UTF-32 big': '\ufeff', 'UTF-32 without a mark': '' };

  test.each(Object.entries(marks))(
    'then text in %s is called that, and its mend is told',
    async (called, mark) => {
      const letters = Array.from(`${mark}code;näme\r\nA-1;Züge\r\n`);
      const bytes = Buffer.alloc(letters.length * 4);
      for (const [at, letter] of letters.entries()) {
        const code = letter.codePointAt(0) ?? 0;
        if (called.endsWith('big')) bytes.writeUInt32BE(code, at * 4);
        else bytes.writeUInt32LE(code, at * 4);
      }
      for (const readBy of [undefined, 'controls import']) {
        const told = await toldOf('list.csv', bytes, 'en', readBy);
        expect(told).toContain('is text in UTF-32');
        expect(told).toContain('Save it in UTF-8');
      }
    },
  );

  test('then what begins as a database is one, however much text it holds', async () => {
    const told = await toldOf('list.db', `SQLite format 3\0${'code;name\n'.repeat(20)}`, 'en');
    expect(told).toContain('a file of the type application/x-sqlite3');
  });

  test('then what holds macros is to be saved without, not named .txt', async () => {
    for (const readBy of [undefined, 'controls import']) {
      const told = await toldOf('list.xlsm', zipOf('xl/workbook.xml'), 'en', readBy);
      expect(told).toContain('save it without macros (.xlsx');
    }
    const told = refuseKind({
      name: 'list.xlsx',
      mediaType: 'application/vnd.ms-excel.sheet.macroenabled.12',
    });
    expect(told?.code).toBe('file.macros');
  });
});

describe('given a file that a command is to read', () => {
  const unread = async (name: string, content: Uint8Array | string) =>
    refuseKind({ name, mediaType: await typeOf(content) }, 'controls import');

  test.each([
    ['x.png', hex('89504e470d0a1a0a0000000d49484452'), 'an image (image/png)'],
    ['list.xlsx', '%PDF-1.7', 'a PDF'],
    ['list.csv', '<!doctype html><title>Sign in</title>', 'a web page, which can carry scripts'],
    ['x.bin', hex('000102ff'), 'a file of no kind that could be told'],
  ])(
    'when %s is sent, then the refusal says what it is and what that command takes, not what is kept as evidence',
    async (name, content, found) => {
      const { code = '', params = {} } = (await unread(name, content)) ?? {};
      expect(code).toBe('file.unread');
      expect(say('en', `refusal.${code}`, params)).toBe(
        `“${name}” cannot be read here: it is ${found}. Taken are: XLSX, CSV, TSV, JSON or an OSCAL component-definition. Nothing was kept.`,
      );
      expect(say('de', `refusal.${code}`, params)).toContain('JSON oder eine OSCAL-Komponentendefinition');
    },
  );

  test('when it may be read, then the reader says itself what is the matter', async () => {
    for (const content of ['a,b', '{}', '<x/>', zipOf('xl/workbook.xml'), zipOf('a.txt')])
      expect(await unread('x', content)).toBeUndefined();
  });

  test('when a password protects it, then the reader says so, and as evidence it is kept', async () => {
    for (const name of ['list.xlsx', 'letter.docx', 'talk.pptx']) {
      expect(await unread(name, hex('d0cf11e0a1b11ae1'))).toBeUndefined();
      expect(await refusalOf(name, hex('d0cf11e0a1b11ae1'))).toBe('');
    }
    expect(await refusalOf('list.pdf', hex('d0cf11e0a1b11ae1'))).toBe('file.other-kind');
  });

  test('then each of those commands says what it takes', () => {
    for (const { name } of commands.filter(({ intake }) => intake === 'document'))
      expect(hasWords(`file.read.${name}`), name).toBe(true);
  });
});

test('a letter that is cut in two at the end of what was read is still text', async () => {
  const text = Buffer.from('aä');
  expect(await typeOf(text.subarray(0, 2), 3)).toBe('text/plain');
});

test('a long text of nothing but what is passed over is read to its end', async () => {
  const marks = '<!--'.repeat(16_000);
  for (const content of [' '.repeat(64_000), marks, '<!'.repeat(32_000), '<?xml'.repeat(12_000)])
    expect(await typeOf(content)).toBe('text/plain');
});
