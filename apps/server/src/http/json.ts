const written = new WeakMap<object, string>();

/** JSON of an answer. Rows that are the same object as before are not written out again. */
export function writeJson(answer: object): string {
  const lists = Object.entries(answer).filter(
    ([name, value]) => (name === 'rows' || name === 'groups') && Array.isArray(value),
  );
  if (lists.length === 0) return JSON.stringify(answer);
  const rest = Object.fromEntries(
    Object.entries(answer).filter(([name]) => !lists.some(([listed]) => listed === name)),
  );
  const head = JSON.stringify(rest).slice(1, -1);
  const bodies = lists.map(([name, list]) => `"${name}":[${(list as unknown[]).map(writeRow).join(',')}]`);
  return `{${[head, ...bodies].filter((part) => part !== '').join(',')}}`;
}

function writeRow(row: unknown): string {
  if (typeof row !== 'object' || row === null) return JSON.stringify(row);
  const known = written.get(row);
  if (known !== undefined) return known;
  const text = JSON.stringify(row);
  written.set(row, text);
  return text;
}
