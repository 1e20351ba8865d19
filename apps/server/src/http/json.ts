const written = new WeakMap<object, Buffer>();

/** JSON of an answer in UTF-8. Rows that are the same object as before are not written out again. */
export function writeJson(answer: object): Uint8Array<ArrayBuffer> {
  const isList = ([name, value]: [string, unknown]) =>
    (name === 'rows' || name === 'groups') && Array.isArray(value);
  const members = Object.entries(answer);
  const lists = members.filter(isList);
  if (lists.length === 0) return Buffer.from(JSON.stringify(answer));
  const rest = JSON.stringify(Object.fromEntries(members.filter((member) => !isList(member)))).slice(0, -1);
  const parts: Buffer[] = [Buffer.from(rest)];
  for (const [name, list] of lists) {
    const comma = parts.length > 1 || rest !== '{' ? ',' : '';
    parts.push(Buffer.from(`${comma}"${name}":[`));
    for (const [at, row] of (list as unknown[]).entries())
      parts.push(at === 0 ? nothing : between, writeRow(row));
    parts.push(Buffer.from(']'));
  }
  parts.push(Buffer.from('}'));
  return Buffer.concat(parts);
}

const nothing = Buffer.alloc(0);
const between = Buffer.from(',');

function writeRow(row: unknown): Buffer {
  if (typeof row !== 'object' || row === null) return Buffer.from(JSON.stringify(row));
  const known = written.get(row);
  if (known !== undefined) return known;
  const text = Buffer.from(JSON.stringify(row));
  written.set(row, text);
  return text;
}
