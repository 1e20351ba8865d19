import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tellRegisters } from '../testing/golden-registers.ts';
import { createOrganisation, fillProgramme, sendFile, within } from '../testing/programme.ts';
import {
  type Ask,
  askOf,
  host,
  makePlace,
  type RunningServer,
  startServer,
  token,
} from '../testing/server.ts';
import { makeApp } from './app.ts';

const place = makePlace();
const canary = 'Kanarienvogel-7c1d';
let running: RunningServer;
let inside: Ask;
let owner: string;
let asOwner: Ask;

beforeAll(async () => {
  running = await startServer(place, { clock: () => new Date('2026-06-01T10:00:00.000Z') });
  const organisation = await createOrganisation(running.ask);
  inside = within(running.ask, organisation);
  await fillProgramme(inside);
  owner = await add('/people', { name: 'Olga Ruiz', mail: 'olga@example.org' });
  const { server } = running;
  const people = { ...server.people, administrator: async () => owner };
  const app = makeApp({ ...server, people }, { token, hosts: () => new Set([host]), version: 'x' });
  asOwner = within(askOf(app), organisation);
});
afterAll(async () => {
  await running.close();
  place.remove();
});

async function add(path: string, body: object): Promise<string> {
  const answer = await inside('POST', path, body);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.id;
}

const records: readonly (readonly [path: string, body: object, change: object])[] = [
  ['/obligations', { kind: 'legal', title: canary, asks: canary }, { asks: 'x' }],
  ['/parties', { kind: 'other', name: canary, asks: canary }, { asks: 'x' }],
  ['/issues', { kind: 'internal', title: canary, effect: canary }, { effect: 'x' }],
  ['/actions', { title: canary, what: canary }, { what: 'x' }],
  ['/entities', { name: canary }, { linked: true }],
  ['/documents', { title: canary, link: 'https://example.org/x' }, { version: '2' }],
];

describe.each(records)('%s', (path, body, change) => {
  test('are changed by who knows what they say, and seen with the revision to name', async () => {
    const id = await add(path, body);
    const shown = await inside('GET', `${path}/${id}`);
    expect(shown.headers.get('etag')).toBe(`"${shown.body.revision}"`);
    const etag = { 'if-match': shown.headers.get('etag') as string };
    expect((await inside('PATCH', `${path}/${id}`, change)).status).toBe(428);
    expect((await inside('PATCH', `${path}/${id}`, change, etag)).status).toBe(200);
    expect((await inside('PATCH', `${path}/${id}`, change, etag)).status).toBe(412);
    expect((await inside('GET', `${path}/${id}`)).body).toMatchObject(change);
    expect((await inside('GET', path)).text).toContain(id);
  });

  test('of others are counted for who sees only their own, and answered like none', async () => {
    const [hidden] = (await inside('GET', path)).body.rows;
    const mine = await asOwner('GET', path);
    expect(mine.text).not.toContain(canary);
    expect(mine.body).toMatchObject({ rows: [], total: 0, hidden: 1 });
    const [there, never] = [
      await asOwner('GET', `${path}/${hidden.id}`),
      await asOwner('GET', `${path}/never`),
    ];
    expect([there.status, there.body.code]).toEqual([404, never.body.code]);
  });
});

test('a scope is stated without a guard at first, and with one from then on', async () => {
  const address = '/scopes/organisation/statement';
  const stated = await inside('PATCH', address, { statement: 'All we do', boundaries: canary });
  expect(stated.status).toBe(200);
  expect((await inside('PATCH', address, { cloud: true })).status).toBe(428);
  const { revision } = (await inside('GET', '/scopes')).body.rows[0];
  expect((await inside('PATCH', address, { cloud: true }, { 'if-match': `"${revision}"` })).status).toBe(200);
  const mine = await asOwner('GET', '/scopes');
  expect(mine.text).not.toContain(canary);
  expect(mine.body).toMatchObject({ hidden: 1, rows: [{ statement: 'All we do' }] });
});

