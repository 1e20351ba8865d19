import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOrganisation, within } from '../testing/programme.ts';
import { type Ask, makePlace, type RunningServer, startServer } from '../testing/server.ts';

const place = makePlace();
let running: RunningServer;
let inside: Ask;

beforeAll(async () => {
  running = await startServer(place);
  inside = within(running.ask, await createOrganisation(running.ask));
});
afterAll(async () => {
  await running.close();
  place.remove();
});

const json = { 'content-type': 'application/json' };
const send = (body: unknown, headers: Record<string, string> = json) =>
  inside('POST', '/controls', body, headers);
const controls = async () => (await inside('GET', '/controls')).body.total;

test.each([
  ['nothing at all', ''],
  ['half a document', '{"code": "X-1", "name": '],
  ['a list', '[]'],
  ['null', 'null'],
  ['a number', '1e999'],
  ['two documents', '{}{}'],
  ['a member called __proto__', '{"code": "X-1", "name": "x", "__proto__": {"admin": true}}'],
  ['a member called __proto__ deep inside', '{"code": "X-1", "name": "x", "scopes": [{"__proto__": 1}]}'],
  ['a byte that is not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ['Latin-1 text', Buffer.from('{"code": "X-1", "name": "Müller"}', 'latin1')],
  [
    'half a surrogate pair in UTF-8',
    Buffer.concat([
      Buffer.from('{"code":"X-1","name":"'),
      Buffer.from([0xed, 0xa0, 0x80]),
      Buffer.from('"}'),
    ]),
  ],
])('a body that is %s is refused with 400 and keeps nothing', async (_, body) => {
  const answer = await send(body);
  expect([answer.status, answer.body.code]).toEqual([400, 'body.json']);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await controls()).toBe(0);
});

test('a body that is right, with the mark of byte order that some editors write, is taken', async () => {
  const answer = await send(Buffer.from('\uFEFF{"code": "BOM-1", "name": "Müller"}'));
  expect(answer.status).toBe(201);
  expect((await inside('GET', '/controls/BOM-1')).body.name).toBe('Müller');
  await inside('POST', '/controls/BOM-1/retirement', { reason: 'only tried' }, { 'if-match': '*' });
});

test.each([
  ['arrays', '['.repeat(10_000)],
  ['objects', '{"a":'.repeat(10_000)],
  ['arrays that are closed', `{"code": ${'['.repeat(65)}${']'.repeat(65)}}`],
  [
    'arrays after a string with brackets and quotes in it',
    `{"name": "\\"]]]]]]\\\\", "a": ${'['.repeat(70)}`,
  ],
])('%s nested too deep are refused before they are parsed', async (_, body) => {
  expect((await send(body)).body).toMatchObject({ status: 400, code: 'body.too-deep' });
});

test('brackets inside a string are no depth', async () => {
  const answer = await send(JSON.stringify({ code: 'DEEP-1', name: '[{'.repeat(80) }));
  expect(answer.status).toBe(201);
});

test('a string of two million letters or escapes is refused for its length, without a fault', async () => {
  for (const letters of ['x', '\\n', '\\"'].map((each) => each.repeat(1_900_000 / each.length))) {
    const answer = await send(`{"code": "LONG-1", "name": "${letters}"}`);
    expect([answer.status, answer.body.path]).toEqual([400, 'name']);
  }
  expect((await send(`{"name": "${'\\"'.repeat(950_000)}`)).body.code).toBe('body.json');
});

test('a body over 2 MB is refused with 413, also one that never says how long it is', async () => {
  const large = await send(`{"name": "${'x'.repeat(2_000_001)}"}`);
  expect([large.status, large.body.code]).toEqual([413, 'body.too-large']);
  let sent = 0;
  const endless = new ReadableStream({
    pull: (controller) => {
      sent += 1;
      controller.enqueue(new Uint8Array(100_000).fill(32));
    },
  });
  expect((await send(endless)).status).toBe(413);
  expect(sent).toBeLessThan(700);
});

test('of a hundred thousand unknown members at most twenty are named', async () => {
  const members = Array.from({ length: 100_000 }, (_, at) => `"m${at}":1`).join();
  const refused = await send(`{"code":"M-1","name":"x",${members}}`);
  expect([refused.status, refused.body.path]).toEqual([400, 'm0']);
  expect(refused.text.length).toBeLessThan(5_000);
});

test.each([
  ['name', { name: 'x'.repeat(201) }],
  ['name', { name: 'a\0b' }],
  ['name', { name: '\ud83d' }],
  ['name', { name: '   ' }],
  ['name', { name: ['x'] }],
  ['name', { name: { toString: 'x' } }],
  ['code', { code: '../x' }],
  ['code', { code: '=1+1' }],
  ['owner', { owner: 7 }],
  ['scopes[0]', { scopes: [null] }],
  ['scopes', { scopes: Array.from({ length: 101 }, () => 'x') }],
  ['implementation', { implementation: 'done' }],
  ['effective', { effective: '2026-02-30' }],
  ['effective', { effective: '01/02/2026' }],
  ['conditionHolds', { conditionHolds: 'yes' }],
])('a malformed %s is refused with its path: %j', async (path, members) => {
  const answer = await inside('POST', '/controls', { code: 'X-1', name: 'x', ...members });
  expect([answer.status, answer.body.code, answer.body.path]).toEqual([400, 'input.malformed', path]);
});

