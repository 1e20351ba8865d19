import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sealEntry } from '../entry/entry.ts';
import { emptyTail } from '../entry/seal-batch.ts';
import { signHead } from '../signing/signed-head.ts';
import { loadOrMakeSigningKey } from '../signing/signing-key.ts';
import { originalLedger, type Sql, untouched } from '../testing/tampered-ledger.ts';

const ledger = await originalLedger();
const { directory, key, tail, verifyAfter } = ledger;
afterAll(ledger.remove);
const otherKey = loadOrMakeSigningKey(join(directory, 'other.pem'));

describe('against what left the machine', { timeout: 30_000 }, () => {
  const head = () => signHead(key, 'acme', tail);
  const withHead = () => ({ head: head(), publicKey: key.publicKey });

  test('INT-6: the end was cut off, with and without the batches', async () => {
    const cut = (sql: Sql) => sql('DELETE FROM entries WHERE seq > 36');
    expect((await verifyAfter(cut)).named).toEqual(['entry-missing 37', 'value-missing 12']);
    const cutAll = (sql: Sql) => {
      cut(sql);
      sql('DELETE FROM batches WHERE first > 36');
    };
    const { findings } = await verifyAfter(cutAll, withHead());
    expect(findings.map(({ kind }) => kind)).toContain('ledger-truncated');
    expect(findings.find(({ kind }) => kind === 'ledger-truncated')?.message).toContain(
      '40 entries, the ledger has 36',
    );
  });

  test('INT-12: an old copy is shorter than the head and the snapshots say', async () => {
    const report = await verifyAfter((sql) => {
      sql('DELETE FROM entries WHERE seq > 9');
      sql('DELETE FROM batches WHERE first > 9');
    }, withHead());
    expect(report.named).toEqual(['snapshot-mismatch 10', 'ledger-truncated 10']);
  });

  test('INT-9: the whole chain was sealed anew', async () => {
    const forge = (sql: Sql) => {
      let seal = emptyTail.seal;
      for (const { seq, text } of sql('SELECT seq, text FROM entries ORDER BY seq')) {
        const forged = seq === 4 ? (text as string).replace('working', 'perfect') : (text as string);
        seal = sealEntry(seal, forged);
        sql('UPDATE entries SET text = ?, seal = ? WHERE seq = ?', forged, seal, seq);
      }
    };
    expect((await verifyAfter(forge, withHead())).named).toEqual([
      'snapshot-mismatch 20',
      'head-mismatch 40',
    ]);
    const forgeAll = (sql: Sql) => {
      forge(sql);
      sql('DELETE FROM snapshots');
    };
    expect((await verifyAfter(forgeAll, withHead())).named).toEqual(['head-mismatch 40']);
  });

  test('a head of another key, of another organisation, or changed', async () => {
    const forged = signHead(otherKey, 'acme', tail);
    expect((await verifyAfter(untouched, { head: forged, publicKey: key.publicKey })).named).toEqual([
      'head-signature',
    ]);
    const changed = { ...head(), position: 39 };
    expect((await verifyAfter(untouched, { head: changed, publicKey: key.publicKey })).named).toEqual([
      'head-signature',
    ]);
    const foreign = signHead(key, 'other', tail);
    expect((await verifyAfter(untouched, { head: foreign, publicKey: key.publicKey })).named).toEqual([
      'head-mismatch',
    ]);
  });

  test('a head without a key is compared, and said to be unsigned', async () => {
    const { ok, warnings } = await verifyAfter(untouched, { head: head(), snapshotKey: key.publicKey });
    expect({ ok, kinds: warnings.map(({ kind }) => kind) }).toEqual({ ok: true, kinds: ['head-unsigned'] });
  });

  test('a snapshot that was changed', async () => {
    const report = await verifyAfter((sql) => sql('UPDATE snapshots SET body = zeroblob(99)'));
    expect(report.named).toEqual(['snapshot-altered 20']);
  });
});

describe('batches', () => {
  test('a batch that says otherwise, that is gone, or that is one too many', async () => {
    const named = async (tamper: string) => (await verifyAfter((sql) => sql(tamper))).named;
    expect(await named("UPDATE batches SET actor = 'p-9' WHERE first = 7")).toEqual(['batch-mismatch 7']);
    expect(await named('UPDATE batches SET last = 8 WHERE first = 7')).toEqual(['batch-missing 9']);
    expect(await named('DELETE FROM batches WHERE first = 10')).toEqual(['batch-missing 10']);
    const extra = (first: number, last: number) =>
      `INSERT INTO batches SELECT ${first}, ${last}, 'x', at, actor, via, operation, NULL, NULL FROM batches WHERE first = 7`;
    expect(await named(extra(8, 8))).toContain('batch-mismatch 8');
    expect(await named(extra(41, 43))).toEqual(['entry-missing 41']);
    expect(await named(extra(0, 0))).toEqual(['batch-mismatch 0']);
  });
});
