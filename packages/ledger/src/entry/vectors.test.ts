import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { canonicalText } from './canonical-text.ts';
import { commitTo } from './commitment.ts';
import { type EntryContent, entryText, genesisSeal, readEntryText, sealEntry } from './entry.ts';

interface Vectors {
  readonly entries: readonly {
    readonly name: string;
    readonly content: EntryContent;
    readonly previousSeal: string;
    readonly text: string;
    readonly seal: string;
  }[];
  readonly commitments: readonly {
    readonly name: string;
    readonly salt: string;
    readonly value: unknown;
    readonly canonical: string;
    readonly commitment: string;
  }[];
}

const place = new URL('../../vectors/entry-1.json', import.meta.url);
const vectors: Vectors = JSON.parse(readFileSync(place, 'utf8'));

describe('the published vectors of entry format 1', () => {
  test.each(vectors.entries)('entry: $name', ({ content, previousSeal, text, seal }) => {
    expect(entryText(content)).toBe(text);
    expect(readEntryText(text)).toEqual(content);
    expect(sealEntry(previousSeal, text)).toBe(seal);
  });

  test.each(vectors.commitments)('commitment: $name', ({ value, salt, canonical, commitment }) => {
    expect(canonicalText(value)).toBe(canonical);
    expect(commitTo(value, Buffer.from(salt, 'hex'))).toBe(commitment);
  });

  test('the first seven are one chain from the genesis seal', () => {
    const chain = vectors.entries.slice(0, 7);
    expect(chain.map(({ previousSeal }) => previousSeal)).toEqual([
      genesisSeal,
      ...chain.slice(0, 6).map(({ seal }) => seal),
    ]);
  });
});

describe('the vectors, computed again from the words of the format alone', () => {
  test.each(vectors.entries)('seal: $name', ({ previousSeal, text, seal }) => {
    const bytes = createHash('sha256')
      .update('concord entry 1\n', 'ascii')
      .update(Buffer.from(previousSeal, 'hex'));
    expect(bytes.update(Buffer.from(text, 'utf8')).digest('hex')).toBe(seal);
  });

  test.each(vectors.commitments)('commitment: $name', ({ salt, canonical, commitment }) => {
    const bytes = createHmac('sha256', Buffer.from(salt, 'hex')).update('concord commitment 1\n', 'ascii');
    expect(bytes.update(Buffer.from(canonical, 'utf8')).digest('hex')).toBe(commitment);
  });

  test('the texts are the ones that were written by hand', () => {
    const written = [
      '{"actor":"p-7f3a","at":"2026-11-21T09:30:00.000Z","batch":"b-1","commitments":{},"data":{},',
      '"operation":"assess-control","organisation":"acme","record":{"id":"c-1","kind":"control"},',
      '"seq":1,"type":"ControlAdopted","version":1,"via":"http"}',
    ].join('');
    expect(vectors.entries[0]?.text).toBe(written);
    const bytes = Buffer.concat([Buffer.from('concord entry 1\n'), Buffer.alloc(32), Buffer.from(written)]);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      'e1d556a551300e9f2678bf2289c5de674ede70ad2899e708bae577fb5e40cc10',
    );
    expect(vectors.entries[3]?.text).toContain(
      '{"text":"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f\u007f\\"\\\\/\u2028\u2029<>&"}',
    );
    expect(vectors.entries[4]?.text).toContain(
      '{"big":1e+21,"double":0.1,"integer":9007199254740991,"least":5e-324,"most":1.7976931348623157e+308,"negative":-1.5,"short":100000000000000000000,"small":1e-7,"zero":0}',
    );
  });
});
