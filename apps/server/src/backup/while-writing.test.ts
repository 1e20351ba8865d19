import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUp, makeShelf, newPair, type Pair } from '../testing/backup.ts';
import { createOrganisation, fillProgramme, sendFile, within } from '../testing/programme.ts';
import { type Ask, makePlace, type Place, type RunningServer, startServer } from '../testing/server.ts';
import { BackupFault } from './form/fault.ts';
import { drillBackup } from './restore/drill.ts';
import { restoreBackup } from './restore/index.ts';

let place: Place;
let running: RunningServer;
let organisation: string;
let inside: Ask;
let pair: Pair;
const shelf = makeShelf();

beforeEach(async () => {
  place = makePlace();
  running = await startServer(place);
  organisation = await createOrganisation(running.ask);
  inside = within(running.ask, organisation);
  await fillProgramme(inside);
  pair = await newPair();
});
afterEach(async () => {
  await running.close();
  place.remove();
});

const tail = async () => (await running.server.store.tail(organisation)).position;
const drilled = async (bytes: Uint8Array) => drillBackup({ file: await shelf.put(bytes), using: pair.using });

async function evidenceWith(content: string): Promise<{ entry: number; file: string }> {
  const file = await sendFile(inside, 'kept.txt', content);
  const added = await inside('POST', '/evidence', {
    controls: ['AC-01'],
    outcome: 'neutral',
    title: content.slice(0, 100),
    file,
  });
  expect(added.status).toBe(201);
  return { entry: added.body.position, file };
}

/** Takes a backup piece by piece, and lets something happen before each. */
async function backUpWhile(happens: (piece: number) => Promise<unknown>) {
  const parts = running.server.backup({ to: pair.to });
  const bytes: Uint8Array[] = [];
  for (let piece = 0; ; piece += 1) {
    await happens(piece);
    const { done, value } = await parts.next();
    if (done) return { bytes: Buffer.concat(bytes), manifest: value };
    if (value instanceof Uint8Array) bytes.push(value);
  }
}

describe('while others write', () => {
  test('a backup is a whole number of commands, each as it was, and verifies', async () => {
    for (let at = 0; at < 30; at += 1) await evidenceWith(`${at} ${'x'.repeat(60_000)}`);
    const before = await tail();
    let added = 0;
    const { bytes, manifest } = await backUpWhile(async () => {
      added += 1;
      await inside('POST', '/controls', { code: `W-${added}`, name: 'written meanwhile' });
    });
    expect(added).toBeGreaterThan(10);
    const [backedUp] = manifest.organisations;
    expect(backedUp?.position).toBeGreaterThanOrEqual(before);
    expect(backedUp?.position).toBeLessThan(await tail());
    expect(backedUp?.files).toBe(31);
    expect((await drilled(bytes)).organisations[0]).toMatchObject({ lost: [], files: 31 });
  });

  test.each([0, 1, 3, 8, 20])(
    'what is erased while a backup is made (piece %i) is explained in it, and is not in what is restored',
    async (when) => {
      const canary = 'Kanarienvogel-31c8';
      const secret = await evidenceWith(canary);
      for (let at = 0; at < 20; at += 1) await evidenceWith(`${at} ${'x'.repeat(60_000)}`);
      const { bytes, manifest } = await backUpWhile(async (piece) => {
        if (piece !== when) return;
        const erased = await inside('POST', `/ledger/entries/${secret.entry}/erasure`, {
          members: ['title', 'file'],
          reason: 'a lawful request',
        });
        expect(erased.status).toBeLessThan(300);
      });
      const target = makePlace();
      const restored = await restoreBackup(target, { file: await shelf.put(bytes), using: pair.using });
      expect(restored.organisations[0]?.lost).toEqual([]);
      const isIn = manifest.organisations[0]?.position === (await tail());
      expect(restored.organisations[0]?.redacted).toBe(isIn ? 1 : 0);
      if (isIn) expect(filesWith(target.directory, canary)).toBe('');
      target.remove();
    },
  );

  /** Another process looks, so that no lock of ours is dropped. */
  function filesWith(directory: string, text: string): string {
    try {
      const folders = ['organisations', 'files'].map((folder) => join(directory, folder));
      return execFileSync('grep', ['-rlF', text, ...folders], { encoding: 'utf8' });
    } catch {
      return '';
    }
  }

  test('one backup is made at a time, and the next when it has ended or was left', async () => {
    const first = running.server.backup({ to: pair.to });
    await first.next();
    await expect(backUp(running.server, { to: pair.to })).rejects.toMatchObject({
      code: 'backup.under-way',
      exit: 3,
    });
    await first.return({} as never);
    expect((await backUp(running.server, { to: pair.to })).manifest.organisations).toHaveLength(1);
  });
});

describe('what is not as it was recorded', () => {
  const kept = (hash: string) => join(place.directory, 'files', organisation, hash.slice(0, 2), hash);

  test('a file that is gone or rotten is told, in the backup and when it is restored, and hinders neither', async () => {
    const gone = await evidenceWith('goes');
    const rotten = await evidenceWith('rots');
    rmSync(kept(gone.file));
    writeFileSync(kept(rotten.file), 'rotten');
    const { bytes, manifest } = await backUp(running.server, { to: pair.to });
    expect(manifest.organisations[0]?.lost).toEqual([
      { hash: gone.file, state: 'missing' },
      { hash: rotten.file, state: 'altered' },
    ]);
    const { lost } = (await drilled(bytes)).organisations[0] ?? {};
    expect([...(lost ?? [])].sort()).toEqual([gone.file, rotten.file].sort());
  });

  test('a ledger that was altered is not backed up, and its entry is named', async () => {
    await running.close();
    const path = join(place.directory, 'organisations', `${organisation}.sqlite`);
    const { default: Database } = await import('libsql');
    const database = new Database(path);
    database.exec(`UPDATE entries SET text = replace(text, 'Access reviews', 'Access reviewz') WHERE seq = 7;
      UPDATE entries SET text = replace(text, '"seq":5', '"seq":6') WHERE seq = 5`);
    database.close();
    running = await startServer(place);
    const fault = await backUp(running.server, { to: pair.to }).catch((error) => error);
    expect(fault).toBeInstanceOf(BackupFault);
    expect(fault).toMatchObject({ code: 'backup.ledger-damaged', exit: 2, params: { organisation, seq: 5 } });
  });

  test('an empty installation has nothing to back up, and says so', async () => {
    const empty = makePlace();
    const other = await startServer(empty);
    await expect(backUp(other.server, { to: pair.to })).rejects.toMatchObject({
      code: 'backup.nothing',
      exit: 1,
    });
    await expect(backUp(running.server, { to: pair.to, only: ['other'] })).rejects.toMatchObject({ exit: 1 });
    await other.close();
    empty.remove();
  });
});

describe('a drill', () => {
  test('leaves nothing, whatever comes of it', async () => {
    const temporary = makeShelf();
    const before = process.env.TMPDIR;
    process.env.TMPDIR = temporary.folder;
    try {
      const { bytes } = await backUp(running.server, { to: pair.to });
      expect((await drilled(bytes)).organisations[0]?.position).toBe(await tail());
      await expect(drilled(bytes.subarray(0, bytes.length - 1))).rejects.toMatchObject({
        code: 'backup.altered',
      });
      expect(readdirSync(temporary.folder)).toEqual([]);
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
      temporary.remove();
    }
    expect(existsSync(place.directory)).toBe(true);
  });
});
