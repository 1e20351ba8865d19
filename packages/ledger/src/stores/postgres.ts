import { readErasable, withoutMembers } from '../entry/commitment.ts';
import { emptyTail } from '../entry/seal-batch.ts';
import type { Append, Batch, Entry, LedgerStore, Place, StoredSnapshot, Tail } from '../store.ts';
import { checkOrganisation, type EntryPlace, noSuchEntry, placeEntries } from './append-rules.ts';
import { isBeatenBy, openPostgresPool, type PostgresPool, type Query, type Row } from './postgres-pool.ts';

// Texts are TEXT, never jsonb: what was sealed is the text, and jsonb would order and space it anew.
const schema = `
  CREATE TABLE IF NOT EXISTS ledger_entries (
    organisation text COLLATE "C" NOT NULL, seq bigint NOT NULL, text text NOT NULL, seal text NOT NULL,
    erasable text, batch text NOT NULL, record text NOT NULL,
    PRIMARY KEY (organisation, seq)
  );
  CREATE INDEX IF NOT EXISTS ledger_entries_of_record ON ledger_entries (organisation, record, seq);
  CREATE TABLE IF NOT EXISTS ledger_batches (
    organisation text COLLATE "C" NOT NULL, first bigint NOT NULL, last bigint NOT NULL, id text NOT NULL,
    at text NOT NULL, actor text NOT NULL, via text NOT NULL, operation text NOT NULL, key text, body_hash text,
    PRIMARY KEY (organisation, first), UNIQUE (organisation, id), UNIQUE (organisation, key)
  );
  CREATE TABLE IF NOT EXISTS ledger_snapshots (
    organisation text COLLATE "C" NOT NULL, position bigint NOT NULL, state_version integer NOT NULL,
    seal text NOT NULL, body bytea NOT NULL, signature text NOT NULL,
    PRIMARY KEY (organisation, position)
  );
`;

/**
 * The ledger of several nodes: one PostgreSQL (15 or newer), all organisations in the same tables. Connects when first
 * asked, and makes its tables then.
 */
export function postgresStore(connectionString: string): LedgerStore {
  const pool = openPostgresPool(connectionString, schema);
  const select = async (sql: string, values: readonly [organisation: string, ...rest: unknown[]]) => {
    checkOrganisation(values[0]);
    return pool.query(sql, values);
  };
  return {
    organisations: async () =>
      (await pool.query(organisationsQuery)).map((row) => row.organisation as string),
    tail: async (organisation) => toTail(await select(tailQuery, [organisation])),
    read: async (organisation, after, limit) =>
      (await select(readQuery, [organisation, after, limit])).map(toEntry),
    places: async (organisation, after, limit) =>
      (await select(placesQuery, [organisation, after, limit])).map(toPlace),
    append: async (organisation, after, append) => {
      const places = placeEntries(organisation, after, append);
      return appendTo(pool, { ...append, organisation, after, places });
    },
    batchByKey: async (organisation, key) => (await select(byKeyQuery, [organisation, key])).map(toBatch)[0],
    batches: async (organisation, afterSeq, limit) =>
      (await select(batchesQuery, [organisation, afterSeq, limit])).map(toBatch),
    history: async (organisation, record) =>
      (await select(historyQuery, [organisation, record])).map(toEntry),
    snapshot: async (organisation, atOrBelow) =>
      (await select(snapshotQuery, [organisation, atOrBelow])).map(toSnapshot)[0],
    keepSnapshot: async (organisation, snapshot) => {
      const { position, stateVersion, seal, body, signature } = snapshot;
      const values = [position, stateVersion, seal, Buffer.from(body), signature];
      await select(keepSnapshotQuery, [organisation, ...values]);
    },
    dropSnapshots: async (organisation) => {
      await select('DELETE FROM ledger_snapshots WHERE organisation = $1', [organisation]);
    },
    remove: async (organisation) => {
      checkOrganisation(organisation);
      await pool.transaction(async (query) => {
        for (const table of ['ledger_snapshots', 'ledger_batches', 'ledger_entries'])
          await query(`DELETE FROM ${table} WHERE organisation = $1`, [organisation]);
      });
    },
    close: () => pool.close(),
  };
}

// Steps from one organisation to the next in the index, where DISTINCT would read every entry.
const organisationsQuery = `WITH RECURSIVE known AS (
    (SELECT organisation FROM ledger_entries ORDER BY organisation LIMIT 1)
    UNION ALL
    SELECT (SELECT organisation FROM ledger_entries WHERE organisation > known.organisation
            ORDER BY organisation LIMIT 1)
    FROM known WHERE known.organisation IS NOT NULL
  ) SELECT organisation FROM known WHERE organisation IS NOT NULL`;
