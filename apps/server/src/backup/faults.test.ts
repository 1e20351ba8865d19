import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { backUp, makeShelf, newPair, type Pair } from '../testing/backup.ts';
import { createOrganisation, fillProgramme, within } from '../testing/programme.ts';
import { makePlace, type Place, type RunningServer, startServer } from '../testing/server.ts';
import { sealBytes } from '../writing/sealing.ts';
import { checkSealedFor, openBytes } from './form/envelope.ts';
import { BackupFault } from './form/fault.ts';
import { form, openingPath } from './form/manifest.ts';
import { type Member, writeTar } from './form/tar.ts';
import { restoreBackup } from './restore/index.ts';
import type { OnStep } from './restore/swap.ts';

const shelf = makeShelf();
let pair: Pair;
/** A backup of one organisation as it was, the place it was made at, and where its ledger ended. */
let backup: Buffer;
let source: Place;
let organisation: string;
let head: object;
let publicKey: string;

beforeAll(async () => {
  pair = await newPair();
  source = makePlace();
  const running = await startServer(source);
  organisation = await createOrganisation(running.ask, 'Backed up');
  const inside = within(running.ask, organisation);
  await fillProgramme(inside);
  backup = (await backUp(running.server, { to: pair.to })).bytes;
  head = (await inside('GET', '/ledger/head')).body;
  publicKey = (await running.ask('GET', '/api/v1/public-key')).body.pem;
  await running.close();
});
afterAll(() => {
  source.remove();
  shelf.remove();
});

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

/** A place where something else stands already; answers the id of what does. */
async function standing(): Promise<string> {
  const running = await startServer(place);
  const stood = await createOrganisation(running.ask, 'Stands');
  await running.close();
  return stood;
}

async function organisationsAt(directory: string): Promise<readonly string[]> {
  const running: RunningServer = await startServer({ ...place, directory });
  const { rows } = (await running.ask('GET', '/api/v1/organisations')).body;
  for (const { id } of rows)
    expect((await within(running.ask, id)('POST', '/ledger/verification', {})).body.ok).toBe(true);
  await running.close();
  return rows.map(({ id }: { id: string }) => id);
}

/** A restore that was refused leaves no directory where none was. */
const namesIn = (directory: string) => (existsSync(directory) ? readdirSync(directory) : []);

