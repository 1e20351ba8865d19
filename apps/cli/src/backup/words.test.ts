import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Local } from '../connection/connection.ts';
import type { DrilledTold, RestoredTold } from '../connection/told.ts';
import { run } from '../main.ts';

const restored: RestoredTold = {
  madeAt: '2026-03-16T12:00:00.000Z',
  organisations: [
    { id: 'one', name: 'Havelmark\u001b[31m', position: 7, seal: 'ab', entries: 7, files: 2, lost: [] },
  ],
  people: 1,
  files: 2,
  kept: '/data.before-restore-x',
  behind: [{ id: 'one', position: 9, now: 7 }],
  signingKey: 'none',
  notices: ['Something is to be seen to.'],
};

const folder = mkdtempSync(join(tmpdir(), 'concord-words-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A backup has to be there before anything else is asked; what is in it nobody reads here. */
function there(word: string): string {
  if (word !== 'a' && word !== 'x.age') return word;
  writeFileSync(join(folder, word), '');
  return join(folder, word);
}

async function typed(argv: readonly string[], more: Partial<Local> = {}) {
  const written = { out: '', error: '' };
  const nothing = (): Promise<never> => Promise.reject(new Error('the line asked for the data'));
  const local: Local = {
    version: '1',
    open: nothing,
    serve: nothing,
    restore: async () => restored,
    ...more,
  };
  const code = await run(argv.map(there), local, {
    out: (text) => {
      written.out += text;
    },
    error: (text) => {
      written.error += text;
    },
    isTerminal: true,
  });
  return { code, ...written };
}

const env = { CONCORD_BACKUP_PASSPHRASE: 'from the environment' };

describe('restore', () => {
  test('says what stands now, what is kept, what is behind, and that a key is missing', async () => {
    const { code, out } = await typed(['restore', 'x.age'], { env });
    expect(code).toBe(0);
    for (const said of [
      '7 entries',
      '2 files',
      '1 person',
      '/data.before-restore-x',
      'stood at 9',
      'no signing key',
      'Something is to be seen to.',
    ])
      expect(out).toContain(said);
    expect(out).not.toContain('\u001b');
  });

  test('ends with 2 when a file was lost already, and with what a fault says', async () => {
    const [one] = restored.organisations;
    const lossy = { ...restored, organisations: [{ ...one, lost: ['ff'] }] } as RestoredTold;
    expect((await typed(['restore', 'x.age'], { env, restore: async () => lossy })).code).toBe(2);
    for (const exit of [1, 2, 3]) {
      const fault = Object.assign(new Error('what is wrong'), {
        name: 'BackupFault',
        code: 'backup.altered',
        exit,
      });
      const ended = await typed(['restore', 'x.age'], { env, restore: () => Promise.reject(fault) });
      expect(ended).toEqual({ code: exit, out: '', error: 'concord: what is wrong\n' });
      const json = await typed(['restore', 'x.age', '--json'], { env, restore: () => Promise.reject(fault) });
      expect(JSON.parse(json.error)).toMatchObject({ code: 'backup.altered', detail: 'what is wrong' });
    }
  });

  test.each([
    [['restore'], /Say which file/],
    [['restore', 'a', 'b'], /“b” is one word too many/],
    [['restore', 'a', '--passphrase', 'secret'], /never written on the command line/],
    [['restore', 'a', '--colour', 'x'], /knows no --colour\. It knows: --passphrase-file/],
    [['restore', 'a', '--head', 'h'], /go together/],
    [['restore', 'a', '--preview'], /knows no preview/],
    [['restore', 'a', '--server', 'http://127.0.0.1:1'], /where the data lies/],
    [['backup', 'drill', 'a', 'b'], /“b” is one word too many/],
    [['backup', '--passphrase', 'secret'], /never written on the command line/],
  ])('%j is refused in one line', async (argv, words) => {
    const { code, out, error } = await typed(argv, {
      env,
      drill: () => Promise.reject(new Error('unasked')),
    });
    expect([code, out]).toEqual([1, '']);
    expect(error).toMatch(words);
    expect(error).not.toMatch(/secret|\n./);
  });

  test('without anything that opens the backup says how to give it', async () => {
    expect((await typed(['restore', 'a'])).error).toMatch(
      /CONCORD_BACKUP_PASSPHRASE, or give --passphrase-file/,
    );
  });

  test.each([['restore'], ['backup drill']])('%s has help of its own', async (name) => {
    const { code, out } = await typed(['help', ...name.split(' ')]);
    expect(code).toBe(0);
    expect(out).toMatch(/Usage: concord .*\n[\s\S]*--passphrase-file FILE/);
    expect((await typed(['help'])).out).toContain(`  ${name} `);
  });
});

describe('backup drill', () => {
  const { madeAt, organisations, people, files } = restored;
  const drilled: DrilledTold = { madeAt, organisations, people, files, size: 9, bytes: 9, seconds: 1 };
  let temporary: string;
  const before = process.env.TMPDIR;
  beforeEach(() => {
    temporary = mkdtempSync(join(tmpdir(), 'concord-words-'));
    process.env.TMPDIR = temporary;
  });
  afterEach(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(temporary, { recursive: true });
  });

  /** A drill of a file, or of a backup made for it, where everything asked is answered so. */
  const answered = (file: string[], status: number, body: object) =>
    typed(['backup', 'drill', ...file], {
      env,
      drill: async () => drilled,
      open: async () => ({
        base: 'http://there',
        token: 'key',
        fetch: async () => new Response(`${JSON.stringify(body)}\n`, { status }),
        close: async () => undefined,
      }),
    });

  test.each([
    [409, 'backup.ledger-damaged', 2],
    [409, 'publication.there', 1],
    [422, 'backup.recipient', 1],
    [500, 'internal', 3],
  ])(
    'says what was refused before the backup or while it was made (%i %s), without a stack, and ends with %i',
    async (status, refusal, code) => {
      const problem = { status, code: refusal, detail: 'altered at entry 5' };
      const told = { code, out: '', error: 'concord: altered at entry 5\n' };
      expect(await answered([], 200, { problem })).toEqual(told);
      expect(await answered([], status, problem)).toEqual(told);
      expect(readdirSync(temporary)).toEqual([]);
    },
  );

  test.each([
    ['organisation.unknown', 0],
    ['ledger.no-position', 2],
  ])('takes %s for what it says of the ledger here, and ends with %i', async (refusal, code) => {
    expect(await answered(['a'], 404, { code: refusal, detail: 'x' })).toMatchObject({ code, error: '' });
  });

  test('does not take any other refusal for another ledger', async () => {
    const body = { code: 'rights.none', detail: 'You may not see this.' };
    expect(await answered(['a'], 403, body)).toEqual({
      code: 1,
      out: '',
      error: 'concord: You may not see this.\n',
    });
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'is stopped by %s, and leaves nothing',
    async (name) => {
      const drill: Local['drill'] = async ({ signal }) => {
        process.emit(name);
        signal.throwIfAborted();
        return drilled;
      };
      const open: Local['open'] = async () => ({
        base: 'http://there',
        token: 'key',
        fetch: () => Promise.reject(new Error('was not stopped')),
        close: async () => undefined,
      });
      expect(await typed(['backup', 'drill', 'a'], { env, drill, open })).toEqual({
        code: 3,
        out: '',
        error: 'concord: Cancelled. Nothing was changed.\n',
      });
      expect(readdirSync(temporary)).toEqual([]);
    },
  );

  test('leaves nothing when the data cannot be reached', async () => {
    expect((await typed(['backup', 'drill', 'a'], { env, drill: async () => drilled })).code).toBe(3);
    expect(readdirSync(temporary)).toEqual([]);
  });
});
