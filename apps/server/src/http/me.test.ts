import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOrganisation, within } from '../testing/programme.ts';
import { type Ask, makePlace, type RunningServer, startServer } from '../testing/server.ts';

const place = makePlace();
let running: RunningServer;
let inside: Ask;
let organisation: string;
let now = new Date('2026-03-16T12:00:00.000Z');

beforeAll(async () => {
  running = await startServer(place, { clock: () => now });
  organisation = await createOrganisation(running.ask);
  inside = within(running.ask, organisation);
});
afterAll(async () => {
  await running.close();
  place.remove();
});

describe('who asks', () => {
  it('is told who they are, and what they are and may do in each organisation', async () => {
    const { body } = await running.ask('GET', '/api/v1/me');
    expect(body).toMatchObject({ name: 'Administrator', organisations: [{ id: organisation }] });
    expect(body.mail).toBeUndefined();
    const [part] = body.organisations;
    expect(part.name).toBe('Havelmark');
    expect(part.roles).toEqual([{ role: 'isms_manager', scope: 'organisation', from: '2026-03-16' }]);
    expect(part.permissions).toContain('applicability.decide');
    expect((await inside('GET', '')).body.people[0].id).toBe(body.person);
  });

  it('is told so of a second organisation too, each by its own', async () => {
    await createOrganisation(running.ask, 'Other');
    const { organisations } = (await running.ask('GET', '/api/v1/me')).body;
    expect(organisations.map(({ name }: { name: string }) => name).sort()).toEqual(['Havelmark', 'Other']);
  });
});

describe('where the ledger stands', () => {
  it('moves with every entry, and says when the last was written', async () => {
    const before = (await inside('GET', '/position')).body;
    expect(before.at).toBe('2026-03-16T12:00:00.000Z');
    now = new Date('2026-03-16T12:05:00.000Z');
    const done = await inside('POST', '/actions', { title: 'Write it down' });
    const { body, headers } = await inside('GET', '/position');
    expect(body).toEqual({
      position: done.body.position,
      at: '2026-03-16T12:05:00.000Z',
      begins: '2026-03-16',
    });
    expect(body.position).toBeGreaterThan(before.position);
    expect(headers.get('concord-position')).toBe(String(body.position));
  });
});
