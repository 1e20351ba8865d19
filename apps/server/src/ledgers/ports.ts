import type { KeyObject } from 'node:crypto';
import {
  keyFingerprint,
  type LedgerStore,
  openEntry,
  publicKeyPem,
  readPublicKey,
  type SigningKey,
  signHead,
  verifyLedger,
} from '@concord/ledger';
import {
  type BatchShown,
  entriesLookedAt,
  type HistoryEntry,
  type MadeFile,
  type OrganisationListed,
  type PartIn,
  type Ports,
  type Verification,
} from '@concord/operations';
import {
  grantsOn,
  type Programme,
  permissions,
  type RecordedFact,
  type RecordName,
  type Refusal,
  recordKey,
  refuse,
} from '@concord/programme';
import { packParts } from '../exports/pack/index.ts';
import { sqliteTables, zipTables } from '../exports/tables.ts';
import type { FileStore, OrganisationFiles } from '../files/file-store.ts';
import { type PreviewPlaces, previewFile } from '../files/preview.ts';
import type { KeyRing } from '../identity/keys.ts';
import type { People } from '../identity/people.ts';
import { betweenParts } from '../publishing/between-parts.ts';
import type { Render } from '../publishing/rendering.ts';
import type { Archive } from './archive.ts';
import { batchAround } from './batch-around.ts';
import type { Dispatch } from './dispatch.ts';
import { readableLedger } from './loaded.ts';
import { localDay } from './local-day.ts';
import { permitted } from './permission.ts';

export interface PortPlaces {
  readonly store: LedgerStore;
  readonly key: SigningKey;
  readonly people: People;
  readonly keys: KeyRing;
  readonly files: FileStore;
  readonly dispatch: Dispatch;
  readonly archive: Archive;
  readonly demo: Ports['demo'];
  readonly render: Render;
  readonly decode: PreviewPlaces['decode'];
  readonly backup: (asked: Parameters<Ports['backup']>[0]) => MadeFile['parts'];
  readonly clock: () => Date;
  /** The built thread that writes packs and tables. */
  readonly exportThreadFile?: string | undefined;
}

/** What queries may ask of this server, for one organisation (empty where none is in play). */
export function portsFor(places: PortPlaces, organisation: string): Ports {
  const { store, key, people, files, exportThreadFile: threadFile } = places;
  return {
    history: async (record) => {
      const entries = await store.history(organisation, recordKey(record));
      return shownFacts(people, entries.map(openEntry));
    },
    positionAt: (day, known) => places.archive.positionAt(organisation, { day, ...known }),
    programmesAt: (positions) => places.archive.through(organisation, positions),
    pause: betweenParts,
    batch: async (entry) => shownFacts(people, await batchAround(store, organisation, entry)),
    batches: (before, limit) => batchesBefore(places, organisation, { before, limit }),
    verify: (against) => verify(places, organisation, against),
    signedHead: async () => signHead(key, organisation, await store.tail(organisation)),
    publicKey: () => ({ pem: publicKeyPem(key.publicKey), fingerprint: keyFingerprint(key.publicKey) }),
    people: (ids) => people.named(ids),
    keysUsed: () => places.keys.lastUsed(organisation),
    keepFile: (named, body) => files.of(organisation).stage(named, body),
    preview: (file) => previewFile({ files: files.of(organisation), decode: places.decode }, file),
    keptText: (hash) => textOf(files.of(organisation), hash),
    organisations: async () => {
      const ids = await store.organisations();
      return Promise.all(ids.map((id) => listed(places, id)));
    },
    parts: async (person) => {
      const ids = await store.organisations();
      return Promise.all(ids.map((id) => partIn(places, id, person)));
    },
    recordedAt: async (position) => {
      const [entry] = await store.read(organisation, position - 1, 1);
      return entry && openEntry(entry).at;
    },
    demo: places.demo,
    backup: (asked) => ({
      name: `concord-backup-${places.clock().toISOString().slice(0, 16).replaceAll(':', '')}Z.tar.age`,
      mediaType: 'application/octet-stream',
      parts: places.backup(asked),
    }),
    pack: (asked) => ({
      name: `${asked.fileName}.zip`,
      mediaType: 'application/zip',
      parts: packParts(
        { organisation, files: files.of(organisation), render: places.render, key, threadFile },
        asked,
      ),
    }),
    tables: ({ format, tables, fileName }) => ({
      name: `${fileName}.${format}`,
      mediaType: format === 'zip' ? 'application/zip' : 'application/vnd.sqlite3',
      parts: format === 'zip' ? zipTables(tables, threadFile) : sqliteTables(tables, threadFile),
    }),
  };
}

