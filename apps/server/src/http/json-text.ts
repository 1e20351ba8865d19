/** Counts brackets outside strings, before a parser goes that deep. */
export function isDeeperThan(text: string, deepest: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"') at = endOfString(text, at);
    else if (letter === '{' || letter === '[') depth += 1;
    else if (letter === '}' || letter === ']') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

/** An object or a list that is being read: the names its members have so far, or how many elements came before. */
interface Open {
  readonly names: Set<string> | undefined;
  /** Name or number of the member that is being read, as it stands in a place. */
  at: string;
  count: number;
  /** Whether a text that comes next names a member. */
  isNaming: boolean;
}

/**
 * The place of the first member that an object of a JSON text has twice, as the places in a refusal are written:
 * `actions[3].due`. A parser keeps the last and says nothing; whoever wrote two meant one of them.
 */
export function memberTwice(json: string): string | undefined {
  const open: Open[] = [];
  for (let at = 0; at < json.length; at += 1) {
    const inner = open.at(-1);
    if (json[at] === '"') {
      const end = endOfString(json, at);
      if (inner?.isNaming && isNamedBefore(inner, JSON.parse(json.slice(at, end + 1)))) return placeOf(open);
      at = end;
    } else goOn(open, json[at]);
  }
  return undefined;
}

function goOn(open: Open[], letter: string | undefined): void {
  const inner = open.at(-1);
  if (letter === '{' || letter === '[') open.push(opened(letter));
  else if (letter === '}' || letter === ']') open.pop();
  else if (letter === ',' && inner) toNext(inner);
}

function opened(letter: '{' | '['): Open {
  const isObject = letter === '{';
  return { names: isObject ? new Set() : undefined, at: isObject ? '' : '[0]', count: 0, isNaming: isObject };
}

function isNamedBefore(inner: Open, name: string): boolean {
  const isBefore = inner.names?.has(name) === true;
  inner.names?.add(name);
  inner.at = `.${name}`;
  inner.isNaming = false;
  return isBefore;
}

function toNext(inner: Open): void {
  inner.count += 1;
  inner.isNaming = inner.names !== undefined;
  if (!inner.isNaming) inner.at = `[${inner.count}]`;
}

function placeOf(open: readonly Open[]): string {
  return open
    .map(({ at }) => at)
    .join('')
    .replace(/^\./, '');
}

/** Place of the quote that ends a string, or the end of the text. A pattern would run out of stack on a long one. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
