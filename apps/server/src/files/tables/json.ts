import { limits, Unreadable } from './limits.ts';

/** The value of a JSON text. A fault is named by line and column; a name that is given twice is one. */
export function readJson(text: string): unknown {
  checkNesting(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const position = /position (\d+)/.exec(error.message)?.[1];
    throw new Unreadable(
      'json-fault',
      placeOf(text, position === undefined ? text.length : Number(position)),
    );
  }
}

function placeOf(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: position - start + 1 };
}

const [quote, backslash, colon] = ['"', '\\', ':'].map((mark) => mark.charCodeAt(0));

/**
 * One walk over the text before it is read: how deep it goes, and names that stand twice in one object. Letter by
 * letter: a pattern would run out of stack in a long text, and out of time in one that never ends.
 */
function checkNesting(text: string): void {
  const open: Set<string>[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const end = endOfText(text, at);
      if (isName(text, end)) addName(open.at(-1), text.slice(at + 1, end), () => placeOf(text, at));
      at = end;
    } else if (text[at] === '{' || text[at] === '[') {
      if (open.length === limits.depth) throw new Unreadable('too-deep', { limit: limits.depth });
      open.push(new Set());
    } else if (text[at] === '}' || text[at] === ']') open.pop();
  }
}

/** Where the quotation mark stands that ends the text begun at `start`; behind the end where none does. */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === backslash) at += 1;
    else if (code === quote) return at;
  }
  return text.length;
}

function isName(text: string, end: number): boolean {
  let at = end + 1;
  while (text.charCodeAt(at) <= 32) at += 1;
  return text.charCodeAt(at) === colon;
}

function addName(names: Set<string> | undefined, name: string, place: () => { line: number }): void {
  if (names?.has(name)) throw new Unreadable('name-twice', { name: name.slice(0, 80), line: place().line });
  names?.add(name);
}
