import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { redactionOf } from '../entry/commitment.ts';
import { appendOf, emptyTail } from '../entry/seal-batch.ts';
import { killHard, linesOf, startProgram } from '../testing/bundle.ts';
import { noteFact, sealed } from '../testing/sample.ts';
import { verifyLedger } from '../verify/verify.ts';
import { sqliteStore } from './sqlite.ts';

const directory = mkdtempSync(join(tmpdir(), 'concord-crash-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Lets a writer live until it has been acknowledged a number of times, kills it, and answers what it printed. */
async function liveAndDie(life: number, acknowledgements: number): Promise<readonly string[]> {
  const writer = await startProgram('append-forever', directory, String(life));
  const printed: string[] = [];
  for await (const line of linesOf(writer)) {
    printed.push(line);
    if (printed.length === acknowledgements) void killHard(writer);
  }
  await killHard(writer);
  return printed;
}

test('a writer that is killed at any moment, ten times over, loses nothing and doubles nothing', async () => {
  const acknowledged = new Map<number, string>();
  for (let life = 1; life <= 10; life += 1) {
    for (const line of await liveAndDie(life, 1 + Math.floor(Math.random() * 60))) {
      const [position = '', seal = ''] = line.split(' ');
      acknowledged.set(Number(position), seal);
    }
    const store = sqliteStore(directory);
    const report = await verifyLedger(store, 'acme');
    expect(report.findings).toEqual([]);
    const entries = await store.read('acme', 0, 1_000_000);
    for (const [position, seal] of acknowledged) expect(entries[position - 1]?.seal).toBe(seal);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
    await store.close();
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(10);
});

test('what was erased lawfully is in no file of the ledger any more', async () => {
  const place = mkdtempSync(join(directory, 'erased-'));
  const isOnDisk = (text: string): boolean =>
    readdirSync(place).some((name) => readFileSync(join(place, name)).includes(text));
  const store = sqliteStore(place);
  const note = 'Ms Doe told the auditor';
  const first = sealed(emptyTail, [noteFact('a', note), noteFact('b', 'something else')]);
  await store.append('acme', emptyTail, appendOf([first]));
  expect(isOnDisk(note)).toBe(true);
  const redaction = sealed(first.tail, [redactionOf(1, ['note'], 'request 7')]);
  await store.append('acme', first.tail, appendOf([redaction], [{ seq: 1, members: ['note'] }]));
  expect(isOnDisk(note)).toBe(false);
  expect(isOnDisk('something else')).toBe(true);
  await store.close();
});

test('asking about an organisation that does not exist makes no file', async () => {
  const place = mkdtempSync(join(directory, 'asked-'));
  const store = sqliteStore(place);
  await store.tail('nobody');
  await store.read('nobody', 0, 1);
  await store.dropSnapshots('nobody');
  expect(readdirSync(place)).toEqual([]);
  await store.close();
});

test('a ledger that is removed leaves no file, open or not, and a removal that broke off can be done again', async () => {
  const place = mkdtempSync(join(tmpdir(), 'concord-remove-'));
  const of = (organisation: string) => sealed(emptyTail, [noteFact('c-1', 'x')], { organisation });
  let store = sqliteStore(place);
  for (const each of ['gone', 'kept']) await store.append(each, emptyTail, appendOf([of(each)]));
  await store.remove('gone');
  expect(readdirSync(place).filter((name) => name.startsWith('gone'))).toEqual([]);
  await store.append('gone', emptyTail, appendOf([of('gone')]));
  await store.close();
  store = sqliteStore(place);
  writeFileSync(join(place, 'gone.sqlite-wal'), '');
  await store.remove('gone');
  expect(readdirSync(place)).toEqual(['kept.sqlite']);
  expect((await store.tail('kept')).position).toBe(1);
  await store.close();
  rmSync(place, { recursive: true, force: true });
});
