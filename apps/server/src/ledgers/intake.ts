import type { SentDocument } from '@concord/catalog';
import { type LedgerStore, openEntry } from '@concord/ledger';
import { type Refusal, refuse } from '@concord/programme';
import type { FileStore, OrganisationFiles } from '../files/file-store.ts';
import type { SentFile } from '../files/tables/index.ts';
import type { People } from '../identity/people.ts';
import { makePublication } from '../publishing/publication.ts';
import type { Render } from '../publishing/rendering.ts';
import type { Archive } from './archive.ts';
import { batchAround } from './batch-around.ts';
import type { Order } from './decide.ts';
import type { Dispatch } from './dispatch.ts';
import { localDay } from './local-day.ts';
import { permitted } from './permission.ts';
import { newPersonId } from './replay.ts';

export interface IntakePlaces {
  readonly people: People;
  readonly files: FileStore;
  readonly store: LedgerStore;
  readonly dispatch: Dispatch;
  readonly archive: Archive;
  readonly decode: (file: SentFile) => Promise<SentDocument | { refusal: Refusal }>;
  readonly render: Render;
  readonly clock: () => Date;
}

type Input = Readonly<Record<string, unknown>>;
type TakenIn = Input | { refusal: Refusal };

/**
 * What has to be kept or looked up before a rule runs: names go to the people directory, files to the file store.
 * Whoever may not ask for it leaves nothing behind, and learns nothing.
 */
export async function takeIn(places: IntakePlaces, order: Order): Promise<TakenIn> {
  const { row, organisation, asked } = order;
  if (row.intake === undefined) return asked;
  const denied = await deniedTo(places, order);
  if (denied) return { refusal: denied };
  if (row.intake === 'person') return takeInPerson(places, order);
  if (row.intake === 'people') return takeInPeople(places, order);
  if (row.intake === 'file') return takeInFile(places.files.of(organisation), asked);
  if (row.intake === 'document') return takeInDocument(places, order);
  if (row.intake === 'batch') return lookUpBatch(places, organisation, asked);
  if (row.intake === 'publication') return takeInPublication(places, order);
  return lookUpErasure(places.store, organisation, asked);
}

async function deniedTo({ dispatch, clock }: IntakePlaces, { organisation, row, actor }: Order) {
  const { programme } = await dispatch.loaded(organisation);
  const today = localDay(clock(), programme.governance.organisation?.zone);
  return permitted(programme, row.permission, { actor, today });
}

/** Identity first, fact second: a name without a fact can do nothing. Who has a fact keeps the name they came with. */
async function takeInPerson(places: IntakePlaces, order: Order): Promise<Input> {
  const { name, mail, ...rest } = order.asked;
  const person = newPersonId(order);
  await nameSomebody(places, order.organisation, { id: person, name, mail });
  return { ...rest, person };
}

async function takeInPeople(places: IntakePlaces, order: Order): Promise<Input> {
  const asked = order.asked.people as readonly Input[];
  const people = asked.map(({ name, mail }, at) => ({ id: newPersonId(order, at), name, mail }));
  for (const each of people) await nameSomebody(places, order.organisation, each);
  return { people: people.map(({ id }) => id) };
}

async function nameSomebody(
  { people, dispatch }: IntakePlaces,
  organisation: string,
  { id, name, mail }: { readonly id: string; readonly name: unknown; readonly mail: unknown },
): Promise<void> {
  const { programme } = await dispatch.loaded(organisation);
  if (programme.governance.people.has(id) || programme.controls.collectors.has(id)) return;
  await people.put({ id, name: String(name), mail: String(mail ?? '') });
}

async function takeInFile(files: OrganisationFiles, asked: Input): Promise<TakenIn> {
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

/** The entries of the batch that holds an entry, and the programme as it was before them. */
async function lookUpBatch(
  { store, archive, dispatch }: IntakePlaces,
  organisation: string,
  asked: Input,
): Promise<TakenIn> {
  const entry = Number(asked.entry);
  const { tail } = await dispatch.loaded(organisation);
  const facts = await batchAround(store, organisation, entry);
  const before = facts[0] && (await archive.at(organisation, facts[0].seq - 1));
  if (!before) return refuse('missing', 'entry.unknown', { entry, at: 'entry' });
  return { ...asked, facts, before: before.programme, asOf: tail.position };
}

/** Document and view are made from what stands now, and both are kept. */
async function takeInPublication(
  places: IntakePlaces,
  { organisation, asked, signal, tell }: Order,
): Promise<TakenIn> {
  const loaded = await places.dispatch.loaded(organisation);
  const today = localDay(places.clock(), loaded.programme.governance.organisation?.zone);
  const made = await makePublication(places, { ...loaded, today, signal, tell }, asked as never);
  return made as TakenIn;
}

/** Files are read and not kept. Rules that name people by name or address are told who there is. */
async function takeInDocument(places: IntakePlaces, { organisation, asked, tell }: Order): Promise<TakenIn> {
  const { file, catalogue, ...rest } = asked;
  // A row may take something else in place of a file.
  if (file === undefined) return asked;
  tell?.({ step: 'file', done: 0, of: 3 });
  const document = await readStaged(places, organisation, { file });
  if ('refusal' in document) return document;
  const beside = catalogue === undefined ? {} : await readStaged(places, organisation, { catalogue });
  if ('refusal' in beside) return { refusal: beside.refusal as Refusal };
  tell?.({ step: 'file', done: 1, of: 3 });
  const { programme } = await places.dispatch.loaded(organisation);
  const named = await places.people.named([...programme.governance.people.keys()]);
  const people = [...named].map(([id, { name, mail }]) => ({ id, name, mail }));
  return { ...rest, document, people, ...('kind' in beside ? { catalogue: beside } : {}) };
}

/** The file whose hash one member of the input names. */
async function readStaged(
  { files, decode }: IntakePlaces,
  organisation: string,
  named: Input,
): Promise<SentDocument | { refusal: Refusal }> {
  const [[member, hash] = ['', '']] = Object.entries(named);
  const staged = await files.of(organisation).staged(String(hash));
  if (!staged) return refuse('refused', 'file.unknown', { file: String(hash), at: member });
  return decode({ ...staged.file, path: staged.path });
}
