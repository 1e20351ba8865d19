type Parts = (string | Buffer)[];

/**
 * JSON of an answer in UTF-8. An answer, a list in it or in a member of it, and what stands in such a list are never
 * changed afterwards: what is the same object as before is not written out again.
 */
export function writeJson(answer: object): Uint8Array<ArrayBuffer> {
  const known = written.get(answer);
  if (known) return known;
  const parts: Parts = [];
  writeValue(answer, parts, 2);
  const bytes = joined(parts);
  written.set(answer, bytes);
  return bytes;
}

type Bytes = Buffer<ArrayBuffer>;

const written = new WeakMap<object, Bytes>();

/** Text that stands side by side is put into bytes at once. */
function joined(parts: Parts): Bytes {
  const pieces: Buffer[] = [];
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else {
      if (text !== '') pieces.push(Buffer.from(text));
      text = '';
      pieces.push(part);
    }
  }
  if (text !== '') pieces.push(Buffer.from(text));
  return Buffer.concat(pieces);
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

const askedBefore = new WeakSet<object>();

/** A list that is asked for again, in an answer that is another one, is kept as one piece. */
function writeList(list: readonly unknown[], parts: Parts): void {
  const known = written.get(list);
  if (known) {
    parts.push(known);
    return;
  }
  const rows: Parts = list.map((row, at) => (at === 0 ? writeRow(row).subarray(1) : writeRow(row)));
  if (askedBefore.has(list)) {
    const bytes = joined(['[', ...rows, ']']);
    written.set(list, bytes);
    parts.push(bytes);
  } else {
    askedBefore.add(list);
    parts.push('[', ...rows, ']');
  }
}

const rowsWritten = new WeakMap<object, Buffer>();

/** With the comma before it, which the first row of a list leaves out. */
function writeRow(row: unknown): Buffer {
  if (typeof row !== 'object' || row === null) return Buffer.from(`,${JSON.stringify(row) ?? 'null'}`);
  const known = rowsWritten.get(row);
  if (known !== undefined) return known;
  const text = Buffer.from(`,${JSON.stringify(row)}`);
  rowsWritten.set(row, text);
  return text;
}
