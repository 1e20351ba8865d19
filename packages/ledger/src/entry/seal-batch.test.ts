import { describe, expect, test } from 'vitest';
import { circumstancesOf, noteFact, plainFact } from '../testing/sample.ts';
import { readEntryText, sealEntry } from './entry.ts';
import { appendOf, emptyTail, sealBatch } from './seal-batch.ts';

describe('a command', () => {
  test('becomes one batch of entries that are sealed one over the other', () => {
    const circumstances = circumstancesOf({ batch: 'b', via: 'cli', key: 'k', bodyHash: 'f'.repeat(64) });
    const { entries, batch, tail } = sealBatch(emptyTail, circumstances, [
      noteFact('a', 'n'),
      plainFact('b'),
    ]);
    const [one, two] = entries;
    expect(one?.seal).toBe(sealEntry(emptyTail.seal, one!.text));
    expect(two?.seal).toBe(sealEntry(one!.seal, two!.text));
    expect(tail).toEqual({ position: 2, seal: two?.seal });
    const { organisation, key, bodyHash, batch: id, ...given } = circumstances;
    expect(batch).toEqual({ ...given, id, first: 1, last: 2, key, bodyHash });
    for (const [index, { seq, text }] of entries.entries())
      expect(readEntryText(text)).toMatchObject({ ...given, organisation, batch: id, seq: index + 1 && seq });
  });

  test('without a key has none in its row', () => {
    const { batch } = sealBatch(emptyTail, circumstancesOf(), [plainFact('a')]);
    expect(batch).toMatchObject({ key: null, bodyHash: null });
  });

  test('is sealed over the tail of the one before, and both are appended together', () => {
    const one = sealBatch(emptyTail, circumstancesOf(), [plainFact('a'), plainFact('b')]);
    const two = sealBatch(one.tail, circumstancesOf(), [plainFact('c')]);
    expect(two.batch).toMatchObject({ first: 3, last: 3 });
    expect(two.entries[0]?.seal).toBe(sealEntry(one.tail.seal, two.entries[0]!.text));
    const { entries, batches } = appendOf([one, two]);
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(batches).toEqual([one.batch, two.batch]);
  });

  test('without a fact is refused', () => {
    expect(() => sealBatch(emptyTail, circumstancesOf(), [])).toThrow('at least one fact');
  });
});