async function faultOf(work: Promise<unknown>): Promise<{ code: string; exit: number }> {
  const fault = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(fault instanceof BackupFault)) throw fault ?? new Error('nothing was refused');
  expect(fault.message).not.toMatch(/\{\{|^refusal\.|\n/);
  return { code: fault.code, exit: fault.exit };
}

const restored = async (bytes: Uint8Array, more: object = {}) =>
  restoreBackup(place, { file: await shelf.put(bytes), using: pair.using, ...more });

const whole = ['backup.altered', 'backup.foreign', 'backup.wrong-key', 'backup.not-whole'];

describe('a file that is not the backup that was made', () => {
  test('cut off at any byte is refused, and what stood stands', async () => {
    const stood = await standing();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: backup.length - 1 }), async (length) => {
        expect(whole).toContain((await faultOf(restored(backup.subarray(0, length)))).code);
      }),
      { numRuns: 25 },
    );
    expect(await organisationsAt(place.directory)).toEqual([stood]);
    expect(namesIn(place.directory)).not.toContain('restoring');
  });

  test('with any bit flipped, or something behind its end, is refused', async () => {
    const flip = fc.record({
      at: fc.integer({ min: 0, max: backup.length - 1 }),
      bit: fc.integer({ min: 0, max: 7 }),
    });
    await fc.assert(
      fc.asyncProperty(flip, async ({ at, bit }) => {
        const altered = Buffer.from(backup);
        altered[at] = (altered[at] ?? 0) ^ (1 << bit);
        expect(whole).toContain((await faultOf(restored(altered))).code);
      }),
      { numRuns: 25 },
    );
    expect(await faultOf(restored(Buffer.concat([backup, Buffer.from('x')])))).toEqual({
      code: 'backup.altered',
      exit: 2,
    });
    expect(await organisationsAt(place.directory)).toEqual([]);
  });

  test('leaves nothing behind where nothing was', async () => {
    const directory = join(place.directory, 'new');
    const file = await shelf.put(Buffer.from('hello'));
    const refused = restoreBackup({ ...place, directory }, { file, using: pair.using });
    expect((await faultOf(refused)).code).toBe('backup.foreign');
    expect(namesIn(place.directory)).not.toContain('new');
  });

  test('is told from no backup at all, from another key, and from what is not there', async () => {
    for (const other of ['', 'hello', 'age-encryption.org/v2\n', '%PDF-1.7', '\0'.repeat(100_000)])
      expect(await faultOf(restored(Buffer.from(other)))).toEqual({ code: 'backup.foreign', exit: 1 });
    const { using } = await newPair();
    expect(await faultOf(restored(backup, { using }))).toEqual({ code: 'backup.wrong-key', exit: 1 });
    expect(await faultOf(restored(backup, { using: { passphrase: 'x' } }))).toEqual({
      code: 'backup.asks-key',
      exit: 1,
    });
    const nothing = restoreBackup(place, { file: join(shelf.folder, 'nothing'), using });
    expect(await faultOf(nothing)).toEqual({ code: 'backup.unreadable', exit: 1 });
    expect((await faultOf(restoreBackup(place, { file: shelf.folder, using }))).code).toBe(
      'backup.unreadable',
    );
  });

  test('of another program’s making, or of a newer form, is refused before anything is read of it', async () => {
    const sealed = async (members: readonly [path: string, text: string][]) =>
      bytesOf(await sealBytes(writeTar(toMembers(members)), pair.to));
    const opening = {
      format: 'concord backup',
      form: form + 1,
      program: '9.0',
      madeAt: '',
      partial: false,
      entries: 0,
    };
    const newer = await sealed([
      [openingPath, JSON.stringify(opening)],
      ['anything', 'else'],
    ]);
    expect(await faultOf(restored(newer))).toEqual({ code: 'backup.newer', exit: 1 });
    for (const members of [[['etc/passwd', 'x']], [], [[openingPath, '{}']]] as [string, string][][])
      expect((await faultOf(restored(await sealed(members)))).code).toMatch(/^backup\.(foreign|not-whole)$/);
    const bare = { ...opening, form };
    for (const path of ['../outside', 'files/../../x', 'ledgers/../x', '/etc/passwd']) {
      const hostile = await sealed([
        [openingPath, JSON.stringify(bare)],
        [path, 'x'],
      ]);
      expect(await faultOf(restored(hostile))).toEqual({ code: 'backup.foreign', exit: 1 });
    }
  });

  test('missing a part, or with one more, does not hang together', async () => {
    const plain = await bytesOf(openBytes(once(backup), pair.using));
    const { readTar } = await import('./form/tar.ts');
    const parts: [string, Buffer][] = [];
    for await (const member of readTar(once(plain))) parts.push([member.path, await bytesOf(member.bytes)]);
    const again = (kept: readonly [string, Buffer][]) =>
      sealBytes(writeTar(toMembers(kept)), pair.to)
        .then(bytesOf)
        .then(restored)
        .then(() => 'restored');
    for (const [at, [path]] of parts.entries()) {
      if (path === 'README.txt') continue;
      const without = parts.filter((_, each) => each !== at);
      expect([path, (await faultOf(again(without))).code]).toEqual([
        path,
        expect.stringMatching(/not-whole|foreign/),
      ]);
    }
    const more: [string, Buffer] = [`files/${organisation}/${'a'.repeat(64)}`, Buffer.from('slipped in')];
    expect(await faultOf(again([...parts.slice(0, 2), more, ...parts.slice(2)]))).toEqual({
      code: 'backup.not-whole',
      exit: 2,
    });
    rmSync(place.directory, { recursive: true, force: true });
    expect(await again(parts)).toBe('restored');
  });
});

test('a secret key given as the recipient is refused without being told again', async () => {
  const [secret = ''] = pair.using.identities;
  let fault: unknown;
  try {
    checkSealedFor({ recipients: [` ${secret}`] });
  } catch (error) {
    fault = error;
  }
  expect(fault).toMatchObject({ code: 'backup.recipient', params: { recipient: ' …' } });
  expect(String(fault)).not.toContain('AGE-SECRET');
});

describe('a passphrase', () => {
  test('opens the backup, and another one does not', async () => {
    const sealed = await bytesOf(
      await sealBytes(once(Buffer.from('content')), { passphrase: 'a long passphrase' }),
    );
    expect((await bytesOf(openBytes(once(sealed), { passphrase: 'a long passphrase' }))).toString()).toBe(
      'content',
    );
    const other = bytesOf(openBytes(once(sealed), { passphrase: 'a long passphrasE' }));
    expect(await faultOf(other)).toEqual({ code: 'backup.wrong-passphrase', exit: 1 });
    expect(await faultOf(bytesOf(openBytes(once(sealed), pair.using)))).toEqual({
      code: 'backup.asks-passphrase',
      exit: 1,
    });
  });

  test('is derived as every age does it', async () => {
    const { Encrypter } = await import('age-encryption');
    const encrypter = new Encrypter();
    encrypter.setScryptWorkFactor(8);
    encrypter.setPassphrase('shared with others');
    const sealed = Buffer.from(await encrypter.encrypt('made elsewhere'));
    const opened = await bytesOf(openBytes(once(sealed), { passphrase: 'shared with others' }));
    expect(opened.toString()).toBe('made elsewhere');
  });
});

