import { expect, it } from 'vitest';
import { bytesOf, linesOf } from './lines.ts';

async function* inPieces(text: string, size: number) {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

it('given lines that come in pieces of any size, then each is read once and whole', async () => {
  const text =
    '{"file":{"name":"Prüfung.zip","mediaType":"application/zip"}}\n{"bytes":"AAEC"}\n\n{"done":{"name":"x","size":3,"sha256":"s"}}\n';
  for (const size of [1, 2, 7, 1000]) {
    const lines = [];
    for await (const line of linesOf(inPieces(text, size))) lines.push(line);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toEqual({ file: { name: 'Prüfung.zip', mediaType: 'application/zip' } });
  }
});

it('given a last line without an end, then it is read too', async () => {
  const lines = [];
  for await (const line of linesOf(inPieces('{"bytes":"AA=="}', 4))) lines.push(line);
  expect(lines).toEqual([{ bytes: 'AA==' }]);
});

it('given bytes as text, then they are the same bytes', () => {
  expect([...bytesOf('AAEC/w==')]).toEqual([0, 1, 2, 255]);
});
