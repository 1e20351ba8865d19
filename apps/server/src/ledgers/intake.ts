import { type LedgerStore, openEntry } from '@concord/ledger';
import { type Command, type Programme, type Refusal, refuse } from '@concord/programme';
import type { FileStore } from '../files/file-store.ts';
import type { People } from '../identity/people.ts';

export interface IntakePlaces {
  readonly people: People;
  readonly files: FileStore;
  readonly store: LedgerStore;
}

type Input = Readonly<Record<string, unknown>>;
type TakenIn = Input | { refusal: Refusal };

/** What has to be kept or looked up before a rule runs: names go to the people directory, files to the file store. */
export async function takeIn(
  places: IntakePlaces,
  row: Command<Programme>,
  { organisation, asked }: { organisation: string; asked: Input },
): Promise<TakenIn> {
  if (row.intake === 'person') return takeInPerson(places.people, asked);
  if (row.intake === 'file') return takeInFile(places.files, asked);
  if (row.intake === 'erasure') return lookUpErasure(places.store, organisation, asked);
  return asked;
}

/** Identity first, fact second: a name without a fact can do nothing. */
async function takeInPerson(people: People, { name, mail, ...rest }: Input): Promise<Input> {
  return { ...rest, person: await people.add({ name: String(name), mail: String(mail) }) };
}

async function takeInFile(files: FileStore, asked: Input): Promise<TakenIn> {
  if (asked.file === undefined) return asked;
  const file = await files.keep(String(asked.file));
  return file
    ? { ...asked, file }
    : refuse('refused', 'file.unknown', { file: String(asked.file), at: 'file' });
}

async function lookUpErasure(store: LedgerStore, organisation: string, asked: Input): Promise<TakenIn> {
  const seq = Number(asked.entry);
  const [entry] = await store.read(organisation, seq - 1, 1);
  if (!entry) return refuse('missing', 'entry.unknown', { entry: seq, at: 'entry' });
  const held = Object.keys(entry.erasable ?? {}).filter((name) => !openEntry(entry).redacted.includes(name));
  const absent = (asked.members as string[]).find((member) => !held.includes(member));
  if (absent === undefined) return asked;
  return refuse('refused', 'entry.no-member', {
    entry: seq,
    member: absent,
    known: held.join(', ') || '–',
    at: 'members',
  });
}
