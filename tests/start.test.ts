import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  giveAway,
  line,
  makePlace,
  ofItsInside,
  oneLine,
  type Place,
  runsUnprivileged,
  serve,
} from './testing/vocabulary.ts';

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

/** It could not, says why in one line, and prints nothing else. */
async function couldNot(argv: string[], settings: Parameters<typeof line>[2], why: RegExp): Promise<void> {
  const told = await line(place, argv, settings);
  expect([told.code, told.stdout]).toEqual([3, '']);
  expect(told.stderr).toMatch(oneLine);
  expect(told.stderr).not.toMatch(ofItsInside);
  expect(told.stderr).toMatch(why);
  const asJson = await line(place, ['--json', ...argv], settings);
  expect([asJson.code, asJson.stdout]).toEqual([3, '']);
  expect(JSON.parse(asJson.stderr)).toMatchObject({
    code: 'unavailable',
    detail: expect.stringMatching(why),
  });
}

describe('given no data directory', () => {
  test.each([
    ['organisations', 'list'],
    ['controls', 'list'],
    ['verify'],
    ['controls', 'add', 'X-1', '--name', 'x'],
    ['demo', 'remove'],
    ['backup', 'drill'],
  ])('then `%s %s` says so, says what makes one, and makes none', async (...argv) => {
    const told = await line(
      place,
      argv.filter((word) => word !== undefined),
    );
    expect([told.code, told.stdout]).toEqual([1, '']);
    expect(told.stderr).toMatch(oneLine);
    expect(told.stderr).toMatch(/There is no data directory .*organisations create/);
    expect(existsSync(place.data)).toBe(false);
  });

  test.each([[['frameworks']], [['openapi']], [['set-up', 'propose', '--language', 'de']]])(
    'then what is asked of the catalogue is answered, and none is made: %j',
    async (argv) => {
      const told = await line(place, ['--json', ...argv]);
      expect([told.code, told.stderr]).toEqual([0, '']);
      expect(typeof JSON.parse(told.stdout)).toBe('object');
      expect(existsSync(place.data)).toBe(false);
    },
  );

  test('then an organisation that is created makes one', async () => {
    expect((await line(place, ['organisations', 'create', '--name', 'Havelmark'])).code).toBe(0);
    expect(existsSync(place.data)).toBe(true);
  });
});

describe('where it listens', () => {
  test('is any free port when asked for port 0, and it says which', async () => {
    const served = await serve(place);
    expect(served.port).toBeGreaterThan(0);
    expect((await served.ask('GET', '/healthz')).body.ok).toBe(true);
    expect(await served.end('SIGTERM')).toBe(0);
  });

  test.each(['abc', '70000', '-1', '80.5', '1e9'])('is not at PORT=%s', async (PORT) => {
    await couldNot(['serve'], { env: { PORT } }, /PORT is no port/);
    expect(existsSync(place.data)).toBe(false);
  });

  test.each(['0.0.0.0', '::', '192.0.2.1', 'example.org'])(
    'is not beyond this machine: HOST=%s',
    async (HOST) => {
      await couldNot(['serve'], { env: { HOST, PORT: '0' } }, /this machine only/);
    },
  );

  test('is not where somebody else does; it says how to choose another, and lets the data go', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    await couldNot(
      ['serve'],
      { env: { PORT: String(port) } },
      new RegExp(`Port ${port} is in use. Set PORT`),
    );
    other.close();
    expect(readdirSync(place.data)).not.toContain('holder.json');
    expect((await line(place, ['organisations', 'list'])).code).toBe(0);
  });
});

describe('where the data lies', () => {
  test('cannot be a file', async () => {
    writeFileSync(place.data, 'a file');
    await couldNot(['organisations', 'list'], {}, /data directory .* can not be used: EEXIST/);
    await couldNot(['serve'], { env: { PORT: '0' } }, /EEXIST/);
    expect(readFileSync(place.data, 'utf8')).toBe('a file');
  });

  test('cannot be below a file', async () => {
    writeFileSync(place.data, 'a file');
    await couldNot(['--data', join(place.data, 'below'), 'organisations', 'list'], {}, /ENOTDIR/);
  });

  test.runIf(runsUnprivileged)('has to be writable', async () => {
    const settings = { unprivileged: true };
    giveAway(place.root);
    chmodSync(place.root, 0o700);
    expect((await line(place, ['organisations', 'create', '--name', 'Havelmark'], settings)).code).toBe(0);
    for (const folder of [place.data, join(place.data, 'organisations')]) chmodSync(folder, 0o500);
    for (const name of readdirSync(place.data))
      if (name.includes('.sqlite')) chmodSync(join(place.data, name), 0o400);
    await couldNot(['organisations', 'list'], settings, /data directory .* can not be used/);
    await couldNot(['serve'], { ...settings, env: { PORT: '0' } }, /data directory .* can not be used/);
    for (const folder of [place.data, join(place.data, 'organisations')]) chmodSync(folder, 0o700);
  });

  test.runIf(runsUnprivileged)('has to be below something that one may enter', async () => {
    mkdirSync(join(place.root, 'locked'), { mode: 0o500 });
    giveAway(place.root);
    chmodSync(place.root, 0o755);
    await couldNot(
      ['--data', join(place.root, 'locked', 'data'), 'organisations', 'create', '--name', 'Havelmark'],
      { unprivileged: true },
      /EACCES/,
    );
  });
});

describe('the signing key', () => {
  const key = () => place.env.CONCORD_KEY as string;
  const create = ['organisations', 'create', '--name', 'Havelmark'];

  test('is made once, for nobody else to read, and stays', async () => {
    await line(place, create);
    const made = readFileSync(key(), 'utf8');
    await line(place, ['organisations', 'list']);
    expect(readFileSync(key(), 'utf8')).toBe(made);
  });

  test('is refused when others can read it', async () => {
    await line(place, create);
    chmodSync(key(), 0o644);
    await couldNot(['organisations', 'list'], {}, /can be read by other users: chmod 600/);
    await couldNot(['serve'], { env: { PORT: '0' } }, /can be read by other users/);
    chmodSync(key(), 0o600);
    expect((await line(place, ['organisations', 'list'])).code).toBe(0);
  });

  test('is refused when it is none, and named', async () => {
    mkdirSync(join(key(), '..'), { recursive: true });
    writeFileSync(key(), 'no key', { mode: 0o600 });
    await couldNot(create, {}, /the signing key .*key\.pem can not be used/);
    expect(readFileSync(key(), 'utf8')).toBe('no key');
  });

  test('cannot be a folder', async () => {
    mkdirSync(key(), { recursive: true, mode: 0o700 });
    await couldNot(create, {}, /the signing key .* can not be used|EISDIR/);
  });
});

describe('a database', () => {
  test('that does not answer is named as what cannot be reached, without its password', async () => {
    const env = { DATABASE_URL: 'postgres://concord:geheim@127.0.0.1:1/concord' };
    await couldNot(['organisations', 'list'], { env }, /database/i);
    const { stderr } = await line(place, ['organisations', 'list'], { env });
    expect(stderr).not.toContain('geheim');
  });
});
