import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePlace, startServer, token } from '../testing/server.ts';
import { makeApp } from './app.ts';

const host = 'concord.test';

describe('the app for the browser', () => {
  const built = mkdtempSync(join(tmpdir(), 'concord-web-'));
  const place = makePlace();
  let ask: (path: string, init?: RequestInit) => Promise<Response>;
  let close: () => Promise<void>;

  beforeAll(async () => {
    mkdirSync(join(built, 'assets'));
    writeFileSync(join(built, 'index.html'), '<!doctype html><title>Concord</title>');
    writeFileSync(join(built, 'assets/app-1a2b.js'), 'void 0;');
    writeFileSync(join(built, '../outside.txt'), 'nobody is to read this');
    const running = await startServer(place);
    const app = makeApp(running.server, {
      ...{ token, hosts: () => new Set([host]), version: '0.0.0-test' },
      webDirectory: built,
    });
    ask = async (path, init) => app.fetch(new Request(`http://${host}${path}`, init));
    close = running.close;
  });

  afterAll(async () => {
    await close();
    place.remove();
    rmSync(built, { recursive: true });
    rmSync(join(built, '../outside.txt'));
  });

  it('given any address but the interface, when it is opened without a key, then the page of the app comes', async () => {
    for (const path of [
      '/',
      '/?token=wrong',
      '/o/abc/library?control=x',
      '/o/a/requirements/iso27001-2022/A.5.18',
    ]) {
      const answer = await ask(path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('given the page, when it comes, then it may run only what we built, and nobody may frame it', async () => {
    const policy = (await ask('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('given a file with its hash in the name, when it is fetched, then it may be kept for good; one that is not there is missing', async () => {
    const file = await ask('/assets/app-1a2b.js');
    expect([file.status, await file.text()]).toEqual([200, 'void 0;']);
    expect(file.headers.get('cache-control')).toContain('immutable');
    expect((await ask('/assets/app-gone.js')).status).toBe(404);
  });

  it('given a name that leads out of the folder, when it is asked for, then nothing of there comes', async () => {
    for (const path of [
      '/../outside.txt',
      '/%2e%2e/outside.txt',
      '/assets/..%2f..%2foutside.txt',
      '/..\\outside.txt',
    ])
      expect(await (await ask(path)).text()).not.toContain('nobody');
  });

  it('given a link from elsewhere, when it is followed, then the app opens and its interface does not answer', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', authorization: `Bearer ${token}` };
    expect((await ask('/o/abc/library', { headers })).status).toBe(200);
    expect((await ask('/api/v1/me', { headers })).status).toBe(403);
    expect((await ask('/api/v1/me')).status).toBe(401);
  });

  it('given another name for this machine, when the app is asked for, then it is refused', async () => {
    expect((await ask('/', { headers: { host: 'evil.example' } })).status).toBe(421);
  });
});
