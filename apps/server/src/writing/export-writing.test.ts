import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBytes } from '../backup/form/envelope.ts';
import { buildExportThread } from '../testing/export-thread.ts';
import { beginWriting } from './export-writing.ts';
import type { Step, Stepped, ToWrite } from './messages.ts';

const folder = mkdtempSync(join(tmpdir(), 'concord-export-'));
let built: Awaited<ReturnType<typeof buildExportThread>>;

beforeAll(async () => {
  built = await buildExportThread('writing');
});
afterAll(() => rmSync(folder, { recursive: true }));

const rows = (list: unknown[][]) => new TextEncoder().encode(JSON.stringify(list));
const zip: ToWrite = { kind: 'zip' };

function linkOf(fd: string): string[] {
  try {
    return [readlinkSync(`/proc/self/fd/${fd}`)];
  } catch {
    return [];
  }
}

/** Fresh steps each time: what travels is handed over. */
const steps = (): Step[] => [
  { entry: 'a.txt', compress: true },
  { bytes: Buffer.from('abc'.repeat(100_000)) },
  { bytes: Buffer.from('end') },
  { end: 'entry' },
  { entry: 't.csv', compress: true },
  {
    rows: rows([
      ['one', 'two', 'three', 'four'],
      ['=1+1', null, true, -5],
    ]),
    table: 't',
  },
  { end: 'entry' },
  { end: 'all' },
];

async function written(what: ToWrite, all: readonly Step[], threadFile?: string) {
  const writing = await beginWriting(what, threadFile);
  const taken: Stepped[] = [];
  try {
    for (const step of all) taken.push(await writing.take(step));
  } finally {
    await writing.close();
  }
  const entries = taken.flatMap(({ entry }) => (entry ? [entry] : []));
  return { bytes: Buffer.concat(taken.flatMap(({ pieces }) => pieces)), entries };
}

/** A thread that does as the text says instead of writing. */
function threadThat(does: string): string {
  const file = join(folder, `${does.replace(/\W/g, '')}.mjs`);
  writeFileSync(file, does);
  return file;
}

describe('given an export that is written step by step', () => {
  it('when it is a ZIP, then it holds its files, and on a thread it is the same bytes', async () => {
    const here = await written(zip, steps());
    const files = unzipSync(here.bytes);
    expect(String(Buffer.from(files['a.txt']!))).toBe(`${'abc'.repeat(100_000)}end`);
    expect(String(Buffer.from(files['t.csv']!))).toBe("one,two,three,four\r\n'=1+1,,true,-5\r\n");
    expect(here.entries.map(({ size }) => size)).toEqual([300_003, 36]);
    const there = await written(zip, steps(), built.threadFile);
    expect(there.bytes.equals(here.bytes)).toBe(true);
    expect(there.entries).toEqual(here.entries);
  });

  it('when it is a SQLite file, then on a thread it is the same bytes', async () => {
    const columns = [{ name: 'id', type: 'integer', meaning: 'a number' }] as const;
    const bytes = [];
    for (const threadFile of [undefined, built.threadFile]) {
      const path = join(folder, `${threadFile ? 'there' : 'here'}.sqlite`);
      const all: Step[] = [{ rows: rows([[1], [2]]), table: 't' }, { end: 'all' }];
      await written(
        { kind: 'sqlite', path, tables: [{ name: 't', meaning: 'T', columns }] },
        all,
        threadFile,
      );
      bytes.push(readFileSync(path));
    }
    expect(bytes[0]!.length).toBeGreaterThan(1000);
    expect(bytes[1]!.equals(bytes[0]!)).toBe(true);
  });

  // On this thread the driver closes a file only once its statements are collected.
  it('when it is given up on a thread, then no file stays open', async () => {
    const path = join(folder, 'left.sqlite');
    const columns = [{ name: 'id', type: 'integer', meaning: 'a number' }] as const;
    const tables = [{ name: 't', meaning: 'T', columns }];
    const writing = await beginWriting({ kind: 'sqlite', path, tables }, built.threadFile);
    await writing.take({ rows: rows([[1]]), table: 't' });
    await writing.close();
    const open = existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').flatMap(linkOf) : [];
    expect(open.filter((each) => each.startsWith(path))).toEqual([]);
  });

  it('when a piece is a part of something large, then the part alone goes over, and the whole stays here', async () => {
    const large = new Uint8Array(1000).fill(7);
    const part = large.subarray(10, 13);
    const one: Step[] = [{ entry: 'a', compress: false }, { bytes: part }, { end: 'entry' }, { end: 'all' }];
    const { entries } = await written(zip, one, built.threadFile);
    expect([entries[0]?.size, large.length]).toEqual([3, 1000]);
  });

  it.each([undefined, 'thread'])(
    'when it is encrypted, then it is opened to the same bytes (on a thread: %s)',
    async (on) => {
      const to = { passphrase: 'a passphrase to seal with' };
      const plain = Buffer.from('secret '.repeat(60_000));
      const all: Step[] = [{ bytes: plain.subarray(0, 5) }, { bytes: plain.subarray(5) }, { end: 'all' }];
      const { bytes } = await written({ kind: 'sealed', to }, all, on && built.threadFile);
      expect(bytes.includes('secret')).toBe(false);
      const opened: Uint8Array[] = [];
      for await (const piece of openBytes(Readable.from([bytes]), to)) opened.push(piece);
      expect(Buffer.concat(opened).equals(plain)).toBe(true);
    },
  );

  it('then its thread loads nothing of documents or of the catalogue', () => {
    const [first] = built.inputs.filter((file) =>
      /packages\/(?:catalog|views|programme)|reports\/src\/documents/.test(file),
    );
    expect(first).toBeUndefined();
    expect(built.inputs.some((file) => file.includes('reports/src/csv-lines'))).toBe(true);
  });

  it.each([undefined, 'thread'])(
    'when a step makes no sense, then that is thrown (on a thread: %s)',
    async (on) => {
      const wrong = written(zip, [{ bytes: Buffer.from('x') }], on && built.threadFile);
      await expect(wrong).rejects.toThrow('No file of the ZIP is open.');
    },
  );

  it('when its thread dies, then who waits is told', async () => {
    await expect(written(zip, steps(), threadThat('process.exit(3)'))).rejects.toThrow(
      'ended before it answered',
    );
  });
});
