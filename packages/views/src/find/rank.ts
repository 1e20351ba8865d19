import { type Entry, plainly } from './entry.ts';

/** What is looked for: the text as a whole, and its words. */
export interface Wanted {
  readonly text: string;
  readonly words: readonly string[];
}

export function wantedIn(text: string): Wanted {
  const plain = plainly(text);
  return { text: plain, words: plain.split(/\s+/).filter((word) => word !== '') };
}

/** How many ranks there are. */
export const ranks = 7;

/**
 * How well it fits, 0 best; undefined where it does not. Our own order: the code itself (`5.15` and `a5.15` are that of
 * `A.5.15`), its beginning, the title, its beginning, words that begin words, words anywhere in code and title, words anywhere.
 */
export function rankOf({ code, title, all }: Entry, { text, words }: Wanted): number | undefined {
  if (text === '') return undefined;
  const fit = fitOfCode(code, text);
  if (fit !== undefined) return fit;
  if (!words.every((word) => all.includes(word))) return undefined;
  if (title === text) return 2;
  if (title.startsWith(text)) return 3;
  const named = `${code} ${title}`;
  if (words.every((word) => beginsWord(named, word))) return 4;
  return words.every((word) => named.includes(word)) ? 5 : 6;
}

/** 0 for the whole code, 1 for its beginning. Its marks may be left out, where figures say that a code is meant. */
function fitOfCode(code: string, text: string): 0 | 1 | undefined {
  if (code === '') return undefined;
  if (code === text || code.endsWith(`.${text}`)) return 0;
  if (code.startsWith(text)) return 1;
  return /\d/.test(text) ? withoutMarks(code, text) : undefined;
}

const isMark = (letter: string | undefined) => letter !== undefined && !/[\p{L}\p{N}]/u.test(letter);

/** Letter by letter: a mark of the code may be missing or be another, a mark of the text stands where one of the code does. */
function withoutMarks(code: string, text: string): 0 | 1 | undefined {
  let at = 0;
  for (let place = 0; place < text.length; place++) {
    if (isMark(text[place])) {
      if (!isMark(code[at])) return undefined;
    } else while (isMark(code[at])) at++;
    if (!isMark(text[place]) && code[at] !== text[place]) return undefined;
    at++;
  }
  return [...code.slice(at)].every(isMark) ? 0 : 1;
}

function beginsWord(text: string, part: string): boolean {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true;
  }
  return false;
}
