import { withoutMembers } from '../entry/commitment.ts';
import { readEntryText } from '../entry/entry.ts';
import { emptyTail } from '../entry/seal-batch.ts';
import type { Append, Batch, Entry, LedgerStore, StoredSnapshot, Tail } from '../store.ts';
import { checkOrganisation, noSuchEntry, placeEntries } from './append-rules.ts';

class Ledger {
  readonly entries: Entry[] = [];
  readonly records: string[] = [];
  readonly batches: Batch[] = [];
  readonly ids = new Set<string>();
  readonly byKey = new Map<string, Batch>();
  snapshots: readonly StoredSnapshot[] = [];
}

/** A ledger store that forgets everything when the process ends: for tests, demonstrations and dry runs. */
export function memoryStore(): LedgerStore {
  const ledgers = new Map<string, Ledger>();
  const ledgerOf = (organisation: string): Ledger => {
    checkOrganisation(organisation);
    const ledger = ledgers.get(organisation) ?? new Ledger();
    ledgers.set(organisation, ledger);
    return ledger;
  };
  return {
    organisations: async () => [...ledgers.keys()].filter((id) => ledgerOf(id).entries.length > 0).sort(),
    tail: async (organisation) => tailOf(ledgerOf(organisation)),
    read: async (organisation, after, limit) => {
      const from = Math.max(after, 0);
      return ledgerOf(organisation).entries.slice(from, from + limit);
    },
    places: async (organisation, after, limit) => {
      const { entries, records } = ledgerOf(organisation);
      const from = Math.max(after, 0);
      return entries.slice(from, from + limit).map(({ seq, text }, at) => ({
        seq,
        record: records[from + at] as string,
        batch: readEntryText(text).batch,
      }));
    },
    append: async (organisation, after, append) => {
      const places = placeEntries(organisation, after, append);
      const ledger = ledgerOf(organisation);
      if (isBeaten(ledger, after, append)) return 'beaten';
      keepAppend(ledger, append);
      for (const { record } of places) ledger.records.push(record);
      return 'appended';
    },
    batchByKey: async (organisation, key) => ledgerOf(organisation).byKey.get(key),
    batches: async (organisation, afterSeq, limit) =>
      ledgerOf(organisation)
        .batches.filter(({ first }) => first > afterSeq)
        .slice(0, limit),
    history: async (organisation, record) => {
      const { entries, records } = ledgerOf(organisation);
      return entries.filter((_, index) => records[index] === record);
    },
    snapshot: async (organisation, atOrBelow) =>
      ledgerOf(organisation).snapshots.findLast(({ position }) => position <= atOrBelow),
    keepSnapshot: async (organisation, snapshot) => {
      const ledger = ledgerOf(organisation);
      const others = ledger.snapshots.filter(({ position }) => position !== snapshot.position);
      ledger.snapshots = [...others, snapshot].sort((a, b) => a.position - b.position);
    },
    dropSnapshots: async (organisation) => {
      ledgerOf(organisation).snapshots = [];
    },
    remove: async (organisation) => {
      checkOrganisation(organisation);
      ledgers.delete(organisation);
    },
    close: async () => ledgers.clear(),
  };
}

function tailOf({ entries }: Ledger): Tail {
  const last = entries.at(-1);
  return last === undefined ? emptyTail : { position: last.seq, seal: last.seal };
}

function isBeaten(ledger: Ledger, after: Tail, { batches }: Append): boolean {
  const tail = tailOf(ledger);
  if (tail.position !== after.position || tail.seal !== after.seal) return true;
  if (batches.some(({ id, key }) => ledger.ids.has(id) || (key !== null && ledger.byKey.has(key))))
    return true;
  const keys = batches.flatMap(({ key }) => key ?? []);
  return new Set(keys).size < keys.length || new Set(batches.map(({ id }) => id)).size < batches.length;
}

function keepAppend(ledger: Ledger, { entries, batches, erase }: Append): void {
  const last = entries.at(-1)?.seq ?? 0;
  for (const { seq } of erase) if (seq < 1 || seq > last) throw noSuchEntry(seq);
  for (const entry of entries) ledger.entries.push(entry);
  for (const batch of batches) {
    ledger.batches.push(batch);
    ledger.ids.add(batch.id);
    if (batch.key !== null) ledger.byKey.set(batch.key, batch);
  }
  if (erase.length > 0) ledger.snapshots = [];
  for (const { seq, members } of erase) {
    const entry = ledger.entries[seq - 1]!;
    ledger.entries[seq - 1] = { ...entry, erasable: withoutMembers(entry.erasable, members) };
  }
}