async function listed(places: PortPlaces, id: string): Promise<OrganisationListed> {
  return shownInList(id, await readableProgramme(places, id));
}

function shownInList(id: string, programme: Programme | undefined): OrganisationListed {
  const { name = '', demo } = programme?.governance.organisation ?? {};
  return { id, name, ...(demo ? { demo } : {}) };
}

/** A damaged ledger still has a name, as far as it folds; a damaged file has none. */
async function readableProgramme(
  { dispatch, store }: PortPlaces,
  id: string,
): Promise<Programme | undefined> {
  const loaded = await dispatch
    .loaded(id)
    .catch(async () => (await readableLedger({ store }, id)).loaded)
    .catch(() => undefined);
  return loaded?.programme;
}

async function partIn(places: PortPlaces, id: string, person: string): Promise<PartIn> {
  const programme = await readableProgramme(places, id);
  const zone = programme?.governance.organisation?.zone ?? 'UTC';
  const today = localDay(places.clock(), zone);
  const part = { ...shownInList(id, programme), zone, today };
  if (!programme) return { ...part, roles: [], permissions: [] };
  const who = { actor: person, today };
  const may = permissions.filter((each) => permitted(programme, each, who) === undefined);
  return { ...part, roles: grantsOn(programme.governance, person, today), permissions: may };
}

/** What has rotted or is gone has no text. */
async function textOf(files: OrganisationFiles, hash: string): Promise<string | undefined> {
  if ((await files.check(hash)) !== 'ok') return undefined;
  const parts: Uint8Array[] = [];
  for await (const part of (await files.read(hash)) ?? []) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

async function shownFacts(people: People, facts: readonly RecordedFact[]): Promise<readonly HistoryEntry[]> {
  const names = await people.named(facts.map((fact) => fact.actor));
  return facts.map(({ seq, at, actor, via, operation, record, type, data, redacted }) => ({
    seq,
    at,
    actor: { id: actor, name: names.get(actor)?.name ?? '' },
    via,
    operation,
    record,
    type,
    data: data as object,
    redacted,
  }));
}

async function verify(
  { store, key, files }: PortPlaces,
  organisation: string,
  against: Parameters<Ports['verify']>[0],
): Promise<Verification | { refusal: Refusal }> {
  const publicKey = against.publicKey === undefined ? key.publicKey : publicKeyFrom(against.publicKey);
  if ('refusal' in publicKey) return publicKey;
  const {
    ok,
    checked,
    files: kept,
    redacted,
    findings,
    warnings,
  } = await verifyLedger(store, organisation, {
    files: files.of(organisation),
    snapshotKey: key.publicKey,
    ...(against.head ? { head: against.head, publicKey } : {}),
  });
  return { ok, checked, files: kept, redacted, findings, warnings };
}

function publicKeyFrom(pem: string): KeyObject | { refusal: Refusal } {
  try {
    return readPublicKey(pem);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return refuse('invalid', 'signing.key-malformed', { problem, at: 'publicKey' });
  }
}

/** The store lists batches upwards only: a window below the position, widened until it holds enough. */
async function batchesBefore(
  { store, people }: PortPlaces,
  organisation: string,
  { before, limit }: { before: number; limit: number },
): Promise<readonly BatchShown[]> {
  for (let window = 1000; ; window *= 8) {
    const after = Math.max(0, before - 1 - window);
    const found = (await store.batches(organisation, after, window)).filter(({ first }) => first < before);
    if (found.length < limit && after > 0) continue;
    const shown = found.slice(-limit).reverse();
    const names = await people.named(shown.map(({ actor }) => actor));
    const told: BatchShown[] = [];
    for (const { first, last, at, actor, via, operation } of shown) {
      const name = names.get(actor)?.name ?? '';
      // One after the other: a thousand at once would keep others from the database.
      const records = await firstRecords(store, organisation, { first, last });
      told.push({ first, last, at, actor: { id: actor, name }, via, operation, records });
    }
    return told;
  }
}

async function firstRecords(
  store: LedgerStore,
  organisation: string,
  { first, last }: { readonly first: number; readonly last: number },
): Promise<readonly RecordName[]> {
  const places = await store.places(organisation, first - 1, Math.min(last - first + 1, entriesLookedAt));
  return [...new Set(places.map(({ record }) => record))].map(recordNamed);
}

/** Reads `kind/id`; an id may hold further strokes. */
function recordNamed(key: string): RecordName {
  const stroke = key.indexOf('/');
  return { kind: key.slice(0, stroke), id: key.slice(stroke + 1) };
}
