import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { appendOf, emptyTail } from '../entry/seal-batch.ts';
import { memoryStore } from '../stores/memory.ts';
import { sqliteStore } from '../stores/sqlite.ts';
import { plainFact, sealed } from '../testing/sample.ts';
import { evidenceHash, originalLedger, type Sql, untouched } from '../testing/tampered-ledger.ts';
import { verifyLedger } from './verify.ts';

const ledger = await originalLedger();
const { directory, key, original, tail, rows, verifyAfter } = ledger;
afterAll(ledger.remove);

describe('values beside the entries', { timeout: 30_000 }, () => {
  const change = (
    sql: Sql,
    seq: number,
    edit: (erasable: Record<string, { salt: string; value: unknown }>) => unknown,
  ) => {
    const [row] = sql('SELECT erasable FROM entries WHERE seq = ?', seq);
    sql(
      'UPDATE entries SET erasable = ? WHERE seq = ?',
      JSON.stringify(edit(JSON.parse(row!.erasable as string))),
      seq,
    );
  };

  test('a value or a salt that was changed', async () => {
    const edits = [
      ({ note }: { note: object }) => ({ note: { ...note, value: 'forged' } }),
      ({ note }: { note: object }) => ({ note: { ...note, salt: '00'.repeat(32) } }),
      ({ note }: { note: object }) => ({ note: { ...note, salt: 'no salt' } }),
      ({ note }: { note: object }) => ({ note: { ...note, value: '\ud800' } }),
    ];
    for (const edit of edits)
      expect((await verifyAfter((sql) => change(sql, 2, edit as never))).named).toEqual(['value-altered 2']);
  });

  test('a value that was removed without an entry that says so, or made unreadable', async () => {
    const set = (value: string) => (sql: Sql) => sql(`UPDATE entries SET erasable = ${value} WHERE seq = 5`);
    for (const value of [
      'NULL',
      "'{'",
      "'[]'",
      `'{"note":{"salt":3}}'`,
      `'{"note":null}'`,
      "CAST(x'ff' AS TEXT)",
    ])
      expect((await verifyAfter(set(value))).named).toEqual(['value-missing 5']);
  });

  test('a value that nobody committed to', async () => {
    const report = await verifyAfter((sql) => change(sql, 2, (kept) => ({ ...kept, status: kept.note })));
    expect(report.named).toEqual(['value-surplus 2']);
    const plain = await verifyAfter((sql) =>
      sql(`UPDATE entries SET erasable = '{"status":{"salt":"","value":"x"}}' WHERE seq = 1`),
    );
    expect(plain.named).toEqual(['value-surplus 1']);
  });

  test('a value that came back after it was redacted', async () => {
    const [row] = rows('WHERE seq = 11');
    const report = await verifyAfter((sql) =>
      sql('UPDATE entries SET erasable = ? WHERE seq = 12', row!.erasable),
    );
    expect(report.named).toEqual(['value-altered 12', 'value-not-erased 12']);
  });

  test('INT-14: an entry that was redacted is no finding', async () => {
    expect(await verifyAfter(untouched)).toMatchObject({ ok: true, redacted: 1 });
  });
});

describe('evidence files', () => {
  const files = (answer: 'ok' | 'missing' | 'altered') => {
    const asked: string[] = [];
    const check = async (hash: string) => {
      asked.push(hash);
      return answer;
    };
    return { asked, check };
  };

  test('INT-10: every file is asked for, and one that is gone or altered is named', async () => {
    const sound = files('ok');
    expect((await verifyAfter(untouched, { files: sound })).ok).toBe(true);
    expect(sound.asked).toEqual([evidenceHash]);
    for (const answer of ['missing', 'altered'] as const) {
      const { findings } = await verifyAfter(untouched, { files: files(answer) });
      expect(findings).toMatchObject([{ kind: `file-${answer}`, seq: 9, file: evidenceHash }]);
    }
  });
});

describe('warnings', () => {
  test('INT-16: a clock that ran backwards is a warning, not a finding', async () => {
    const store = memoryStore();
    const one = sealed(emptyTail, [plainFact('a')], { at: '2026-11-21T10:00:00.000Z' });
    const two = sealed(one.tail, [plainFact('b')], { at: '2026-11-21T09:00:00.000Z' });
    const three = sealed(two.tail, [plainFact('c')], { at: '2026-11-21T09:30:00.000Z' });
    await store.append('acme', emptyTail, appendOf([one, two, three]));
    const { ok, warnings } = await verifyLedger(store, 'acme');
    expect({ ok, named: warnings.map(({ kind, seq }) => `${kind} ${seq}`) }).toEqual({
      ok: true,
      named: ['clock-backwards 2'],
    });
  });
});

describe('damage below the rows', { timeout: 30_000 }, () => {
  test('is answered with a finding, whichever page of the file it is in', async () => {
    const bytes = readFileSync(original);
    let found = 0;
    for (let page = 1; page * 4096 < bytes.length; page += 1) {
      const place = mkdtempSync(join(directory, 'page-'));
      const damaged = Buffer.from(bytes);
      damaged.fill(0xa5, page * 4096, page * 4096 + 4096);
      writeFileSync(join(place, 'acme.sqlite'), damaged);
      const store = sqliteStore(place);
      const report = await verifyLedger(store, 'acme', { snapshotKey: key.publicKey });
      await store.close().catch(() => undefined);
      // A page of an index, or a free one: what verify reads is whole.
      if (report.ok) expect(report).toMatchObject({ checked: 40, redacted: 1, tail });
      else found += 1;
    }
    expect(found).toBeGreaterThan(0);
  });
});
