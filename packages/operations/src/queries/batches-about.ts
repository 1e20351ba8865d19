import { type Programme, type RecordName, recordKey } from '@concord/programme';
import { type About, aboutRecords } from '@concord/views';
import type { BatchShown, Ports } from '../query/ports.ts';

/** A command with what it was about, as a person would call it. */
interface BatchListed extends Omit<BatchShown, 'records'> {
  readonly about: readonly (About | NameOnly)[];
}

/** What has a name and no page: who or what the ledger does not name, and what is there no more. */
interface NameOnly {
  readonly kind: 'person' | 'collector' | 'gone';
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

export async function withAbout(
  speaking: Parameters<typeof aboutRecords>[0],
  ports: Ports,
  batches: readonly BatchShown[],
): Promise<readonly BatchListed[]> {
  const people = await peopleIn(ports, batches);
  const rows: BatchListed[] = [];
  for (const { records, ...batch } of batches) {
    const about = [
      ...aboutRecords(speaking, records),
      ...records.flatMap(({ kind, id }) => personCalled(kind, id, people)),
    ];
    rows.push({ ...batch, about: about.length > 0 ? about : await goneCalled(speaking, ports, records) });
  }
  return rows;
}

/** Names of the people and collectors that commands are of, which the ledger does not hold. */
function peopleIn({ people }: Ports, batches: readonly BatchShown[]) {
  const ofPeople = batches.flatMap(({ records }) => records.filter(({ kind }) => hasPersonsName.has(kind)));
  return people([...new Set(ofPeople.map(({ id }) => id))]);
}

const hasPersonsName: ReadonlySet<string> = new Set(['person', 'collector']);

function personCalled(
  kind: string,
  id: string,
  people: Awaited<ReturnType<Ports['people']>>,
): readonly NameOnly[] {
  const title = hasPersonsName.has(kind) ? people.get(id)?.name : undefined;
  return title === undefined ? [] : [{ kind: kind as 'person' | 'collector', id, code: '', title }];
}

/** What records were called that are there no more, as what had added them was undone. */
async function goneCalled(
  { programme }: { readonly programme: Programme },
  { history }: Ports,
  records: readonly RecordName[],
): Promise<readonly NameOnly[]> {
  const gone: NameOnly[] = [];
  for (const record of records.filter((each) => !programme.revisions.has(recordKey(each)))) {
    const [added] = await history(record);
    const { code = '', title = '', name = title } = (added?.data ?? {}) as Partial<Said>;
    if (name !== '') gone.push({ kind: 'gone', id: record.id, code, title: name });
  }
  return gone;
}

type Said = Record<'code' | 'title' | 'name', string>;
