import { addressOf, callOf, isOfOrganisation, pathMembers, rows } from '@concord/operations';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganisation, fillProgramme, within } from '../testing/programme.ts';
import { type Answered, type Ask, makePlace, type RunningServer, startServer } from '../testing/server.ts';

const place = makePlace();
let now = '2026-03-16';
let running: RunningServer;
let organisation: string;
let inside: Ask;
const canary = 'CANARY-NAME';

beforeAll(async () => {
  running = await startServer(place, { clock: () => new Date(`${now}T12:00:00.000Z`) });
  organisation = await createOrganisation(running.ask, canary);
  inside = within(running.ask, organisation);
  await fillProgramme(inside);
  await inside('POST', '/controls', { code: 'AC-02', name: 'Other', frequency: 'quarterly' });
});
afterAll(async () => {
  await running.close();
  place.remove();
});

const added = async (said: object = {}) => {
  const answer = await inside('POST', '/collectors', { name: 'Backup monitor', ...said });
  expect(answer.status).toBe(201);
  return answer.body as { id: string; key: string; revision: number };
};
/** Asks with a key, at an address below the host. */
const asking =
  (key: string): Ask =>
  (method, path, body, headers = {}) =>
    running.ask(method, path, body, { authorization: `Bearer ${key}`, ...headers });
const bytes = { 'content-type': 'application/octet-stream' };
let reports = 0;
const piece = (said: object = {}) => {
  reports += 1;
  return {
    controls: ['AC-01'],
    outcome: 'works',
    title: 'Ran',
    link: `https://example.org/${reports}`,
    ...said,
  };
};
const problem = ({ status, body }: Answered) => `${status} ${body.code}`;
const position = async () => Number((await inside('GET', '')).headers.get('concord-position'));

describe('a collector', () => {
  test('sends a file and records it as evidence, in its own name and by HTTP', async () => {
    const { id, key } = await added();
    const send = within(asking(key), organisation);
    const sent = await send('POST', '/files?name=run.log', 'all backups ran', bytes);
    expect([sent.status, sent.body.known]).toEqual([200, undefined]);
    const { link: _link, ...rest } = piece();
    const recorded = await send(
      'POST',
      '/evidence',
      { ...rest, file: sent.body.hash },
      { 'x-concord-via': 'cli' },
    );
    expect(recorded.status).toBe(201);
    const history = await inside('GET', `/records/evidence/${recorded.body.id}/history`);
    expect(history.body.rows[0]).toMatchObject({ actor: { id, name: 'Backup monitor' }, via: 'http' });
  });

  test('that was given some controls shows no other, and cannot tell which others there are', async () => {
    const { key } = await added({ controls: ['AC-01'] });
    const send = within(asking(key), organisation);
    expect((await send('POST', '/evidence', piece())).status).toBe(201);
    const before = await position();
    const refused = [];
    for (const other of ['AC-02', 'NO-99']) {
      const answer = await send('POST', '/evidence', piece({ controls: [other] }));
      expect(problem(answer)).toBe('403 collector.other-control');
      refused.push(answer.text.replaceAll(other, ''));
    }
    expect(new Set(refused).size).toBe(1);
    expect(await position()).toBe(before);
  });

  test('opens nothing but files and evidence: every other row answers 403, and changes nothing', async () => {
    const { key } = await added();
    const before = await position();
    for (const row of rows) {
      if (['files add', 'evidence add'].includes(row.row.name)) continue;
      const input = Object.fromEntries(pathMembers(row).map((member) => [member, 'AC-01']));
      const call = callOf(row, input, { organisation });
      const answer = await asking(key)(call.method, call.address, call.body, call.headers);
      expect([row.row.name, problem(answer)]).toEqual([row.row.name, '403 collector.only-evidence']);
      expect(answer.text).not.toContain(canary);
    }
    for (const path of ['/', '/why/iso27001-2022/A.5.15', '/api/v1/openapi.json', '/api/v1', '/nothing']) {
      const answer = await asking(key)('GET', path, undefined, { accept: 'application/json' });
      expect([path, answer.status]).toEqual([path, 403]);
    }
    expect(await position()).toBe(before);
  });

  test('is not let into another organisation, which looks like one that is not there', async () => {
    const { key } = await added();
    const other = await createOrganisation(running.ask, 'Another');
    const never = '00000000-0000-4000-8000-000000000000';
    for (const row of rows.filter(isOfOrganisation)) {
      const answers = [];
      for (const of of [other, never]) {
        const path = addressOf(row)
          .replace('{organisation}', of)
          .replaceAll(/\{\w+\}/g, 'x');
        const body = row.row.method === 'GET' ? undefined : {};
        const answer = await asking(key)(row.row.method, path, body);
        answers.push(`${problem(answer)} ${answer.text.replaceAll(of, '')}`);
      }
      expect(answers[0]).toMatch(/^404 organisation\.unknown/);
      expect(new Set(answers).size).toBe(1);
    }
  });

  test('may not read by a cookie, nor name itself in another way', async () => {
    const { key } = await added();
    for (const headers of [
      { authorization: '', cookie: `concord-token=${key}` },
      { authorization: `Basic ${key}` },
      { authorization: '', 'x-api-key': key },
    ] as Record<string, string>[]) {
      expect((await inside('POST', '/evidence', piece(), headers)).status).toBe(401);
    }
  });
});

