import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { sealEntry } from '../entry/entry.ts';
import { appendOf, emptyTail } from '../entry/seal-batch.ts';
import { signHead } from '../signing/signed-head.ts';
import type { Tail } from '../store.ts';
import { memoryStore } from '../stores/memory.ts';
import { sqliteStore } from '../stores/sqlite.ts';
import { noteFact, plainFact, sealed } from '../testing/sample.ts';
import { lastSeal, originalLedger, type Sql, untouched } from '../testing/tampered-ledger.ts';
import { verifyLedger } from './verify.ts';

const ledger = await originalLedger();
const { key, tail, rows, verifyAfter } = ledger;
afterAll(ledger.remove);

describe('a ledger that nobody touched', () => {
  test('verifies, and counts what was redacted lawfully', async () => {
    const report = await verifyAfter(untouched);
    expect(report).toMatchObject({ ok: true, checked: 40, redacted: 1, findings: [], warnings: [], tail });
  });

  test('verifies against the head and key that left the machine, also when it has grown since', async () => {
    const head = signHead(key, 'acme', tail);
    expect(
      (await verifyAfter(untouched, { head, publicKey: key.publicKey, snapshotKey: key.publicKey })).named,
    ).toEqual([]);
    const [at7] = rows('WHERE seq = 7');
    const earlier = signHead(key, 'acme', { position: 7, seal: at7!.seal as string });
    expect((await verifyAfter(untouched, { head: earlier, publicKey: key.publicKey })).ok).toBe(true);
    const unborn = signHead(key, 'acme', emptyTail);
    expect((await verifyAfter(untouched, { head: unborn, publicKey: key.publicKey })).ok).toBe(true);
  });

  test('verifies when it has no entry at all', async () => {
    expect(await verifyLedger(memoryStore(), 'acme')).toMatchObject({
      ok: true,
      checked: 0,
      tail: emptyTail,
    });
  });

  test('verifies while others go on appending to it', async () => {
    const store = memoryStore();
    let end: Tail = emptyTail;
    const grow = async (): Promise<void> => {
      const batch = sealed(end, [noteFact('a', 'b'), plainFact('c')]);
      await store.append('acme', end, appendOf([batch]));
      end = batch.tail;
    };
    for (let index = 0; index < 100; index += 1) await grow();
    let grown = 0;
    const onProgress = (): void => {
      grown += 1;
      if (grown < 20) void grow();
    };
    const report = await verifyLedger(store, 'acme', { onProgress });
    expect(report.findings).toEqual([]);
    expect(report.checked).toBeGreaterThan(200);
  });
});

describe('the files that entries name', () => {
  test('are counted as they are looked at, and none where they are not asked for', async () => {
    const store = memoryStore();
    const named = (hash: string) => ({ ...plainFact('a', { file: { hash } }), type: 'EvidenceRecorded' });
    const batch = sealed(emptyTail, [named('1'.repeat(64)), named('2'.repeat(64)), plainFact('b')]);
    await store.append('acme', emptyTail, appendOf([batch]));
    const check = async (hash: string) => (hash.startsWith('1') ? ('ok' as const) : ('missing' as const));
    const files = { check };
    expect(await verifyLedger(store, 'acme', { files })).toMatchObject({
      files: 2,
      findings: [{ kind: 'file-missing' }],
    });
    expect(await verifyLedger(store, 'acme')).toMatchObject({ files: 0, ok: true });
  });
});

describe('an entry that is filed elsewhere than it says', () => {
  test.each([
    ['record', "'note/other'"],
    ['batch', "'other'"],
  ])('by its %s is named', async (column, value) => {
    const report = await verifyAfter((sql) => sql(`UPDATE entries SET ${column} = ${value} WHERE seq = 9`));
    expect(report.named).toEqual(['entry-misfiled 9']);
  });
});

