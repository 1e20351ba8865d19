type Parts = (string | Buffer)[];

/**
 * JSON of an answer in UTF-8. What stands in a list of an answer, or of a member of it, is never changed afterwards: a
 * row that is the same object as before is not written out again.
 */
export function writeJson(answer: object): Uint8Array<ArrayBuffer> {
  const parts: Parts = [];
  writeValue(answer, parts, 2);
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}

/** `levels`: in how many levels of members lists are looked for. */
function writeValue(value: unknown, parts: Parts, levels: number): void {
  if (levels > 0 && isPlain(value)) writeMembers(value, parts, levels);
  else if (Array.isArray(value) && typeof value[0] === 'object') writeList(value, parts);
  else parts.push(JSON.stringify(value));
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function writeMembers(value: object, parts: Parts, levels: number): void {
  let before = '{';
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    parts.push(`${before}${JSON.stringify(name)}:`);
    writeValue(member, parts, levels - 1);
    before = ',';
  }
  parts.push(before === '{' ? '{}' : '}');
}

function writeList(list: readonly unknown[], parts: Parts): void {
  for (const [at, row] of list.entries()) parts.push(at === 0 ? '[' : between, writeRow(row));
  parts.push(']');
}

const between = Buffer.from(',');
const written = new WeakMap<object, Buffer>();

function writeRow(row: unknown): Buffer {
  if (typeof row !== 'object' || row === null) return Buffer.from(JSON.stringify(row) ?? 'null');
  const known = written.get(row);
  if (known !== undefined) return known;
  const text = Buffer.from(JSON.stringify(row));
  written.set(row, text);
  return text;
}