describe('a restore', () => {
  const steps: Parameters<OnStep>[0][] = ['loaded', 'verified', 'decided', 'moved away', 'put in place'];

  test.each(steps)('broken off when %s leaves either what stood or what was restored, whole', async (at) => {
    const stood = await standing();
    const image = join(shelf.folder, `crashed ${at}`);
    const onStep: OnStep = (step) => {
      if (step !== at) return;
      // What a kill leaves: the disk as it is now, without anything that would be tidied up. Another process copies.
      execFileSync('cp', ['-r', place.directory, image]);
      throw new Error('broken off');
    };
    const isDecided = steps.indexOf(at) >= steps.indexOf('decided');
    const broken = restored(backup, { onStep });
    if (isDecided) expect(await faultOf(broken)).toEqual({ code: 'backup.unfinished', exit: 3 });
    else await expect(broken).rejects.toThrow('broken off');
    for (const directory of [image, place.directory])
      expect([directory, await organisationsAt(directory)]).toEqual([
        directory,
        [isDecided ? organisation : stood],
      ]);
    for (const directory of [image, place.directory])
      expect(namesIn(directory).filter((name) => /^(restor(ing|ed)|replacing)$/.test(name))).toEqual([]);
    if (!isDecided) {
      const { kept } = await restored(backup);
      expect(await organisationsAt(place.directory)).toEqual([organisation]);
      expect(await organisationsAt(kept as string)).toEqual([stood]);
    }
  });

  test('keeps what stood, says where, and what of it is not in the backup', async () => {
    const stood = await standing();
    const { kept = '', behind } = await restored(backup);
    expect(kept).toMatch(/data\.before-restore-\d{4}-\d\d-\d\dT\d{6}Z$/);
    expect(behind).toEqual([{ id: stood, position: 3, now: 0 }]);
    expect(await organisationsAt(kept)).toEqual([stood]);
    expect(namesIn(place.directory).filter((name) => /^(restor|replac|before)/.test(name))).toEqual([
      'restores.jsonl',
    ]);
  });

  test('is refused while a server has the data directory, and while a backup of one would move others away', async () => {
    const running = await startServer(place);
    await createOrganisation(running.ask, 'Stands');
    await expect(restored(backup)).rejects.toThrow(/is held by/);
    const one = await createOrganisation(running.ask, 'One of two');
    const partial = await backUp(running.server, { to: pair.to, only: [one] });
    await running.close();
    expect(await faultOf(restored(partial.bytes))).toEqual({ code: 'backup.partial', exit: 1 });
    expect((await organisationsAt(place.directory)).length).toBe(2);
  });

  test('is held against a head that left the machine: the same, and one that goes further', async () => {
    const asText = { head: JSON.stringify(head), publicKey };
    expect((await restored(backup, { head: asText })).organisations).toHaveLength(1);
    const running = await startServer(source);
    await within(running.ask, organisation)('POST', '/controls', {
      code: 'L-1',
      name: 'later than the backup',
    });
    const later = (await within(running.ask, organisation)('GET', '/ledger/head')).body;
    await running.close();
    const older = restored(backup, { head: { head: JSON.stringify(later), publicKey } });
    expect(await faultOf(older)).toEqual({ code: 'backup.does-not-verify', exit: 2 });
    const none = restored(backup, { head: { head: '{}', publicKey } });
    expect(await faultOf(none)).toEqual({ code: 'backup.head', exit: 1 });
    const foreign = { ...later, organisation: 'somebody-else' };
    expect(await faultOf(restored(backup, { head: { head: JSON.stringify(foreign), publicKey } }))).toEqual({
      code: 'backup.head-absent',
      exit: 2,
    });
  });

  test.each(['read', 'loaded'])(
    'stops when it is told to while it is %s, and leaves nothing',
    async (when) => {
      const abort = new AbortController();
      const onProgress = () => {
        if (when === 'read') abort.abort();
      };
      const onStep: OnStep = (step) => {
        if (step === when) abort.abort();
      };
      await expect(restored(backup, { onProgress, onStep, signal: abort.signal })).rejects.toMatchObject({
        name: 'AbortError',
      });
      expect(namesIn(place.directory)).not.toContain('restoring');
      expect(await organisationsAt(place.directory)).toEqual([]);
    },
  );
});

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
}

async function bytesOf(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

async function* toMembers(
  members: readonly (readonly [path: string, content: string | Buffer])[],
): AsyncGenerator<Member> {
  for (const [path, content] of members) {
    const bytes = Buffer.from(content);
    yield { path, size: bytes.length, bytes: once(bytes) };
  }
}