describe('actions', () => {
  test('are closed by their owner, who is told of no other', async () => {
    const action = await add('/actions', { title: 'Mine', owner, due: '2099-01-01' });
    const other = await add('/actions', { title: 'Another', due: '2099-01-01' });
    const close = (id: string) => asOwner('POST', `/actions/${id}/closing`, { result: 'Done' });
    const [hidden, never] = [await close(other), await close('never')];
    expect([hidden.status, hidden.body.code]).toEqual([404, never.body.code]);
    expect((await close(action)).status).toBe(201);
    expect((await asOwner('GET', `/actions/${action}`)).body).toMatchObject({
      status: 'done',
      ownerName: 'Olga Ruiz',
    });
    expect((await asOwner('PATCH', `/actions/${action}`, { title: 'x' })).status).toBe(403);
  });

  test('are added all or none, with every fault at its place', async () => {
    const { total } = (await inside('GET', '/actions')).body;
    const many = [{ title: 'Good' }, { title: 'Late', due: '2001-01-01' }, { title: 'Whose', owner: 'x' }];
    const refused = await inside('POST', '/actions/many', { actions: many });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([
      { at: 'actions[1].due', detail: expect.stringContaining('2001-01-01') },
      { at: 'actions[2].owner', code: 'person.unknown' },
    ]);
    const malformed = [{ title: 'Good' }, { title: 'b', due: 'soon', colour: 'red' }];
    const { status, body } = await inside('POST', '/actions/many', { actions: malformed });
    expect([status, body.path]).toEqual([400, 'actions[1].due']);
    expect(body.detail).toContain('actions[1].colour: unknown member');
    expect((await inside('GET', '/actions')).body.total).toBe(total);
    const preview = await inside('POST', '/actions/many?preview=true', { actions: many.slice(0, 1) });
    expect(preview.body).toMatchObject({ preview: true, types: { ActionAdded: 1 } });
  });

  test('are overdue by the day that is asked about', async () => {
    await add('/actions', { title: 'Dated', openedOn: '2020-01-01', due: '2020-06-30' });
    const overdue = async (on: string) =>
      (await inside('GET', `/actions?overdue=true&on=${on}`)).body.rows.map(
        ({ title }: { title: string }) => title,
      );
    expect(await overdue('2020-06-30')).toEqual([]);
    expect(await overdue('2020-07-01')).toEqual(['Dated']);
    expect((await inside('GET', '/actions?subject=nothing')).status).toBe(400);
  });
});

test('the file of a document is sent, kept while a document names it, and gone when it is erased', async () => {
  const content = 'We keep what we are trusted with.\n';
  const file = await sendFile(inside, 'policy.txt', content);
  const document = await add('/documents', { title: 'Policy', file });
  const sent = await inside('GET', `/documents/${document}/file`);
  expect([sent.status, sent.text]).toEqual([200, content]);
  expect(sent.headers.get('content-disposition')).toContain('policy.txt');
  expect((await asOwner('GET', `/documents/${document}/file`)).status).toBe(404);
  const twin = await add('/documents', { title: 'Copy', file });
  const newer = await sendFile(inside, 'policy-2.txt', 'Newer.\n');
  await inside('PATCH', `/documents/${twin}`, { file: newer }, { 'if-match': '*' });
  const erase = async (id: string) => {
    const { rows } = (await inside('GET', `/records/document/${id}/history`)).body;
    await inside('POST', `/ledger/entries/${rows[0].seq}/erasure`, { members: ['file'], reason: 'Asked' });
    return (await inside('POST', '/ledger/verification', {})).body;
  };
  expect(await erase(document)).toMatchObject({ ok: true, findings: [], redacted: 1 });
  expect((await inside('GET', `/documents/${document}/file`)).body.code).toBe('document.no-file');
  expect((await inside('GET', `/documents/${twin}/file`)).text).toBe('Newer.\n');
  expect(await erase(twin)).toMatchObject({ ok: true, redacted: 2 });
});

test('what an entity may do or be is listed with its ids', async () => {
  const list = async (name: string) => (await running.ask('GET', `/api/v1/${name}`)).body;
  const { total, rows } = await list('activities');
  expect([total, rows[0].id]).toEqual([71, 'I.1.a.1']);
  expect((await list('designations')).rows.map(({ id }: { id: string }) => id)).toContain('critical-entity');
  const unknown = await inside('POST', '/entities', { name: 'x', activities: ['mining'] });
  expect([unknown.status, unknown.body.path]).toEqual([422, 'activities']);
  expect(unknown.body.detail).toContain('list of activities');
});

test('the registers of the golden story are told without a fault', async () => {
  const scope = await add('/scopes', { name: 'Site' });
  const say = async (ask: Ask, method: string, path: string, body: object, headers = {}) => {
    const answer = await ask(method, path, body, headers);
    if (answer.status > 201) throw new Error(`${method} ${path}: ${answer.text}`);
    return answer.body;
  };
  await tellRegisters(inside, say, { scope, person: owner });
  expect((await inside('POST', '/ledger/verification', {})).body).toMatchObject({ ok: true });
});
