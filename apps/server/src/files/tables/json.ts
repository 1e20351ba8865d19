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

const token = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/gs;

/** One walk over the text before it is read: how deep it goes, and names that stand twice in one object. */
function checkNesting(text: string): void {
  const open: Set<string>[] = [];
  for (const match of text.matchAll(token)) {
    const [found, colon] = match;
    if (found === '{' || found === '[') {
      if (open.length === limits.depth) throw new Unreadable('too-deep', { limit: limits.depth });
      open.push(new Set());
    } else if (found === '}' || found === ']') open.pop();
    else if (colon !== undefined)
      addName(open.at(-1), found.slice(0, -colon.length), () => placeOf(text, match.index));
  }
}

function addName(names: Set<string> | undefined, name: string, place: () => { line: number }): void {
  if (names?.has(name))
    throw new Unreadable('name-twice', { name: name.slice(1, -1).slice(0, 80), line: place().line });
  names?.add(name);
}
