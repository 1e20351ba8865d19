import { appendOf, emptyTail, memoryStore, sealBatch, type Tail } from '@concord/ledger';
import { describe, expect, test } from 'vitest';
import { BackupFault } from './form/fault.ts';
import { form, type Opening, openingPath } from './form/manifest.ts';
import { type Member, writeTar } from './form/tar.ts';
import { ledgerPages } from './make/ledger-pages.ts';
import { unpackParts } from './restore/unpack.ts';

const kilobyte = 1000;
const half = 512 * 1024;

/** A ledger of commands with a fact each; sizes are those of the fact. */
async function ledgerOf(sizes: readonly number[]) {
  const store = memoryStore();
  let tail: Tail = emptyTail;
  for (const [at, size] of sizes.entries()) {
    const data = { text: 'x'.repeat(size) };
    const circumstances = {
      organisation: 'acme',
      at: '2026-11-21T09:30:00.000Z',
      actor: 'p-1',
      via: 'http',
      batch: `b-${at}`,
      operation: 'note-control',
    } as const;
    const batch = sealBatch(tail, circumstances, [
      { type: 'Noted', version: 1, record: { kind: 'control', id: `${at}` }, data },
    ]);
    expect(await store.append('acme', tail, appendOf([batch]))).toBe('appended');
    tail = batch.tail;
  }
  return { store, tail };
}

describe('pages of a ledger', () => {
  test('are of half a megabyte and one entry at most, however small the entries before them were', async () => {
    const sizes = [...Array<number>(300).fill(10), ...Array<number>(40).fill(200 * kilobyte)];
    const { store, tail } = await ledgerOf(sizes);
    const pages: number[] = [];
    let entries = 0;
    for await (const page of ledgerPages({ store, organisation: 'acme' }, emptyTail, tail.position)) {
      pages.push(page.text.length);
      entries += page.entries;
      expect(page.text.trimEnd().split('\n').length).toBe(2 * page.entries);
    }
    expect(entries).toBe(sizes.length);
    expect(Math.max(...pages)).toBeLessThan(half + 201 * kilobyte);
    expect(pages.length).toBeLessThan(20);
  });

  test('end with the entry that ends the ledger, or where they were told to', async () => {
    const { store } = await ledgerOf([1, 1, 1, 1, 1]);
    for (const to of [1, 4, 5]) {
      const ends: number[] = [];
      for await (const page of ledgerPages({ store, organisation: 'acme' }, emptyTail, to))
        ends.push(page.tail.position);
      expect(ends).toEqual([to]);
    }
  });
});

const opening: Opening = {
  format: 'concord backup',
  form,
  program: '1',
  madeAt: '',
  partial: false,
  entries: 0,
};

async function* twoMembers(line: Uint8Array, times: number): AsyncGenerator<Member> {
  const first = Buffer.from(JSON.stringify(opening));
  const one = async function* () {
    yield first;
  };
  const many = async function* () {
    for (let at = 0; at < times; at += 1) yield line;
  };
  yield { path: openingPath, size: first.length, bytes: one() };
  yield { path: 'ledgers/acme/000001.jsonl', size: line.length * times, bytes: many() };
}

/** How many lines are read of a page, and how it ends. */
async function readPage(line: Uint8Array, times: number) {
  let lines = 0;
  try {
    for await (const part of unpackParts(writeTar(twoMembers(line, times))))
      if (part.kind === 'ledger') for await (const read of part.lines) lines += read === '' ? 0 : 1;
  } catch (error) {
    if (!(error instanceof BackupFault)) throw error;
    return { lines, code: error.code };
  }
  throw new Error('a backup without a manifest was taken for whole');
}

describe('what is read of a backup', () => {
  test('has pages of any length, as they were made before there was a bound', async () => {
    const line = Buffer.from(`${'x'.repeat(140 * kilobyte)}\n`);
    expect(await readPage(line, 520)).toEqual({ lines: 520, code: 'backup.not-whole' });
  });

  test('has no line without an end', async () => {
    const endless = Buffer.alloc(1024 * 1024, 'x');
    expect(await readPage(endless, 80)).toEqual({ lines: 0, code: 'backup.foreign' });
  });
});
