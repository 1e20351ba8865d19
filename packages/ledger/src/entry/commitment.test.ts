import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sealed } from '../testing/sample.ts';
import { commitTo, type Fact, openEntry, readErasable, splitFact, withoutMembers } from './commitment.ts';
import { readEntryText } from './entry.ts';
import { emptyTail } from './seal-batch.ts';

const fact: Fact = {
  type: 'IncidentReported',
  version: 2,
  record: { kind: 'incident', id: 'i-1' },
  data: { severity: 2, narrative: 'Ms Doe opened the attachment', reporter: null },
  erasable: ['narrative', 'reporter', 'link'],
};
const entryOf = (given: Fact) => sealed(emptyTail, [given]).entries[0]!;

describe('a fact with personal members', () => {
  test('is sealed without them, and opened with them', () => {
    const entry = entryOf(fact);
    expect(entry.text).not.toContain('Doe');
    expect(readEntryText(entry.text).data).toEqual({ severity: 2 });
    expect(Object.keys(readEntryText(entry.text).commitments)).toEqual(['narrative', 'reporter']);
    expect(openEntry(entry)).toMatchObject({ type: fact.type, version: 2, data: fact.data, redacted: [] });
  });

  test('given any values, opens as it was recorded, and each value matches its commitment', () => {
    const values = fc.dictionary(
      fc.string({ unit: 'binary' }),
      fc.jsonValue({ stringUnit: 'binary', maxDepth: 3 }),
    );
    fc.assert(
      fc.property(values, fc.array(fc.string()), (given, more) => {
        const data = JSON.parse(JSON.stringify(given));
        const names = [...Object.keys(data).filter((_, index) => index % 2 === 0), ...more];
        const entry = entryOf({ ...fact, data, erasable: names });
        expect(openEntry(entry).data).toEqual(data);
        const { commitments } = readEntryText(entry.text);
        for (const [name, { salt, value }] of Object.entries(entry.erasable ?? {}))
          expect(commitTo(value, Buffer.from(salt, 'hex'))).toBe(commitments[name]);
      }),
    );
  });

  test('has another salt for each value, so that equal values can not be told', () => {
    const twice = { ...fact, data: { narrative: 'same', reporter: 'same' } };
    const { commitments, erasable } = splitFact(twice);
    expect(commitments.narrative).not.toBe(commitments.reporter);
    expect(erasable?.narrative?.salt).toMatch(/^[0-9a-f]{64}$/);
    expect(splitFact(twice).commitments.narrative).not.toBe(commitments.narrative);
  });

  test('says which values are gone', () => {
    const entry = entryOf(fact);
    const redacted = { ...entry, erasable: withoutMembers(entry.erasable, ['narrative']) };
    expect(openEntry(redacted)).toMatchObject({
      data: { severity: 2, reporter: null },
      redacted: ['narrative'],
    });
    expect(openEntry({ ...entry, erasable: null }).redacted).toEqual(['narrative', 'reporter']);
  });

  test('can not be overlaid by a value that was never sealed', () => {
    const entry = entryOf(fact);
    const slipped = {
      ...entry,
      erasable: { ...entry.erasable, severity: { salt: '', value: 0 }, extra: { salt: '', value: 1 } },
    };
    expect(openEntry(slipped).data).toEqual(fact.data);
  });
});

describe('a fact without any', () => {
  test('has nothing beside it', () => {
    const { erasable: _, ...plain } = fact;
    expect(splitFact(plain)).toMatchObject({ commitments: {}, erasable: null });
    expect(openEntry(entryOf(plain))).toMatchObject({ data: fact.data, redacted: [] });
  });
});

describe('the erasable column', () => {
  test('reads as nothing when it is damaged', () => {
    for (const damaged of [null, '', '{', 'null', '3', '[]', '{"a":null}', '{"a":{"salt":1,"value":2}}'])
      expect(readErasable(damaged)).toBeNull();
    const kept = { a: { salt: '00', value: null } };
    expect(readErasable(JSON.stringify({ ...kept, b: {} }))).toEqual(kept);
  });
});
