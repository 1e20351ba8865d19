import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { json, line, makePlace, oneLine, type Place, type Served, serve } from './testing/vocabulary.ts';

let place: Place;
let served: Served | undefined;
const note = () => join(place.data, 'holder.json');

beforeEach(() => {
  place = makePlace();
  served = undefined;
});
afterEach(async () => {
  await served?.end('SIGKILL');
  place.remove();
});

test('the command line alone creates, reads and verifies', async () => {
  const { organisation } = await json(place, 'organisations', 'create', '--name', 'Havelmark');
  await json(place, 'controls', 'add', 'AC-01', '--name', 'Access reviews');
  expect((await json(place, 'controls', 'show', 'AC-01')).name).toBe('Access reviews');
  expect(await json(place, 'verify', '--org', organisation)).toMatchObject({ ok: true, checked: 4 });
  expect(existsSync(note())).toBe(false);
});

describe('a server that holds the data', () => {
  test('leaves a note for its owner alone, with its process, address and token', async () => {
    served = await serve(place);
    const { pid, address, token } = JSON.parse(readFileSync(note(), 'utf8'));
    expect([pid, address, token]).toEqual([served.child.pid, served.base, served.token]);
    expect(statSync(note()).mode & 0o777).toBe(0o600);
    expect(statSync(place.data).mode & 0o077).toBe(0);
  });

  test('is not joined by a second one, which says who has it; the command line works through it', async () => {
    served = await serve(place);
    const second = await line(place, ['serve'], { env: { PORT: '0' } });
    expect([second.code, second.stdout]).toEqual([3, '']);
    expect(second.stderr).toMatch(oneLine);
    expect(second.stderr).toContain(`process ${served.child.pid} at ${served.base}`);
    const { organisation } = await json(place, 'organisations', 'create', '--name', 'Havelmark');
    await json(place, 'controls', 'add', 'AC-01', '--name', 'By the command line');
    const shown = await served.ask('GET', `/api/v1/organisations/${organisation}/controls/AC-01`);
    expect(shown.body.name).toBe('By the command line');
    expect((await json(place, 'verify')).ok).toBe(true);
  });

  test('ends in order when it is told to: exit 0, no note, nothing held', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      served = await serve(place);
      expect(await served.end(signal)).toBe(0);
      expect(served.output().stderr).toBe('');
      expect(existsSync(note())).toBe(false);
    }
    expect((await line(place, ['organisations', 'list'])).code).toBe(0);
  });

  test('answers what is under way before it ends', async () => {
    served = await serve(place);
    const { organisation } = (await served.ask('POST', '/api/v1/organisations', { name: 'Havelmark' })).body;
    const { base, token, port } = served;
    const body = JSON.stringify({ code: 'SLOW-1', name: 'sent slowly' });
    const answered = new Promise<number | undefined>((resolve, reject) => {
      const slow = request(
        `${base}/api/v1/organisations/${organisation}/controls`,
        {
          method: 'POST',
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
            'content-length': body.length,
            expect: '100-continue',
          },
        },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      slow.on('error', reject);
      // The server says that it has the request before it gets the body.
      slow.flushHeaders();
      slow.on('continue', () => {
        served?.child.kill('SIGTERM');
        void untilRefused(port).then(() => slow.end(body));
      });
    });
    expect(await answered).toBe(201);
    expect(await served.ended).toBe(0);
    expect((await json(place, 'controls', 'show', 'SLOW-1')).name).toBe('sent slowly');
  });

  async function untilRefused(port: number): Promise<void> {
    for (;;) {
      const open = await fetch(`http://127.0.0.1:${port}/healthz`).then(
        () => true,
        () => false,
      );
      if (!open) return;
    }
  }

  test('that was killed does not stand in the way, nor does the note it left', async () => {
    served = await serve(place);
    await json(place, 'organisations', 'create', '--name', 'Havelmark');
    await served.end('SIGKILL');
    expect(existsSync(note())).toBe(true);
    expect((await json(place, 'organisations', 'list')).rows).toMatchObject([{ name: 'Havelmark' }]);
    expect(existsSync(note())).toBe(false);
    served = await serve(place);
    expect((await served.ask('GET', '/api/v1/organisations')).body.rows).toHaveLength(1);
  });

  test('is not mistaken for another program that has its port now', async () => {
    const other = createServer((_, response) => response.writeHead(200).end('something else'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    await line(place, ['organisations', 'create', '--name', 'Havelmark']);
    writeFileSync(note(), JSON.stringify({ pid: 1, address: `http://127.0.0.1:${port}`, token: 'secret' }), {
      mode: 0o600,
    });
    expect((await line(place, ['organisations', 'create', '--name', 'Havelmark'])).code).toBe(0);
    other.close();
  });
});

describe('command lines at once', () => {
  test('wait for one another on a free directory, and lose nothing', async () => {
    await json(place, 'organisations', 'create', '--name', 'Havelmark');
    const count = 5;
    const ended = await Promise.all(
      Array.from({ length: count }, (_, at) => line(place, ['controls', 'add', `C-${at}`, '--name', 'x'])),
    );
    expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual(ended.map(() => [0, '']));
    expect((await json(place, 'controls', 'list')).total).toBe(count);
    expect((await json(place, 'verify')).ok).toBe(true);
  });

  test('and a server that starts at the same time all come through', async () => {
    await json(place, 'organisations', 'create', '--name', 'Havelmark');
    const starting = serve(place);
    const lines = Array.from({ length: 4 }, (_, at) =>
      line(place, ['controls', 'add', `S-${at}`, '--name', 'x']),
    );
    served = await starting;
    expect((await Promise.all(lines)).map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect((await json(place, 'controls', 'list')).total).toBe(4);
  });

  test('that wait in vain say for whom', async () => {
    await line(place, ['organisations', 'create', '--name', 'Havelmark']);
    const { default: Database } = await import('libsql');
    const lock = new Database(join(place.data, 'lock.sqlite'));
    lock.exec('PRAGMA locking_mode = EXCLUSIVE');
    lock.exec('PRAGMA user_version = 1');
    const told = await line(place, ['organisations', 'list']);
    expect([told.code, told.stdout]).toEqual([3, '']);
    expect(told.stderr).toMatch(oneLine);
    expect(told.stderr).toMatch(/held by another process.*does not answer.*try again/);
    lock.close();
  });
});
