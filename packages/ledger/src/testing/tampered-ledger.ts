import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { type Fact, redactionOf } from '../entry/commitment.ts';
import { appendOf, emptyTail } from '../entry/seal-batch.ts';
import { signSnapshot } from '../signing/signed-head.ts';
import { loadOrMakeSigningKey } from '../signing/signing-key.ts';
import type { Append, Tail } from '../store.ts';
import { sqliteStore } from '../stores/sqlite.ts';
import { type VerifyOptions, verifyLedger } from '../verify/verify.ts';
import { noteFact, plainFact, sealed } from './sample.ts';

type Row = Record<string, unknown>;
/** Runs one statement in the ledger's file, past the application. */
export type Sql = (sql: string, ...values: unknown[]) => Row[];

/** Hash of the evidence file that entry 9 names. */
export const evidenceHash = createHash('sha256').update('evidence').digest('hex');

/** A temporary directory with a signing key and a ledger of `acme`, to be copied, tampered with and verified. */
export async function originalLedger() {
  const directory = mkdtempSync(join(tmpdir(), 'concord-verify-'));
  const key = loadOrMakeSigningKey(join(directory, 'key.pem'));
  const original = join(directory, 'original', 'acme.sqlite');
  const tail = await fill(join(directory, 'original'), key);

  const copyTo = (name: string): string => {
    const place = mkdtempSync(join(directory, 'copy-'));
    copyFileSync(original, join(place, `${name}.sqlite`));
    return place;
  };
  const within = <T>(place: string, work: (sql: Sql) => T): T => {
    const database = new Database(join(place, 'acme.sqlite'));
    const result = work((sql, ...values) => database.prepare(sql).all(values) as Row[]);
    database.close();
    return result;
  };
  const defaults: VerifyOptions = { snapshotKey: key.publicKey };
  return {
    directory,
    key,
    original,
    tail,
    copyTo,
    /** The entries' rows as they are in the file. */
    rows: (where: string): Row[] => within(copyTo('acme'), (sql) => sql(`SELECT * FROM entries ${where}`)),
    /** Verifies a copy of the ledger after somebody had the file in their hands. */
    verifyAfter: async (tamper: (sql: Sql) => void, options = defaults) => {
      const place = copyTo('acme');
      within(place, tamper);
      const store = sqliteStore(place);
      const report = await verifyLedger(store, 'acme', options);
      await store.close();
      return { ...report, named: report.findings.map(({ kind, seq }) => `${kind} ${seq ?? ''}`.trim()) };
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** 40 entries in 14 batches; 9 is evidence, 12 is redacted by 40; a snapshot at 20. */
async function fill(directory: string, key: ReturnType<typeof loadOrMakeSigningKey>): Promise<Tail> {
  const store = sqliteStore(directory);
  let tail = emptyTail;
  const add = async (facts: readonly Fact[], erase: Append['erase'] = []): Promise<void> => {
    const batch = sealed(tail, facts);
    await store.append('acme', tail, appendOf([batch], erase));
    tail = batch.tail;
  };
  for (let index = 0; index < 13; index += 1) {
    const third = index === 2 ? evidence : noteFact('x', 'y');
    await add([plainFact(`p-${index}`), noteFact(`n-${index}`, `note ${index}`), third]);
  }
  await add([redactionOf(12, ['note'], 'a lawful request')], [{ seq: 12, members: ['note'] }]);
  const [at20] = await store.read('acme', 19, 1);
  const snapshot = { position: 20, stateVersion: 1, seal: at20!.seal, body: new Uint8Array(100) };
  await store.keepSnapshot('acme', signSnapshot(key, 'acme', snapshot));
  await store.close();
  return tail;
}

const evidence: Fact = {
  type: 'EvidenceRecorded',
  version: 1,
  record: { kind: 'evidence', id: 'e' },
  data: { file: { hash: evidenceHash, name: 'minutes.pdf' } },
  erasable: ['file'],
};

/** For a ledger that nobody had in their hands. */
export function untouched(): void {}

/** The seal of the last entry. */
export function lastSeal(sql: Sql): string {
  return sql('SELECT seal FROM entries ORDER BY seq DESC LIMIT 1')[0]!.seal as string;
}
