import { rows } from '@concord/operations';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganisation, fillProgramme, within } from '../testing/programme.ts';
import { type Ask, host, makePlace, type RunningServer, startServer } from '../testing/server.ts';

const place = makePlace();
let now = '2026-03-16';
let running: RunningServer;
let organisation: string;
let inside: Ask;
let administrator: string;

beforeAll(async () => {
  running = await startServer(place, { clock: () => new Date(`${now}T12:00:00.000Z`) });
  organisation = await createOrganisation(running.ask);
  inside = within(running.ask, organisation);
  await fillProgramme(inside);
  administrator = await running.server.people.administrator();
  const action = { what: 'x', due: '2026-03-20' };
  expect((await inside('POST', '/actions', { ...action, title: 'Mine', owner: administrator })).status).toBe(
    201,
  );
  expect((await inside('POST', '/actions', { ...action, title: 'Nobody’s' })).status).toBe(201);
});
afterAll(async () => {
  await running.close();
  place.remove();
});

async function share(said: object = {}): Promise<string> {
  const answer = await inside('POST', '/calendar/sharing', said);
  expect(answer.status).toBe(201);
  return answer.body.key;
}

/** Asks as a calendar program does: an address, and no header of ours. */
async function subscribe(key: string, path = '/calendar.ics', of = organisation) {
  const address = `http://${host}/api/v1/organisations/${of}${path}${path.includes('?') ? '&' : '?'}share=${key}`;
  const response = await running.app.fetch(new Request(address, { headers: { host } }));
  return { status: response.status, text: await response.text(), type: response.headers.get('content-type') };
}

describe('a shared calendar', () => {
  test('opens with the key in its address, and shows what its person answers for', async () => {
    const key = await share();
    expect(key).toMatch(/^fkey_[A-Za-z0-9_-]{43}$/);
    const { status, text, type } = await subscribe(key);
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(text).toContain('SUMMARY:Action: Mine');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect((await inside('GET', '/calendar.ics')).text).toContain('Nobody’s');
  });

  test('has a key that no entry holds', async () => {
    const key = await share();
    const entries = await running.server.store.read(organisation, 0, 1000);
    expect(JSON.stringify(entries)).not.toContain(key);
  });

  test('opens nothing else, whatever the row', async () => {
    const key = await share();
    for (const { row } of rows) {
      if (row.method !== 'GET' || row.name === 'calendar') continue;
      const path = row.path.replaceAll(/\{\w+\}/g, 'x');
      expect([row.name, (await subscribe(key, path)).status]).toEqual([row.name, 401]);
    }
    for (const path of ['/controls/calendar.ics', '/x/calendar.ics', '/calendar.ics/x'])
      expect([path, (await subscribe(key, path)).status]).toEqual([path, 401]);
    const pages = await running.app.fetch(
      new Request(`http://${host}/why/x/calendar.ics?share=${key}`, { headers: { host } }),
    );
    expect(pages.status).toBe(401);
    const bearer = { authorization: `Bearer ${key}` };
    expect((await inside('GET', '/calendar.ics', undefined, bearer)).status).toBe(401);
    expect((await inside('POST', '/evidence', {}, bearer)).status).toBe(401);
  });

  test('of another organisation is not there, and a wrong key opens nothing', async () => {
    const key = await share();
    const other = await createOrganisation(running.ask, 'Other');
    expect((await subscribe(key, '/calendar.ics', other)).status).toBe(404);
    for (const wrong of ['', 'x', `${key}x`, key.replace('fkey_', 'ckey_'), `fkey_${'x'.repeat(43)}`])
      expect([wrong, (await subscribe(wrong)).status]).toEqual([wrong, 401]);
    const collector = await inside('POST', '/collectors', { name: 'Monitor' });
    expect((await subscribe(collector.body.key)).status).toBe(401);
  });

  test('is closed by a newer key, by its last day, and when it is taken back', async () => {
    const first = await share({ until: '2026-03-18' });
    expect((await subscribe(first)).status).toBe(200);
    const second = await share({ until: '2026-03-18' });
    expect([(await subscribe(first)).status, (await subscribe(second)).status]).toEqual([401, 200]);
    now = '2026-03-19';
    expect((await subscribe(second)).status).toBe(403);
    now = '2026-03-16';
    expect((await inside('POST', '/calendar/sharing/end', {})).status).toBe(201);
    expect((await subscribe(second)).status).toBe(401);
    const third = await share();
    expect([(await subscribe(second)).status, (await subscribe(third)).status]).toEqual([401, 200]);
  });
});
