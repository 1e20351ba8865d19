/** Texts as bytes in UTF-8, gathered until they are at least so many letters: never more of them is held than that. */
export function* inBytes(texts: Iterable<string>, letters = 1 << 16): Generator<Uint8Array, void> {
  const encoder = new TextEncoder();
  let gathered = '';
  for (const text of texts) {
    gathered += text;
    if (gathered.length < letters) continue;
    yield encoder.encode(gathered);
    gathered = '';
  }
  if (gathered !== '') yield encoder.encode(gathered);
}
