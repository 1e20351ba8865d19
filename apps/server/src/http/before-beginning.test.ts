import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOrganisation, within } from '../testing/programme.ts';
import { type Ask, makePlace, type RunningServer, startServer } from '../testing/server.ts';

const place = makePlace();
let running: RunningServer;
let inside: Ask;
let now = '2026-01-10T12:00:00.000Z';
const ask = async (path: string) => (await inside('GET', path)).body;

beforeAll(async () => {
  running = await startServer(place, { clock: () => new Date(now) });
  inside = within(running.ask, await createOrganisation(running.ask));
  now = '2026-02-01T12:00:00.000Z';
});
afterAll(async () => {
  await running.close();
  place.remove();
});

test('an answer about a day before the first entry says when the ledger begins, one about a later day does not', async () => {
  expect(await ask('/controls?on=1990-01-01')).toMatchObject({ on: '1990-01-01', begins: '2026-01-10' });
  expect(await ask('/controls?on=2026-01-10')).not.toHaveProperty('begins');
  expect(await ask('/controls')).not.toHaveProperty('begins');
});

test('a document about such a day says it where it says of which day it is', async () => {
  const before = await inside('GET', '/reports/control-library?format=html&on=1990-01-01');
  expect(String(before.body)).toContain('the ledger begins on 10 Jan 2026');
  const after = await inside('GET', '/reports/control-library?format=html');
  expect(String(after.body)).not.toContain('the ledger begins on');
});

test('as of a day, a report has the versions that had been published by then', async () => {
  const published = await inside('POST', '/reports/control-library/publications', { format: 'html' });
  expect(published.status).toBe(201);
  const versions = async (on: string) => (await ask(`/reports/control-library/publications?on=${on}`)).total;
  expect(await versions('2026-01-31')).toBe(0);
  expect(await versions('2026-02-01')).toBe(1);
});

test('given a clock that was set back behind the beginning, when something is asked, then the clock is named and the organisation is still listed', async () => {
  const right = now;
  now = '2025-12-01T12:00:00.000Z';
  try {
    for (const [method, path, body] of [
      ['GET', '/controls', undefined],
      ['POST', '/controls', { code: 'EARLY-1', name: 'Too early' }],
    ] as const) {
      const answer = await inside(method, path, body);
      expect([answer.status, answer.body.code]).toEqual([403, 'permission.begins']);
      expect(answer.body.detail).toContain('begin on 2026-01-10');
      expect(answer.body.detail).toContain('it is 2025-12-01. Set the clock right');
    }
    expect((await running.ask('GET', '/api/v1/organisations')).body.rows).toHaveLength(1);
  } finally {
    now = right;
  }
});
