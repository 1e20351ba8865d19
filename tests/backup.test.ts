import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { json, line, makePlace, type Place, type Served, serve, start } from './testing/vocabulary.ts';

const passphrase = 'a passphrase for this test';
const env = { CONCORD_BACKUP_PASSPHRASE: passphrase };
let place: Place;
let served: Served | undefined;

beforeEach(async () => {
  place = makePlace();
  served = undefined;
  await json(place, 'organisations', 'create', '--name', 'Havelmark');
  await json(place, 'controls', 'add', 'AC-01', '--name', 'Access reviews');
  writeFileSync(join(place.root, 'review.txt'), 'reviewed all accounts');
  const more = ['--outcome', 'neutral', '--title', 'Review', '--file', 'review.txt'];
  await json(place, 'evidence', 'add', '--controls', 'AC-01', ...more);
});
afterEach(async () => {
  await served?.end('SIGKILL');
  place.remove();
});

const files = () => readdirSync(place.root).filter((name) => /age|part|before/.test(name));

test('a backup is made and tried while a server runs, and restored once it is stopped; what stood is kept', async () => {
  served = await serve(place);
  const made = await line(place, ['backup', '--out', 'one.age', '--progress'], { env });
  expect([made.code, made.stderr]).toEqual([0, expect.stringMatching(/files: 100 %/)]);
  expect(made.stdout).toMatch(/Wrote one\.age.*\n {2}Havelmark: \d+ entries, 1 file\n/);
  expect(statSync(join(place.root, 'one.age')).mode & 0o077).toBe(0);
  for (const drilled of [
    ['backup', 'drill', 'one.age'],
    ['backup', 'drill'],
  ]) {
    const { code, stdout } = await line(place, drilled, { env });
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/Can be restored: [\s\S]*Havelmark, up to entry \d+: the same here/),
    ]);
  }
  const held = await line(place, ['restore', 'one.age'], { env });
  expect([held.code, held.stderr]).toEqual([3, expect.stringMatching(/is held by process \d+/)]);
  await served.end('SIGTERM');
  await json(place, 'controls', 'add', 'AC-02', '--name', 'Added after the backup');
  const restored = await line(place, ['restore', 'one.age'], { env });
  expect([restored.code, restored.stderr]).toEqual([0, '']);
  expect(restored.stdout).toMatch(/What stood here before is kept in .*data\.before-restore-/);
  expect(restored.stdout).toMatch(/what came after is in what was kept/);
  expect((await json(place, 'verify')).ok).toBe(true);
  expect((await line(place, ['controls', 'show', 'AC-02'])).code).toBe(1);
  const kept = join(
    place.root,
    readdirSync(place.root).find((name) => name.includes('before-restore')) ?? '',
  );
  expect((await line(place, ['--data', kept, 'controls', 'show', 'AC-02'])).code).toBe(0);
});

test('nothing opens it but its passphrase, which is nowhere to be seen', async () => {
  const file = join(place.root, 'secret');
  writeFileSync(file, `${passphrase}\n`);
  const made = await line(place, ['backup', '--passphrase-file', file]);
  expect(made.code).toBe(0);
  const [name = ''] = files();
  expect(name).toMatch(/^concord-backup-.*\.tar\.age$/);
  const wrong = await line(place, ['restore', name], {
    env: { CONCORD_BACKUP_PASSPHRASE: 'another passphrase' },
  });
  expect([wrong.code, wrong.stderr]).toEqual([
    1,
    expect.stringMatching(/^concord: The passphrase does not open this backup.*\n$/),
  ]);
  const typed = await line(place, ['backup', '--passphrase', passphrase]);
  expect([typed.code, typed.stderr.includes(passphrase)]).toEqual([1, false]);
  expect((await line(place, ['restore', name, '--passphrase-file', file])).code).toBe(0);
  for (const each of [made.stdout, made.stderr, readFileSync(join(place.data, 'restores.jsonl'), 'utf8')])
    expect(each).not.toContain(passphrase);
});

test('Ctrl+C leaves nothing, and a kill no file that looks whole', async () => {
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    const child = start(place, ['backup', '--out', 'x.age'], { env });
    await new Promise<void>((resolve) => {
      const looking = setInterval(() => {
        if (!files().some((name) => /^x\.age\.\d+\.part$/.test(name))) return;
        clearInterval(looking);
        resolve();
      }, 2);
      child.once('close', () => {
        clearInterval(looking);
        resolve();
      });
    });
    child.kill(signal);
    await new Promise((resolve) =>
      child.exitCode === null && child.signalCode === null ? child.once('close', resolve) : resolve(0),
    );
    if (signal === 'SIGINT') expect([[], ['x.age']]).toContainEqual(files());
    else expect(files().filter((name) => name === 'x.age')).toEqual([]);
    if (files().includes('x.age')) return;
  }
});

test('tables are written in the form that the name of the file says', async () => {
  await line(place, ['export', 'tables', '--out', 'tables.zip']);
  expect(readFileSync(join(place.root, 'tables.zip')).subarray(0, 2).toString()).toBe('PK');
  await line(place, ['export', 'tables', '--out', 'tables.sqlite']);
  expect(readFileSync(join(place.root, 'tables.sqlite')).subarray(0, 15).toString()).toBe('SQLite format 3');
});