describe('a key', () => {
  test('that is wrong, cut, lengthened or in another case opens nothing', async () => {
    const { key } = await added();
    for (const wrong of [
      key.slice(0, -1),
      `${key}x`,
      key.toUpperCase(),
      'ckey_',
      `ckey_${'x'.repeat(9000)}`,
    ]) {
      const answer = await within(asking(wrong), organisation)('POST', '/evidence', piece());
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
        401,
        'Bearer realm="concord"',
      ]);
    }
  });

  test('is shown once and is nowhere else: not in lists, history, replays or the ledger', async () => {
    const headers = { 'idempotency-key': 'add-once' };
    const first = await inside('POST', '/collectors', { name: 'Once' }, headers);
    const again = await inside('POST', '/collectors', { name: 'Once' }, headers);
    expect(first.body.key).toMatch(/^ckey_/);
    const { key, ...rest } = first.body;
    expect(again.body).toEqual(rest);
    for (const path of ['/collectors', `/records/collector/${first.body.id}/history`, '']) {
      const answer = await inside('GET', path);
      expect([answer.status, answer.text.includes(key.slice(5))]).toEqual([200, false]);
    }
    const entries = await running.server.store.read(organisation, 0, 10_000);
    expect(JSON.stringify(entries)).not.toContain(key.slice(5));
    expect(JSON.stringify(entries)).not.toContain('Once');
  });

  test('is shown to one of fifty that add the same collector at once, and works', async () => {
    const headers = { 'idempotency-key': 'add-at-once' };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => inside('POST', '/collectors', { name: 'Raced' }, headers)),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const shown = answers.flatMap(({ body }) => (body.key ? [body.key] : []));
    expect(shown).toHaveLength(1);
    expect((await within(asking(shown[0]), organisation)('POST', '/evidence', piece())).status).toBe(201);
  });

  test('is replaced by renewing; of many who renew at once one does', async () => {
    const { id, key, revision } = await added();
    const headers = { 'if-match': `"${revision}"` };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => inside('POST', `/collectors/${id}/key`, {}, headers)),
    );
    const renewed = answers.filter(({ status }) => status === 201);
    expect(renewed).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 412]));
    const tried = async (with_: string) =>
      (await within(asking(with_), organisation)('POST', '/evidence', piece())).status;
    expect([await tried(key), await tried(renewed[0]?.body.key)]).toEqual([401, 201]);
  });

  test('opens nothing once its collector is ended, though what it sent stays', async () => {
    const { id, key, revision } = await added();
    const send = within(asking(key), organisation);
    const kept = await send('POST', '/evidence', piece());
    const ended = await inside('POST', `/collectors/${id}/end`, {}, { 'if-match': `"${revision}"` });
    expect([ended.status, ended.body.key]).toEqual([201, undefined]);
    expect(problem(await send('POST', '/evidence', piece()))).toBe('401 key.unknown');
    expect((await inside('GET', '/evidence')).text).toContain(kept.body.id);
    const row = (await inside('GET', '/collectors')).body.rows.find((each: { id: string }) => each.id === id);
    expect(row).toMatchObject({ state: 'ended', lastUsedOn: now, name: 'Backup monitor' });
  });

  test('opens nothing after its last day, by what the facts say', async () => {
    const { key } = await added({ until: '2026-03-17' });
    const send = within(asking(key), organisation);
    now = '2026-03-17';
    expect((await send('POST', '/evidence', piece())).status).toBe(201);
    now = '2026-03-18';
    expect(problem(await send('POST', '/evidence', piece()))).toBe('403 collector.over');
    expect(problem(await send('POST', '/files?name=a.txt', 'x', bytes))).toBe('403 collector.over');
  });

  test('alone gives no right: without its fact it may do nothing', async () => {
    const orphan = await running.server.keys.make({ organisation, collector: 'nobody', position: 9_999 });
    const send = within(asking(orphan as string), organisation);
    expect(problem(await send('POST', '/evidence', piece()))).toBe('403 permission.denied');
  });
});

test('idempotency keys of a collector are its own', async () => {
  const { key } = await added();
  const headers = { 'idempotency-key': 'the same words'.replaceAll(' ', '-') };
  const asked = piece();
  const ours = await inside('POST', '/evidence', asked, headers);
  const send = within(asking(key), organisation);
  const theirs = await send('POST', '/evidence', piece(), headers);
  expect([ours.status, theirs.status]).toEqual([201, 201]);
  const more = piece();
  const [one, two] = await Promise.all(
    [1, 2].map(() => send('POST', '/evidence', more, { 'idempotency-key': 'twice' })),
  );
  expect([one?.status, one?.body.id]).toEqual([201, two?.body.id]);
});

test('fifty pieces that collectors send at once are recorded once each', async () => {
  const senders = await Promise.all([added(), added(), added()]);
  const before = (await inside('GET', '/evidence?limit=1')).body.total;
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      within(asking(senders[at % 3]?.key ?? ''), organisation)(
        'POST',
        '/evidence',
        piece({ outcome: 'fails' }),
      ),
    ),
  );
  expect(answers.every(({ status }) => status === 201)).toBe(true);
  expect((await inside('GET', '/evidence?limit=1')).body.total).toBe(before + 50);
  expect((await inside('POST', '/ledger/verification', {})).body).toMatchObject({ ok: true });
});

test('names of collectors lie in the directory, and not in facts', async () => {
  const { id } = await added({ name: 'Named after Ana' });
  const row = (await inside('GET', '/collectors')).body.rows.find((each: { id: string }) => each.id === id);
  expect(row).toMatchObject({ name: 'Named after Ana', state: 'active', controls: [] });
  const people = (await inside('GET', '')).body.people;
  expect(JSON.stringify(people)).not.toContain(id);
});