test.each([
  ['link', 'https://example.org/\0'],
  ['link', 'https://example.org/\ud800'],
  ['link', 'javascript:alert(1)'],
  ['record', 'control/\ud800'],
  ['title', '\udfff'],
])('evidence with a %s that no text is, is refused as malformed: %j', async (member, value) => {
  const before = await inside('GET', '');
  await inside('POST', '/controls', { code: 'EV-1', name: 'x', frequency: 'quarterly' });
  const answer = await inside('POST', '/evidence', {
    controls: ['EV-1'],
    outcome: 'works',
    title: 'x',
    [member]: value,
  });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(answer.body.code).not.toBe('entry.too-large');
  expect(Number((await inside('GET', '')).headers.get('concord-position'))).toBeLessThanOrEqual(
    Number(before.headers.get('concord-position')) + 1,
  );
});

test('a member of the address that is given twice is refused', async () => {
  const answer = await inside('GET', '/controls?limit=1&limit=2');
  expect(answer.body).toMatchObject({ status: 400, path: 'limit' });
});

test.each([
  'on=2026-02-30',
  'on=yesterday',
  'on=',
  'knownAt=0',
  'knownAt=-1',
  'knownAt=1.5',
  'knownAt=1e3',
  'limit=0',
  'limit=1001',
  'limit=9999999999999999999',
  'offset=-1',
])('the query %s is refused with its path', async (query) => {
  const answer = await inside('GET', `/controls?${query}`);
  expect([answer.status, answer.body.path]).toEqual([400, query.split('=')[0]]);
});

test('JSON is JSON in whatever letters and with whatever parameters its type is written', async () => {
  for (const [at, type] of [
    'application/json; charset=utf-8',
    'APPLICATION/JSON',
    ' application/json ',
    'application/json; v=1; Charset="UTF-8"',
  ].entries())
    expect((await send(`{"code": "TYPE-${at}", "name": "x"}`, { 'content-type': type })).status).toBe(201);
});

test.each([
  ['code', '{"code": "T-1", "name": "x", "code": "T-2"}'],
  ['name', String.raw`{"code": "T-1", "name": "x", "n\u0061me": "y"}`],
  ['scopes[1].id', '{"code": "T-1", "name": "x", "scopes": [{"id": 1, "at": 2}, {"id": 3, "id": 3}]}'],
  ['a.b.c', '{"a": {"c": 1, "b": {"c": [], "c": "\\"}"}}}'],
])('a body with %s twice is refused, and neither is taken', async (member, body) => {
  const answer = await send(body);
  expect([answer.status, answer.body.code, answer.body.path]).toEqual([400, 'input.malformed', member]);
  expect(answer.body.detail).toContain(`${member} is given twice.`);
});

test('the same name in several objects, in a text, or as a value is no member twice', async () => {
  const statement = '{"code": 1, "code": 2}, "code": code';
  const answer = await send(JSON.stringify({ code: 'ONCE-1', name: 'code', statement, family: 'name' }));
  expect(answer.status).toBe(201);
  const twice = '{"code": "M-1", "scopes": [{"id": 1}, {"id": 2}, "id", "id"], "name": {"id": "id"}}';
  expect((await send(twice)).body.detail).not.toContain('twice');
});

test('a body of many members is looked through as it is', async () => {
  const members = Array.from({ length: 100_000 }, (_, at) => `"m${at}":[{"a":1}]`).join();
  expect((await send(`{${members},"m7":2}`)).body).toMatchObject({ status: 400, path: 'm7' });
});

test.each(['gzip', 'br', 'GZIP, identity', 'of our own'])(
  'a body in the content coding %s is refused with 415, JSON or file',
  async (coding) => {
    const coded = { 'content-encoding': coding.padEnd(5_000, ', x') };
    const refused = await send('{"code": "GZ-1", "name": "x"}', { ...json, ...coded });
    expect([refused.status, refused.body.code]).toEqual([415, 'body.coded']);
    expect(refused.text.length).toBeLessThan(1_000);
    const file = { 'content-type': 'application/octet-stream', ...coded };
    expect((await inside('POST', '/files?name=x.txt', 'x', file)).status).toBe(415);
  },
);

test.each(['iso-8859-1', '"UTF-16"', 'us-ascii', '', 'utf-8; charset=utf-16'])(
  'JSON in the charset %s is refused with 415',
  async (charset) => {
    const headers = { 'content-type': `application/json; charset=${charset}` };
    const refused = await send('{"code": "CS-1", "name": "x"}', headers);
    expect([refused.status, refused.body.code]).toEqual([415, 'body.charset']);
  },
);

test.each([
  ['preveiw=true', 'preveiw'],
  ['Preview=true', 'Preview'],
  ['preview=true&preview=false', 'preview'],
  ['code=Q-2', 'code'],
])('a change with %s in its address is refused, and nothing is done', async (query, member) => {
  const before = await controls();
  const refused = await inside('POST', `/controls?${query}`, { code: 'Q-1', name: 'x' });
  expect([refused.status, refused.body.path]).toEqual([400, member]);
  expect(await controls()).toBe(before);
  const asked = await inside('POST', '/ledger/verification?preview=true', {});
  expect([asked.status, asked.body.path]).toEqual([400, 'preview']);
});
