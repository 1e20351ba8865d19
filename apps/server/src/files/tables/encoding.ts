import type { ReadingNotice } from '@concord/catalog';
import { Unreadable } from './limits.ts';

/** Bytes as text: UTF-8 or UTF-16, with a mark or without. Undefined when they are neither. */
export function decodeUnicode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What Windows-1252 has where Latin 1 has control characters, 0x80 to 0x9f; Node reads the two alike. */
const windows = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

/** As `decodeUnicode`; else Windows-1252, which spreadsheets on Windows write unasked: a guess, that is to be told. */
export function decodeTable(bytes: Uint8Array): { text: string; noticed: readonly ReadingNotice[] } {
  const unicode = decodeUnicode(bytes);
  const text = unicode ?? decodeWindows(bytes);
  if (text.includes('\0')) throw new Unreadable('not-text');
  if (unicode !== undefined) return { text, noticed: [] };
  const [example = ''] = farWord.exec(text) ?? [];
  return { text, noticed: [{ code: 'document.windows-1252', params: { example } }] };
}

/** A word, or what stands for one, with a letter that would be another in another encoding. */
const farWord = /[^\s,;|"]{0,30}[\u0080-\uffff][^\s,;|"]{0,30}/;

/** Windows-1252, with a null where it has no letter. */
export function decodeWindows(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin.replace(/[\x80-\x9f]/g, (letter) => windows[letter.charCodeAt(0) - 0x80] ?? '');
}

/** By the mark before the text; else by where the zeros stand. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Plain letters in UTF-16 have a zero beside each, always on the same side.
  if (first !== 0 && second === 0) return 'utf-16le';
  if (first === 0 && second !== 0) return 'utf-16be';
  return 'utf-8';
}