describe('an entry that was changed is named, once', () => {
  test.each([
    ['INT-1: a character of the data', "replace(text, 'working', 'waiting')", 4],
    ['INT-2: the actor', "replace(text, 'p-1', 'p-2')", 5],
    ['INT-2: the time', "replace(text, '09:30', '09:31')", 40],
    ['the first entry', "replace(text, 'acme', 'acma')", 1],
    ['a text that is no JSON any more', 'substr(text, 2)', 17],
    ['a text that is empty', "''", 18],
    ['a text that is not UTF-8', "CAST(x'7bff7d' AS TEXT)", 19],
    ['a text that has a NUL', 'text || char(0)', 20],
    ['a space that JSON does not mind', "text || ' '", 21],
  ])('%s', async (_, change, seq) => {
    const report = await verifyAfter((sql) => sql(`UPDATE entries SET text = ${change} WHERE seq = ?`, seq));
    expect(report).toMatchObject({ ok: false, named: [`entry-altered ${seq}`] });
  });

  test.each([
    ['another seal', 'a'.repeat(64)],
    ['no seal', 'seal'],
    ['an upper-case seal', 'A'.repeat(64)],
  ])('%s', async (_, seal) => {
    const report = await verifyAfter((sql) => sql('UPDATE entries SET seal = ? WHERE seq = 8', seal));
    expect(report.named).toEqual(['entry-altered 8']);
  });

  test('a text that says it is another position', async () => {
    const report = await verifyAfter((sql) =>
      sql(`UPDATE entries SET text = replace(text, '"seq":7', '"seq":9') WHERE seq = 7`),
    );
    expect(report.named).toEqual(['entry-moved 7']);
  });

  test('the entry that says why a value is gone: the value is not held against anybody', async () => {
    const report = await verifyAfter((sql) =>
      sql("UPDATE entries SET text = replace(text, 'Redacted', 'Retracted') WHERE seq = 40"),
    );
    expect(report.named).toEqual(['entry-altered 40']);
    expect(report.warnings).toMatchObject([{ kind: 'value-unexplained', seq: 12 }]);
  });

  test('whichever byte of whichever entry it is', async () => {
    const sealedRows = rows('ORDER BY seq');
    const changes = fc.record({
      seq: fc.integer({ min: 1, max: 40 }),
      at: fc.nat(),
      to: fc.integer({ min: 32, max: 126 }),
    });
    await fc.assert(
      fc.asyncProperty(changes, async ({ seq, at, to }) => {
        const text = sealedRows[seq - 1]!.text as string;
        const index = at % text.length;
        const changed = text.slice(0, index) + String.fromCharCode(to) + text.slice(index + 1);
        const report = await verifyAfter((sql) =>
          sql('UPDATE entries SET text = ? WHERE seq = ?', changed, seq),
        );
        expect(report.findings.map((finding) => finding.seq)).toEqual(changed === text ? [] : [seq]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('entries that were taken out, slipped in or moved', () => {
  const up = 'UPDATE entries SET seq = -seq - 1 WHERE seq >= ?';
  const turn = 'UPDATE entries SET seq = -seq WHERE seq < 0';

  test('INT-3: the gap is named', async () => {
    expect((await verifyAfter((sql) => sql('DELETE FROM entries WHERE seq = 6'))).named).toEqual([
      'entry-missing 6',
    ]);
    const several = await verifyAfter((sql) => sql('DELETE FROM entries WHERE seq IN (1, 2, 30, 31)'));
    expect(several.named).toEqual(['entry-missing 1', 'entry-missing 30']);
  });

  test('INT-3: also when those after it were moved up', async () => {
    const report = await verifyAfter((sql) => {
      sql('DELETE FROM entries WHERE seq = 6');
      sql('UPDATE entries SET seq = -(seq - 1) WHERE seq > 6');
      sql(turn);
    });
    expect(report.named).toEqual(['entry-missing 6']);
  });

  test('INT-4: a surplus entry at the end, or before the beginning', async () => {
    const forged = (sql: Sql, seq: number) =>
      sql(
        `INSERT INTO entries SELECT ?, replace(text, '"seq":40', ?), seal, NULL, batch, record FROM entries WHERE seq = 40`,
        seq,
        `"seq":${seq}`,
      );
    expect((await verifyAfter((sql) => forged(sql, 41))).named).toEqual(['entry-surplus 41']);
    expect((await verifyAfter((sql) => forged(sql, 0))).named).toEqual(['entry-surplus 0']);
  });

  test('INT-4: a surplus entry in the middle, badly or well sealed', async () => {
    const slipIn = (sealWell: boolean) => (sql: Sql) => {
      const [before] = sql('SELECT seal FROM entries WHERE seq = 9');
      const [model] = sql('SELECT text FROM entries WHERE seq = 10');
      const text = (model!.text as string).replace('working', 'perfect');
      sql(up, 10);
      sql(turn);
      const seal = sealWell ? sealEntry(before!.seal as string, text) : 'b'.repeat(64);
      sql('INSERT INTO entries VALUES (10, ?, ?, NULL, ?, ?)', text, seal, 'b', 'control/p-3');
    };
    expect((await verifyAfter(slipIn(false))).named).toEqual(['entry-surplus 10']);
    expect((await verifyAfter(slipIn(true))).named).toEqual(['entry-surplus 10']);
  });

  test('an entry written past the application, well sealed, lies in no batch', async () => {
    const report = await verifyAfter((sql) => {
      const [last] = sql('SELECT * FROM entries WHERE seq = 39');
      const text = (last!.text as string).replace('"seq":39', '"seq":41');
      sql(
        'INSERT INTO entries VALUES (41, ?, ?, ?, ?, ?)',
        text,
        sealEntry(lastSeal(sql), text),
        last!.erasable,
        'b',
        'r',
      );
    });
    expect(report.named).toEqual(['batch-missing 41']);
  });

  test.each([
    [3, 30],
    [3, 4],
    [1, 40],
  ])('INT-5: entries %i and %i were swapped, and both are named', async (one, two) => {
    const swap = (columns: string) => (sql: Sql) => {
      const [a, b] = [one, two].map((seq) => sql('SELECT * FROM entries WHERE seq = ?', seq)[0]!);
      for (const column of columns.split(' ')) {
        sql(`UPDATE entries SET ${column} = ? WHERE seq = ?`, b![column], one);
        sql(`UPDATE entries SET ${column} = ? WHERE seq = ?`, a![column], two);
      }
    };
    const both = [`entry-moved ${one}`, `entry-moved ${two}`];
    expect((await verifyAfter(swap('text seal erasable batch record'))).named).toEqual(both);
    expect((await verifyAfter(swap('text'))).named).toEqual(both);
  });

  test('entries of another organisation in this file', async () => {
    const renamed = sqliteStore(ledger.copyTo('other'));
    const { findings } = await verifyLedger(renamed, 'other');
    await renamed.close();
    expect(findings).toMatchObject([{ kind: 'organisation-mismatch', seq: 1 }]);
  });
});