const tailQuery = 'SELECT seq, seal FROM ledger_entries WHERE organisation = $1 ORDER BY seq DESC LIMIT 1';
const readQuery = `SELECT seq, text, seal, erasable FROM ledger_entries
  WHERE organisation = $1 AND seq > $2 ORDER BY seq LIMIT $3`;
const placesQuery = `SELECT seq, record, batch FROM ledger_entries
  WHERE organisation = $1 AND seq > $2 ORDER BY seq LIMIT $3`;
const historyQuery = `SELECT seq, text, seal, erasable FROM ledger_entries
  WHERE organisation = $1 AND record = $2 ORDER BY seq`;
const byKeyQuery = 'SELECT * FROM ledger_batches WHERE organisation = $1 AND key = $2';
const batchesQuery =
  'SELECT * FROM ledger_batches WHERE organisation = $1 AND first > $2 ORDER BY first LIMIT $3';
const snapshotQuery = `SELECT * FROM ledger_snapshots
  WHERE organisation = $1 AND position <= $2 ORDER BY position DESC LIMIT 1`;
const keepSnapshotQuery = `INSERT INTO ledger_snapshots VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (organisation, position) DO UPDATE SET
    state_version = excluded.state_version, seal = excluded.seal, body = excluded.body, signature = excluded.signature`;
const insertEntriesQuery = `INSERT INTO ledger_entries
  SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])`;
const insertBatchesQuery = `INSERT INTO ledger_batches SELECT $1, * FROM unnest(
  $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])`;

interface PlacedAppend extends Append {
  readonly organisation: string;
  readonly after: Tail;
  readonly places: readonly EntryPlace[];
}

async function appendTo(pool: PostgresPool, append: PlacedAppend): Promise<'appended' | 'beaten'> {
  const { organisation, after } = append;
  try {
    return await pool.transaction(async (query) => {
      const tail = toTail(await query(tailQuery, [organisation]));
      if (tail.position !== after.position || tail.seal !== after.seal) return 'beaten';
      await insertEntries(query, append);
      await insertBatches(query, append);
      for (const erasure of append.erase) await erase(query, organisation, erasure);
      if (append.erase.length > 0)
        await query('DELETE FROM ledger_snapshots WHERE organisation = $1', [organisation]);
      return 'appended';
    });
  } catch (error) {
    if (isBeatenBy(error)) return 'beaten';
    throw error;
  }
}

async function insertEntries(query: Query, { organisation, entries, places }: PlacedAppend): Promise<void> {
  await query(insertEntriesQuery, [
    organisation,
    entries.map(({ seq }) => seq),
    entries.map(({ text }) => text),
    entries.map(({ seal }) => seal),
    entries.map(({ erasable }) => (erasable === null ? null : JSON.stringify(erasable))),
    places.map(({ batch }) => batch),
    places.map(({ record }) => record),
  ]);
}

async function insertBatches(query: Query, { organisation, batches }: PlacedAppend): Promise<void> {
  const members = ['first', 'last', 'id', 'at', 'actor', 'via', 'operation', 'key', 'bodyHash'] as const;
  await query(insertBatchesQuery, [
    organisation,
    ...members.map((member) => batches.map((batch) => batch[member])),
  ]);
}

async function erase(
  query: Query,
  organisation: string,
  { seq, members }: Append['erase'][number],
): Promise<void> {
  const [entry] = (await query(readQuery, [organisation, seq - 1, 1])).map(toEntry);
  if (entry?.seq !== seq) throw noSuchEntry(seq);
  const left = withoutMembers(entry.erasable, members);
  await query('UPDATE ledger_entries SET erasable = $3 WHERE organisation = $1 AND seq = $2', [
    organisation,
    seq,
    left === null ? null : JSON.stringify(left),
  ]);
}

function toTail([last]: readonly Row[]): Tail {
  return last === undefined ? emptyTail : { position: Number(last.seq), seal: last.seal as string };
}

function toPlace({ seq, record, batch }: Row): Place {
  return { seq: Number(seq), record: record as string, batch: batch as string };
}

function toEntry({ seq, text, seal, erasable }: Row): Entry {
  return {
    seq: Number(seq),
    text: text as string,
    seal: seal as string,
    erasable: readErasable(erasable as string | null),
  };
}

function toBatch({ first, last, id, at, actor, via, operation, key, body_hash: bodyHash }: Row): Batch {
  const row = { id, first: Number(first), last: Number(last), at, actor, via, operation, key, bodyHash };
  return row as Batch;
}

function toSnapshot({ position, state_version: stateVersion, seal, body, signature }: Row): StoredSnapshot {
  return {
    position: Number(position),
    stateVersion: stateVersion as number,
    seal: seal as string,
    body: new Uint8Array(body as Buffer),
    signature: signature as string,
  };
}
