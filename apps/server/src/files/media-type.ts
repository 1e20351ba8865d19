import { fileTypeFromBuffer } from 'file-type';
import { decodeWindows, encodingOf } from './tables/encoding.ts';

const xml = 'application/xml';
const text = 'text/plain';

/** What begins with text and still is not just text. */
const writtenInText = new Set(['application/pdf', 'application/rtf', 'application/postscript', xml]);

/** The type of a file by its content; its name says nothing. What a browser would run is told apart from text. */
export async function mediaTypeOf(start: Uint8Array, size: number): Promise<string> {
  const found = (await fileTypeFromBuffer(start))?.mime;
  const read = readText(start, start.length < size);
  if (read === undefined) return found ?? 'application/octet-stream';
  return activeType(read) ?? (found !== undefined && writtenInText.has(found) ? found : text);
}

const control = /(?![\t\n\f\r])\p{Cc}/u;

/** A character that no text has, as U+0000, and the line it stands in. */
export interface StrayControl {
  readonly sign: string;
  readonly line: number;
}

/** The first control character of what is text otherwise; where every fifth is one, it never was text. */
export function strayControl(start: Uint8Array, size: number): StrayControl | undefined {
  const read = readLetters(start, start.length < size) ?? '';
  const found = control.exec(read);
  if (!found || (read.match(new RegExp(control, 'gu')) ?? []).length * 5 >= read.length) return undefined;
  const code = found[0].codePointAt(0) as number;
  const before = read.slice(0, found.index).split(/\r\n|\n|\r/);
  return { sign: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`, line: before.length };
}

/** Whether it is text in UTF-32: four bytes a letter, with a mark or told by where the zeros stand. */
export function isUtf32(start: Uint8Array): boolean {
  if (start.byteLength === 0 || start.byteLength % 4 > 0) return false;
  const bytes = new DataView(start.buffer, start.byteOffset, start.byteLength);
  return [true, false].some((isLittle) => {
    const codes = Array.from({ length: bytes.byteLength / 4 }, (_, at) => bytes.getUint32(at * 4, isLittle));
    if (codes.some((code) => code > 0x10ffff)) return false;
    const read = codes.map((code) => String.fromCodePoint(code)).join('');
    return !control.test(read) && (codes[0] === 0xfeff || isPlainly(read));
  });
}

function readText(start: Uint8Array, cut: boolean): string | undefined {
  const read = readLetters(start, cut);
  return read === undefined || control.test(read) ? undefined : read;
}

/** Text is UTF-8, UTF-16, or of one byte a letter as older spreadsheets write it. */
function readLetters(start: Uint8Array, cut: boolean): string | undefined {
  const encoding = encodingOf(start);
  const read = decode(start, encoding, cut) ?? (encoding === 'utf-8' ? readBytes(start) : undefined);
  if (read === undefined) return undefined;
  const told = encoding === 'utf-8' || read.length * 2 < start.length;
  return told || isPlainly(read) ? read : undefined;
}

/** Without a mark any bytes may pass for UTF-16: then most letters have to be of the first few hundred. */
function isPlainly(read: string): boolean {
  return Array.from(read).filter((letter) => letter < '\u0300').length * 2 > read.length;
}

function decode(start: Uint8Array, encoding: string, cut: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(start, { stream: cut });
  } catch {
    return undefined;
  }
}

/** Mostly letters of every day, or it is no text of one byte a letter. */
function readBytes(start: Uint8Array): string | undefined {
  const far = start.filter((byte) => byte >= 0x80).length;
  return far * 3 > start.length ? undefined : decodeWindows(start);
}

const before = /^(?:\s+|<\?xml[^>]*>|<!--.*?-->|<!doctype(?!\s+(?:html|svg))[^>]*>)+/is;
const page =
  /^<(?:!doctype\s+html|(?:[\w-]+:)?(?:html|head|body|script|iframe|object|embed|meta|frameset)\b)/i;
const drawing = /^<(?:!doctype\s+svg|(?:[\w-]+:)?svg\b)/i;
const script = /^(?:#!|<\?php|<%|@echo\b)/i;

function activeType(read: string): string | undefined {
  const body = read.replace(/^\ufeff/, '').replace(before, '');
  if (page.test(body)) return 'text/html';
  if (drawing.test(body)) return 'image/svg+xml';
  return script.test(body) ? 'text/x-script' : undefined;
}
