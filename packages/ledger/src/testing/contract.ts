import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEntry, redactionOf } from '../entry/commitment.ts';
import { appendOf, emptyTail } from '../entry/seal-batch.ts';
import type { LedgerStore, StoredSnapshot, Tail } from '../store.ts';
import { noteFact, plainFact, sealed } from './sample.ts';

/** How a suite gets at the store it holds to the contract. */
export interface StoreUnderTest {
  open(): LedgerStore;
  /** False when everything is gone after `close`, by design. */
  readonly keeps: boolean;
}

const odd = [
  'Ünïcödé żółć',
  '😀 👩‍👩‍👧 𝔘',
  'nul \0 and \u0001',
  'quote " \\ / \u2028',
  '\u{10ffff}',
  'x'.repeat(700_000),
];

/** What every adapter of `LedgerStore` has to do alike. `open` is called again after a close to see what was kept. */
export function storeContract(name: string, subject: StoreUnderTest): void {
  describe(`the ledger store contract: ${name}`, { timeout: 30_000 }, () => {
    let store: LedgerStore;
    let organisations = 0;
    const newOrganisation = (): string => {
      organisations += 1;
      return `org-${organisations}`;
    };
    beforeAll(() => {
      store = subject.open();
    });
    afterAll(() => store.close());

    const append = async (organisation: string, count: number, after: Tail = emptyTail): Promise<Tail> => {
      const facts = Array.from({ length: count }, (_, index) => noteFact(`c-${index}`, `note ${index}`));
      const batch = sealed(after, facts, { organisation });
      expect(await store.append(organisation, after, appendOf([batch]))).toBe('appended');
      return batch.tail;
    };

    test('an organisation without entries is at position 0 with the genesis seal', async () => {
      const organisation = newOrganisation();
      expect(await store.tail(organisation)).toEqual(emptyTail);
      expect(await store.read(organisation, 0, 10)).toEqual([]);
      expect(await store.batches(organisation, 0, 10)).toEqual([]);
      expect(await store.snapshot(organisation, 10)).toBeUndefined();
      expect(await store.organisations()).not.toContain(organisation);
    });

    test('what is appended is read back as it was, after a position and up to a limit', async () => {
      const organisation = newOrganisation();
      const batch = sealed(emptyTail, [noteFact('a', 'one'), plainFact('b'), plainFact('c')], {
        organisation,
      });
      expect(await store.append(organisation, emptyTail, appendOf([batch]))).toBe('appended');
      expect(await store.tail(organisation)).toEqual(batch.tail);
      expect(await store.read(organisation, 0, 10)).toEqual(batch.entries);
      expect(await store.read(organisation, -5, 10)).toEqual(batch.entries);
      expect(await store.read(organisation, 1, 1)).toEqual([batch.entries[1]]);
    });

    test('several commands are appended in one transaction', async () => {
      const organisation = newOrganisation();
      const one = sealed(emptyTail, [plainFact('a')], { organisation });
      const two = sealed(one.tail, [plainFact('b'), plainFact('c')], { organisation });
      const three = sealed(two.tail, [plainFact('d')], { organisation });
      expect(await store.append(organisation, emptyTail, appendOf([one, two, three]))).toBe('appended');
      expect(await store.tail(organisation)).toEqual(three.tail);
      expect(await store.batches(organisation, 0, 10)).toEqual([one.batch, two.batch, three.batch]);
      expect(await store.batches(organisation, 1, 1)).toEqual([two.batch]);
      expect(await store.batches(organisation, 2, 10)).toEqual([three.batch]);
    });

    test('an append after another tail is beaten and leaves nothing behind', async () => {
      const organisation = newOrganisation();
      const tail = await append(organisation, 2);
      const late = sealed(emptyTail, [plainFact('late')], { organisation });
      expect(await store.append(organisation, emptyTail, appendOf([late]))).toBe('beaten');
      const otherSeal = { position: 2, seal: 'f'.repeat(64) };
      const forked = sealed(otherSeal, [plainFact('forked')], { organisation });
      expect(await store.append(organisation, otherSeal, appendOf([forked]))).toBe('beaten');
      expect(await store.tail(organisation)).toEqual(tail);
      expect(await store.batches(organisation, 0, 10)).toHaveLength(1);
    });

    test('of appends at the same moment exactly one wins', async () => {
      const organisation = newOrganisation();
      const tail = await append(organisation, 1);
      const rivals = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) =>
        sealed(tail, [plainFact(id)], { organisation }),
      );
      const attempts = rivals.map((rival) => store.append(organisation, tail, appendOf([rival])));
      const outcomes = await Promise.all(attempts);
      expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(1);
      const winner = rivals[outcomes.indexOf('appended')];
      expect(await store.read(organisation, 1, 10)).toEqual(winner?.entries);
      expect(await store.batches(organisation, 1, 10)).toEqual([winner?.batch]);
    });

    test('a taken idempotency key or command id is beaten, within one append and between two', async () => {
      const organisation = newOrganisation();
      const keyed = { organisation, key: 'k-1', bodyHash: 'a'.repeat(64) };
      const first = sealed(emptyTail, [plainFact('a')], keyed);
      expect(await store.append(organisation, emptyTail, appendOf([first]))).toBe('appended');
      const again = sealed(first.tail, [plainFact('b')], keyed);
      expect(await store.append(organisation, first.tail, appendOf([again]))).toBe('beaten');
      const sameId = sealed(first.tail, [plainFact('b')], { organisation, batch: first.batch.id });
      expect(await store.append(organisation, first.tail, appendOf([sameId]))).toBe('beaten');
      const one = sealed(first.tail, [plainFact('b')], { organisation, key: 'k-2' });
      const twin = sealed(one.tail, [plainFact('c')], { organisation, key: 'k-2' });
      expect(await store.append(organisation, first.tail, appendOf([one, twin]))).toBe('beaten');
      expect(await store.tail(organisation)).toEqual(first.tail);
      expect(await store.batchByKey(organisation, 'k-1')).toEqual(first.batch);
      expect(await store.batchByKey(organisation, 'k-2')).toBeUndefined();
    });

    test('the same key is free in another organisation', async () => {
      const [here, there] = [newOrganisation(), newOrganisation()];
      for (const organisation of [here, there]) {
        const batch = sealed(emptyTail, [plainFact('a')], { organisation, key: 'k' });
        expect(await store.append(organisation, emptyTail, appendOf([batch]))).toBe('appended');
        expect(await store.batchByKey(organisation, 'k')).toEqual(batch.batch);
      }
    });

    test('the history of a record is its entries in order, and no other', async () => {
      const organisation = newOrganisation();
      const facts = [plainFact('a'), plainFact('ab'), noteFact('a', 'x'), plainFact('b'), plainFact('a')];
      const batch = sealed(emptyTail, facts, { organisation });
      await store.append(organisation, emptyTail, appendOf([batch]));
      const [one, , three, , five] = batch.entries;
      expect(await store.history(organisation, 'control/a')).toEqual([one, three, five]);
      expect(await store.history(organisation, 'risk/a')).toEqual([]);
    });

    test('values are erased in the transaction that records the redaction; the sealed text stays', async () => {
      const organisation = newOrganisation();
      const two = { ...noteFact('a', 'Ms Doe'), erasable: ['note', 'weight'] };
      const first = sealed(emptyTail, [two, noteFact('b', 'kept')], { organisation });
      await store.append(organisation, emptyTail, appendOf([first]));
      const redaction = sealed(first.tail, [redactionOf(1, ['note'], 'request 7')], { organisation });
      const erase = [{ seq: 1, members: ['note'] }];
      expect(await store.append(organisation, first.tail, appendOf([redaction], erase))).toBe('appended');
      const [entry, other] = await store.read(organisation, 0, 2);
      expect(entry?.text).toBe(first.entries[0]?.text);
      expect(openEntry(entry!)).toMatchObject({ data: { weight: 3 }, redacted: ['note'] });
      expect(other).toEqual(first.entries[1]);
      const last = sealed(redaction.tail, [redactionOf(1, ['weight'], 'request 8')], { organisation });
      await store.append(organisation, redaction.tail, appendOf([last], [{ seq: 1, members: ['weight'] }]));
      expect((await store.read(organisation, 0, 1))[0]?.erasable).toBeNull();
    });

    test('an erasure that is beaten, or names no entry, changes nothing', async () => {
      const organisation = newOrganisation();
      const first = sealed(emptyTail, [noteFact('a', 'kept')], { organisation });
      await store.append(organisation, emptyTail, appendOf([first]));
      const redaction = sealed(first.tail, [redactionOf(1, ['note'], 'r')], { organisation });
      const erase = [{ seq: 1, members: ['note'] }];
      const stale = sealed(emptyTail, [redactionOf(1, ['note'], 'r')], { organisation });
      expect(await store.append(organisation, emptyTail, appendOf([stale], erase))).toBe('beaten');
      const beyond = [...erase, { seq: 99, members: ['note'] }];
      await expect(store.append(organisation, first.tail, appendOf([redaction], beyond))).rejects.toThrow(
        'entry 99',
      );
      expect(await store.read(organisation, 0, 10)).toEqual(first.entries);
      expect(await store.batches(organisation, 0, 10)).toEqual([first.batch]);
      expect(await store.append(organisation, first.tail, appendOf([redaction], erase))).toBe('appended');
    });

    test('an append that does not follow, is not covered by its batches or is of another is refused', async () => {
      const organisation = newOrganisation();
      const batch = sealed(emptyTail, [plainFact('a'), plainFact('b')], { organisation });
      const { entries, batches } = appendOf([batch]);
      const refused = [
        { entries: entries.slice(1), batches, erase: [] },
        { entries: entries.slice(0, 1), batches, erase: [] },
        { entries, batches: [], erase: [] },
        { entries: [], batches: [], erase: [] },
        { entries, batches: [{ ...batch.batch, key: 'nul \0' }], erase: [] },
        appendOf([sealed(emptyTail, [plainFact('a')], { organisation: 'another' })]),
      ];
      for (const wrong of refused)
        await expect(store.append(organisation, emptyTail, wrong)).rejects.toThrow();
      expect(await store.tail(organisation)).toEqual(emptyTail);
    });

    test('texts survive byte for byte, sealed and erasable alike', async () => {
      const organisation = newOrganisation();
      const facts = odd.flatMap((text) => [plainFact('t', { text }), noteFact('n', text)]);
      const batch = sealed(emptyTail, facts, { organisation });
      expect(await store.append(organisation, emptyTail, appendOf([batch]))).toBe('appended');
      expect(await store.read(organisation, 0, 100)).toEqual(batch.entries);
      expect(openEntry((await store.read(organisation, 5, 1))[0]!).data.note).toBe(odd[2]);
    });

    test('the newest snapshot at or below a position is found, replaced and dropped', async () => {
      const organisation = newOrganisation();
      await append(organisation, 1);
      const at = (position: number, byte: number): StoredSnapshot => ({
        position,
        stateVersion: 2,
        seal: 'a'.repeat(64),
        body: new Uint8Array([0, byte, 255, 10]),
        signature: 'c2lnbmF0dXJl',
      });
      for (const snapshot of [at(30, 1), at(10, 2), at(20, 3), at(20, 4)])
        await store.keepSnapshot(organisation, snapshot);
      expect(await store.snapshot(organisation, 25)).toEqual(at(20, 4));
      expect(await store.snapshot(organisation, 30)).toEqual(at(30, 1));
      expect(await store.snapshot(organisation, 9)).toBeUndefined();
      await store.dropSnapshots(organisation);
      expect(await store.snapshot(organisation, 99)).toBeUndefined();
      expect((await store.tail(organisation)).position).toBe(1);
    });

    test('a ledger that is removed is gone with its snapshots and keys, and no other is', async () => {
      const [removed, other] = [newOrganisation(), newOrganisation()];
      const keyed = sealed(emptyTail, [noteFact('a', 'one'), plainFact('b')], {
        organisation: removed,
        key: 'k',
      });
      await store.append(removed, emptyTail, appendOf([keyed]));
      const tail = await append(other, 2);
      const body = new Uint8Array([1]);
      const snapshot = { position: 1, stateVersion: 2, seal: 'a'.repeat(64), body, signature: 'c2ln' };
      for (const each of [removed, other]) await store.keepSnapshot(each, snapshot);
      await store.remove(removed);
      await store.remove(removed);
      expect(await store.tail(removed)).toEqual(emptyTail);
      expect(await store.organisations()).not.toContain(removed);
      expect(await store.read(removed, 0, 10)).toEqual([]);
      expect(await store.batches(removed, 0, 10)).toEqual([]);
      expect(await store.batchByKey(removed, 'k')).toBeUndefined();
      expect(await store.history(removed, 'control/a')).toEqual([]);
      expect(await store.snapshot(removed, 9)).toBeUndefined();
      expect(await store.tail(other)).toEqual(tail);
      expect(await store.snapshot(other, 9)).toEqual(snapshot);
      expect(await store.append(removed, emptyTail, appendOf([keyed]))).toBe('appended');
      expect(await store.batchByKey(removed, 'k')).toEqual(keyed.batch);
    });

    test('a ledger that nobody began can be removed, and its id is checked', async () => {
      await store.remove(newOrganisation());
      await expect(store.remove('../up')).rejects.toThrow('organisation id');
    });

    test('organisations are listed in order and do not see one another', async () => {
      const [one, two] = [newOrganisation(), newOrganisation()];
      await append(two, 3);
      await append(one, 1);
      const listed = await store.organisations();
      expect(listed).toEqual([...listed].sort());
      expect(listed).toEqual(expect.arrayContaining([one, two]));
      expect((await store.tail(one)).position).toBe(1);
      expect(await store.history(one, 'control/c-2')).toEqual([]);
      expect(await store.batches(one, 0, 10)).toHaveLength(1);
    });

    test('an organisation id that could be a path is refused', async () => {
      for (const id of ['../up', 'a/b', '', 'A', 'a.b', 'ä', 'x'.repeat(65), 'a\0'])
        await expect(store.tail(id)).rejects.toThrow('organisation id');
    });

    test.runIf(subject.keeps)('everything is there after closing and opening again', async () => {
      const organisation = newOrganisation();
      const batch = sealed(emptyTail, [noteFact('a', 'kept'), plainFact('b')], { organisation, key: 'k' });
      await store.append(organisation, emptyTail, appendOf([batch]));
      await store.close();
      store = subject.open();
      expect(await store.organisations()).toContain(organisation);
      expect(await store.tail(organisation)).toEqual(batch.tail);
      expect(await store.read(organisation, 0, 10)).toEqual(batch.entries);
      expect(await store.batchByKey(organisation, 'k')).toEqual(batch.batch);
      await append(organisation, 1, batch.tail);
    });
  });
}
