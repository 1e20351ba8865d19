import { type LedgerStore, openEntry } from '@concord/ledger';
import type { RecordedFact } from '@concord/programme';

const chunk = 500;

/** All facts of the batch that holds an entry, in order; none when there is no such entry. */
export async function batchAround(
  store: LedgerStore,
  organisation: string,
  entry: number,
): Promise<readonly RecordedFact[]> {
  const read = async (after: number, limit: number) =>
    (await store.read(organisation, after, limit)).map((each) => openEntry(each) as RecordedFact);
  const [held] = await read(entry - 1, 1);
  if (!held) return [];
  const isOther = ({ batch }: RecordedFact) => batch !== held.batch;
  let facts = [held];
  for (let first = held.seq; first > 1; ) {
    const before = await read(Math.max(0, first - 1 - chunk), Math.min(chunk, first - 1));
    const end = before.findLastIndex(isOther);
    facts = [...before.slice(end + 1), ...facts];
    if (end >= 0) break;
    first = facts[0]?.seq ?? 1;
  }
  for (;;) {
    const after = await read(facts.at(-1)?.seq ?? entry, chunk);
    const end = after.findIndex(isOther);
    facts.push(...(end < 0 ? after : after.slice(0, end)));
    if (end >= 0 || after.length < chunk) return facts;
  }
}
