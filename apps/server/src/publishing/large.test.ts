import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildLongFile } from '@concord/reports/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganisation, within } from '../testing/programme.ts';
import { host, makePlace, type RunningServer, startServer, token } from '../testing/server.ts';

const controls = 510;
const place = makePlace();
const folder = mkdtempSync(join(tmpdir(), 'concord-large-'));
const mute = join(folder, 'mute.mjs');
let running: RunningServer;
let organisation: string;

beforeAll(async () => {
  writeFileSync(mute, 'setInterval(() => {}, 1000)');
  running = await startServer(place, { longThreadFile: await buildLongFile('large') });
  organisation = await createOrganisation(running.ask);
  const inside = within(running.ask, organisation);
  const codes = Array.from({ length: controls }, (_, nth) => `C-${nth}`);
  await Promise.all(codes.map((code) => inside('POST', '/controls', { code, name: `Control ${code}` })));
}, 60_000);
afterAll(async () => {
  await running.close();
  place.remove();
  rmSync(folder, { recursive: true });
});

interface How {
  readonly signal?: AbortSignal;
  readonly method?: string;
  readonly accept?: string;
}

function asked(format: string, { signal, method = 'GET', accept = '*/*' }: How = {}) {
  const address = `http://${host}/api/v1/organisations/${organisation}/reports/control-library?format=${format}`;
  const headers = { host, accept, authorization: `Bearer ${token}` };
  return running.app.fetch(new Request(address, { method, headers, ...(signal ? { signal } : {}) }));
}

describe('a report with a long list', () => {
  test.each([
    ['csv', 'text/csv; charset=utf-8; header=present'],
    ['json', 'application/json'],
    ['html', 'text/html; charset=utf-8'],
    ['oscal-component-definition', 'application/oscal+json'],
  ])('comes whole as %s, piece by piece', async (format, mediaType) => {
    const response = await asked(format);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, mediaType]);
    const text = await response.text();
    const { position } = await running.server.store.tail(organisation);
    expect(response.headers.get('concord-position')).toBe(String(position));
    for (const code of ['C-0', 'C-509']) expect(text).toContain(code);
  });

  test('comes in lines to who accepts them: how far it is, the same bytes, and what they are', async () => {
    const response = await asked('csv', { accept: 'application/x-ndjson' });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
    const told = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const bytes = Buffer.concat(
      told.flatMap((line) => (line.bytes ? [Buffer.from(line.bytes, 'base64')] : [])),
    );
    expect(bytes.equals(Buffer.from(await (await asked('csv')).arrayBuffer()))).toBe(true);
    const steps = told.flatMap(({ progress }) =>
      progress ? [[progress.step, progress.done, progress.of]] : [],
    );
    expect(steps.map(([step]) => step)).toEqual(['document', 'rows', 'rows', 'rows', 'document']);
    expect(steps.slice(-2)).toEqual([
      ['rows', controls, controls],
      ['document', 3, 3],
    ]);
    const name = 'havelmark-control-library-2026-03-16.csv';
    expect(told[0]).toEqual({ file: { name, mediaType: 'text/csv; charset=utf-8; header=present' } });
    expect(told.at(-1).done).toMatchObject({ name, size: bytes.length });
  });

  test('of which only the headers are asked has no body', async () => {
    const response = await asked('csv', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  test('is made no further when nobody reads it any more', async () => {
    for (let time = 0; time < 4; time += 1) await (await asked('json')).body?.cancel();
    expect(await (await asked('csv')).text()).toContain('C-509');
  });
});

test('a connection that is closed before the first byte ends the thread or the process', async () => {
  await running.close();
  running = await startServer(place, { longThreadFile: mute, pressFile: mute });
  for (const format of ['csv', 'csv', 'csv', 'pdf', 'pdf']) {
    const gone = new AbortController();
    const answer = asked(format, { signal: gone.signal });
    setTimeout(() => gone.abort(), 100);
    expect((await answer).status).toBe(408);
  }
});
