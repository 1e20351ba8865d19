import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText, Unsealable } from './canonical-text.ts';
import {
  type EntryContent,
  entryText,
  genesisSeal,
  longestEntry,
  MalformedEntry,
  readEntryText,
  sealEntry,
} from './entry.ts';

const content = (data: Record<string, unknown>): EntryContent => ({
  organisation: 'acme',
  seq: 1,
  type: 'ControlAssessed',
  version: 1,
  at: '2026-11-21T09:30:00.000Z',
  actor: 'p-1',
  via: 'http',
  batch: 'b-1',
  operation: 'assess-control',
  record: { kind: 'control', id: 'c-1' },
  data,
  commitments: {},
});

describe('the text of an entry', () => {
  test('given any JSON, reads back as what was sealed', () => {
    const data = fc.dictionary(
      fc.string({ unit: 'binary' }),
      fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 }),
    );
    fc.assert(
      fc.property(data, (value) => {
        const text = entryText(content(value));
        const back = readEntryText(text);
        expect(back.data).toEqual(JSON.parse(JSON.stringify(value)));
        expect(entryText(back)).toBe(text);
      }),
    );
  });

  test('is the same whatever order the members were given in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'binary' })), (names) => {
        const given = Object.fromEntries(names.map((name) => [name, 1]));
        const turned = Object.fromEntries(names.toReversed().map((name) => [name, 1]));
        expect(canonicalText(given)).toBe(canonicalText(turned));
      }),
    );
  });

  test.each([
    ['a lone surrogate', { note: ['a', '\ud83d'] }, 'data.note[1] is not well-formed'],
    ['a lone surrogate in a name', { '\ude00': 1 }, 'not well-formed'],
    [
      'a number that is not finite',
      { score: { high: Number.POSITIVE_INFINITY } },
      'data.score.high is Infinity',
    ],
    ['not a number', { score: Number.NaN }, 'data.score is NaN'],
    ['a date', { on: new Date(0) }, 'data.on is not plain JSON'],
    ['a map', { by: new Map() }, 'data.by is not plain JSON'],
    ['a bigint', { count: 1n }, 'data.count is not plain JSON'],
    ['undefined in a list', { list: [undefined] }, 'data.list[0] is not plain JSON'],
    ['more than a mebibyte', { text: 'x'.repeat(longestEntry) }, `at most ${longestEntry} bytes`],
  ])('refuses %s, and says where', (_, data, message) => {
    expect(() => entryText(content(data))).toThrow(Unsealable);
    expect(() => entryText(content(data))).toThrow(message);
  });

  test('counts bytes, not characters, up to exactly one mebibyte', () => {
    const empty = Buffer.byteLength(entryText(content({ text: '' })));
    const most = longestEntry - empty;
    const fits = 'é'.repeat(Math.floor(most / 2)) + 'x'.repeat(most % 2);
    expect(Buffer.byteLength(entryText(content({ text: fits })))).toBe(longestEntry);
    expect(() => entryText(content({ text: `${fits}x` }))).toThrow(Unsealable);
  });

  test('refuses to nest without end', () => {
    const ring: Record<string, unknown> = {};
    ring.ring = ring;
    expect(() => entryText(content(ring))).toThrow('nested deeper');
  });

  test('leaves out members that are undefined, and keeps a member named __proto__ as data', () => {
    expect(canonicalText({ a: undefined, b: 1 })).toBe('{"b":1}');
    const odd = JSON.parse('{"__proto__":{"admin":true}}');
    expect(readEntryText(entryText(content(odd))).data).toEqual(odd);
  });
});

describe('reading a text', () => {
  const text = entryText(content({}));
  test.each([
    ['no JSON', text.slice(1)],
    ['not an object', '[]'],
    ['a member is missing', text.replace('"version":1,', '')],
    ['a member too many', text.replace('{"actor"', '{"a":1,"actor"')],
    ['a position that is none', text.replace('"seq":1', '"seq":0')],
    ['a time without milliseconds', text.replace('.000Z', 'Z')],
    ['a way that is none', text.replace('"http"', '"ftp"')],
    ['a record without id', text.replace('"id":"c-1",', '')],
    ['a commitment that is none', text.replace('"commitments":{}', '"commitments":{"note":"AB"}')],
  ])('refuses %s', (_, wrong) => {
    expect(wrong).not.toBe(text);
    expect(() => readEntryText(wrong)).toThrow(MalformedEntry);
  });
});

describe('a seal', () => {
  test('depends on the seal before and on every byte of the text', () => {
    const seal = sealEntry(genesisSeal, 'text');
    expect(seal).toMatch(/^[0-9a-f]{64}$/);
    expect(sealEntry(seal, 'text')).not.toBe(seal);
    expect(sealEntry(genesisSeal, 'texu')).not.toBe(seal);
    expect(sealEntry(genesisSeal, 'text')).toBe(seal);
  });

  test('of a long text does not disturb that of a short one', () => {
    const short = sealEntry(genesisSeal, 'x');
    sealEntry(genesisSeal, '😀'.repeat(100_000));
    expect(sealEntry(genesisSeal, 'x')).toBe(short);
  });

  test('is not made over something that is no seal', () => {
    for (const wrong of ['', 'ab', 'g'.repeat(64), `${'a'.repeat(63)}ä`, 'a'.repeat(66)])
      expect(() => sealEntry(wrong, 'text')).toThrow('64 hex digits');
  });
});
