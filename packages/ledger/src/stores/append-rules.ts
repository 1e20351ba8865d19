import { contentOf } from '../entry/entry.ts';
import type { Append, Tail } from '../store.ts';

/** What the adapters keep beside an entry so that it can be found: `kind/id` of its record, and its batch. */
export interface EntryPlace {
  readonly record: string;
  readonly batch: string;
}

/** Organisation ids are file names and keys: lower-case letters, digits and hyphens, at most 64. Throws otherwise. */
export function checkOrganisation(organisation: string): void {
  if (!/^[a-z0-9-]{1,64}$/.test(organisation))
    throw new Error('an organisation id has 1 to 64 lower-case letters, digits or hyphens');
}

/**
 * Every adapter refuses (throws, before it writes) an append whose entries do not follow the tail without gaps,
 * whose batches do not cover them exactly, or whose entries are another organisation's. Answers each entry's place.
 */
export function placeEntries(organisation: string, after: Tail, append: Append): readonly EntryPlace[] {
  checkOrganisation(organisation);
  checkBatches(after, append);
  return append.entries.map((entry, index) => {
    const content = contentOf(entry);
    if (entry.seq !== after.position + index + 1 || content.seq !== entry.seq)
      throw new Error(`entry ${entry.seq} does not follow position ${after.position + index}`);
    if (content.organisation !== organisation)
      throw new Error(`entry ${entry.seq} is of another organisation`);
    return { record: `${content.record.kind}/${content.record.id}`, batch: content.batch };
  });
}

function checkBatches(after: Tail, { entries, batches }: Append): void {
  if (entries.length === 0) throw new Error('an append has at least one entry');
  let covered = after.position;
  for (const batch of batches) {
    if (batch.first !== covered + 1 || batch.last < batch.first)
      throw new Error(`batch ${batch.id} does not follow position ${covered}`);
    if (Object.values(batch).some((value) => String(value).includes('\0')))
      throw new Error(`batch ${batch.id} has a NUL character, which no store keeps`);
    covered = batch.last;
  }
  if (covered !== after.position + entries.length) throw new Error('the batches do not cover the entries');
}

/** For an erasure that names an entry which is not there: the whole append is undone. */
export function noSuchEntry(seq: number): Error {
  return new Error(`nothing can be erased from entry ${seq}: there is no such entry`);
}
