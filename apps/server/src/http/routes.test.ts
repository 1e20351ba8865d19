import { addressOf, callOf, isOfOrganisation, pathMembers, type Row, rows } from '@concord/operations';
import { buildPressFile } from '@concord/reports/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganisation, fillProgramme, within } from '../testing/programme.ts';
import { type Ask, host, makePlace, type RunningServer, startServer, token } from '../testing/server.ts';

const place = makePlace();
let running: RunningServer;
let organisation: string;
let inside: Ask;

beforeAll(async () => {
  running = await startServer(place, { pressFile: await buildPressFile('routes') });
  organisation = await createOrganisation(running.ask);
  inside = within(running.ask, organisation);
  await fillProgramme(inside);
});
afterAll(async () => {
  await running.close();
  place.remove();
});

const named = rows.map((row) => [row.row.name, row] as const);
const unknownOrganisation = '00000000-0000-4000-8000-000000000000';

/** Where a row is asked, with something in every place of its address. */
function addressed(row: Row, of: string): string {
  const input = Object.fromEntries(pathMembers(row).map((member) => [member, 'x']));
  return callOf(row, input, { organisation: of }).address;
}

/** Asks without any of the headers that `ask` adds. */
function bare(row: Row, headers: Readonly<Record<string, string>>) {
  const { method } = row.row;
  const body = method === 'GET' ? undefined : '{}';
  const request = new Request(`http://${host}${addressed(row, organisation)}`, {
    method,
    headers: { host, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body }),
  });
  return Promise.resolve(running.app.fetch(request));
}

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  const text = await response.text();
  expect(text).not.toMatch(/\bat \S+:\d+:\d+|node_modules|SELECT|SQLITE/);
  const problem = JSON.parse(text);
  expect(problem).toMatchObject({ type: `urn:concord:refusal:${problem.code}`, status: response.status });
  expect(problem.detail).not.toMatch(/\{\{|^refusal\./);
  return problem;
}

describe('the routes', () => {
  /** What no row made, and why: health and the description of the interface; the app for the browser is files. */
  const others = ['GET /healthz', 'GET /api/v1/openapi.json'];

  test('are those of the rows and a few that are named here, and no other', () => {
    const made = new Set(running.app.routes.filter(({ method }) => method !== 'ALL').map(routeName));
    const wanted = rows.map((row) => `${row.row.method} ${addressOf(row).replaceAll(/\{(\w+)\}/g, ':$1')}`);
    expect([...made].sort()).toEqual([...new Set([...wanted, ...others])].sort());
  });

  test('that take any method only guard: nothing is answered there', () => {
    const any = running.app.routes.filter(({ method }) => method === 'ALL');
    expect(any.every(({ path }) => path === '/*')).toBe(true);
  });

  const routeName = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
});

describe.each(named)('%s', (_, row) => {
  test('answers 401 to somebody without the token, and to a wrong one', async () => {
    for (const headers of [
      {},
      { authorization: 'Bearer wrong' },
      { authorization: `Bearer ckey_${'x'.repeat(43)}` },
      { authorization: `Basic ${token}` },
      { cookie: `concord-token=${token}` },
      { authorization: `Bearer ${token}x` },
    ]) {
      const response = await bare(row, headers as Record<string, string>);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
      await problemOf(response);
    }
  });

  test('answers 421 to a request for another host', async () => {
    for (const other of ['evil.example', `${host}:81`, `x.${host}`, `${host}.`, '', `${host}@evil.example`]) {
      const response = await bare(row, { authorization: `Bearer ${token}`, host: other });
      expect([other, response.status]).toEqual([other, 421]);
      await problemOf(response);
    }
  });

  test('answers 403 on behalf of another site, even with the token', async () => {
    const foreign = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `https://${host}` },
      { origin: `http://${host}:81` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign) {
      const response = await bare(row, { authorization: `Bearer ${token}`, ...headers } as Record<
        string,
        string
      >);
      expect([headers, response.status]).toEqual([headers, 403]);
      expect((await problemOf(response)).code).toBe('origin.foreign');
    }
  });

  test('answers a problem, and no fault, to an unknown member', async () => {
    const isGet = row.row.method === 'GET';
    const address = `${addressed(row, organisation)}${isGet ? '?concord-unknown=1' : ''}`;
    const answer = await running.ask(row.row.method, address, isGet ? undefined : { 'concord-unknown': 1 });
    if (row.row.name === 'files add') expect(answer.status).toBe(415);
    else {
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ code: 'input.malformed' });
      expect(answer.body.detail).toContain('concord-unknown: unknown member');
    }
  });

  if (row.kind === 'command') {
    test('refuses what only the server writes', async () => {
      for (const member of [
        'id',
        'actor',
        'at',
        'seq',
        'by',
        'revision',
        'organisation',
        'person',
        'batch',
        'createdAt',
        'demo',
      ]) {
        const answer = await running.ask(row.row.method, addressed(row, organisation), { [member]: 'x' });
        expect([member, answer.status]).toEqual([member, 400]);
        expect(answer.body.detail).toContain(`${member}: unknown member`);
      }
    });
  }

  if (row.row.method !== 'GET' && row.row.name !== 'files add') {
    test('answers 415 to a body that a form could send', async () => {
      for (const type of [
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'text/plain',
        '',
      ]) {
        const answer = await running.ask(row.row.method, addressed(row, organisation), '{}', {
          'content-type': type,
        });
        expect([type, answer.status]).toEqual([type, 415]);
        expect(answer.body.code).toBe('body.type');
      }
    });
  }

  if (isOfOrganisation(row)) {
    test('answers 404 about an organisation that is not here, whatever its id looks like', async () => {
      const problems = [];
      for (const of of [
        unknownOrganisation,
        '..',
        '../../etc',
        'UPPER',
        'a'.repeat(500),
        '%00',
        "x' OR 1=1",
      ]) {
        const input = Object.fromEntries(pathMembers(row).map((member) => [member, '1']));
        const call = callOf(row, { ...input, ...minimal[row.row.name] }, { organisation: of });
        const body = call.body ?? (row.row.name === 'files add' ? 'x' : undefined);
        const answer = await running.ask(call.method, call.address, body, call.headers);
        expect([of, answer.status]).toEqual([of, 404]);
        problems.push(Object.keys(answer.body).join());
      }
      expect(new Set(problems).size).toBe(1);
    });
  }
});

/** The least that each row's schema takes, so that nothing but the organisation is at fault. */
const minimal: Readonly<Record<string, Record<string, unknown>>> = {
  'scopes define': { name: 'x' },
  'people add': { name: 'x', mail: 'x@example.org' },
  'people add-many': { people: [{ name: 'x' }] },
  'obligations add': { kind: 'legal', title: 'x', asks: 'x' },
  'parties add': { kind: 'other', name: 'x', asks: 'x' },
  'issues add': { kind: 'internal', title: 'x', effect: 'x' },
  'actions add': { title: 'x' },
  'actions add-many': { actions: [{ title: 'x' }] },
  'actions close': { result: 'x' },
  'actions reopen': { reason: 'x' },
  'entities add': { name: 'x' },
  'documents add': { title: 'x' },
  'records erase': { members: ['name'], reason: 'x' },
  'catalogue import': { file: 'a'.repeat(64) },
  'controls add': { code: 'X-1', name: 'x' },
  'controls retire': { reason: 'x' },
  'controls import': { file: 'a'.repeat(64) },
  'controls change-many': { controls: ['x'], set: { design: 'draft' } },
  'controls retire-many': { controls: ['x'], reason: 'x' },
  'claims state': { controls: ['x'], framework: 'x', requirement: 'x' },
  'claims withdraw': { reason: 'x' },
  'claims refuse-all': { all: true, reason: 'x' },
  'evidence add': { controls: ['x'], outcome: 'works', title: 'x', link: 'https://example.org' },
  'evidence assign': { controls: ['x'] },
  'frequencies set': { period: 'P1D', graceDays: 0, reason: 'x' },
  'collectors add': { name: 'x' },
  'applicability decide': { applicable: true },
  'applicability decide-many': { framework: 'x', decisions: [{ requirement: 'x', applicable: true }] },
  'applicability import': { file: 'a'.repeat(64) },
  'necessity decide': { necessary: true },
  'points decide': { applied: true },
  'requirements assess': { judgement: 'met', reasons: 'x', assessedOn: '2026-03-01' },
  'relations state': { from: ['x/x'], to: 'y/y', relation: 'EQ', rationaleKind: 'semantic', rationale: 'x' },
  'relations withdraw': { reason: 'x' },
  'relations limit': { hops: 1 },
  'profiles create': { name: 'x', framework: 'x' },
  'profiles retire': { reason: 'x' },
  'profiles tiers': { governanceCurrent: 1, rationale: 'x' },
  'profiles scale': { levels: ['x', 'y'].map((label, value) => ({ label, value })) },
  'profiles score': { score: 1, rationale: 'x' },
  'profiles import': { file: 'a'.repeat(64) },
  'targets set': {},
  'view coverage': { framework: 'x' },
  find: { text: 'x' },
  'files add': { name: 'x' },
  'export oscal': { model: 'ssp' },
  report: { report: 'statement-of-applicability' },
};

/** What is asked of a published version: there is none here. */
const unpublished = ['reports download', 'reports diff'];

/** Members of a path for which there is no record here to name. */
const absent = Object.fromEntries(
  ['evidence', 'obligation', 'party', 'issue', 'action', 'entity', 'document', 'profile', 'relationId'].map(
    (name) => [name, 'x'],
  ),
);

const isAt = (row: Row, address: string) =>
  new RegExp(`^${addressOf(row).replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(address);

describe('the methods', () => {
  test('that the description of all addresses does not take are answered 405, and an address like another 404', async () => {
    const described = await running.ask('POST', '/api/v1/openapi.json', {});
    expect([described.status, described.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const alike = await running.ask('GET', `/api/v1/organisations/${organisation}/calendarXics`);
    expect([alike.status, alike.body.code]).toEqual([404, 'route.unknown']);
  });

  test.each(['POST', 'DELETE', 'OPTIONS'])(
    'that the question after health does not take are answered 405, with or without a key: %s',
    async (method) => {
      for (const headers of [{}, { authorization: '' }]) {
        const answer = await running.ask(method, '/healthz', undefined, headers);
        expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
        expect(answer.body.code).toBe('route.method');
      }
    },
  );

  test('that an address does not take are answered 405 with those it takes, and change nothing', async () => {
    const before = await positionNow();
    for (const address of new Set(rows.map((row) => addressed(row, organisation)))) {
      const taken = rows
        .filter((row) => addressed(row, organisation) === address)
        .map((row) => row.row.method);
      const others = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'].filter(
        (method) => !taken.includes(method as never) && method !== 'TRACE',
      );
      for (const method of others) {
        const answer = await running.ask(method, address, method === 'OPTIONS' ? undefined : {});
        // PATCH …/actions/many asks about an action that is called many.
        const isRecord = rows.some((row) => row.row.method === method && isAt(row, address));
        expect([method, address, answer.status]).toEqual([method, address, isRecord ? 404 : 405]);
        const allow = isRecord ? taken : answer.headers.get('allow')?.split(', ');
        expect(allow).toEqual(expect.arrayContaining(taken));
        if (!isRecord) expect(answer.body.detail).toContain(answer.headers.get('allow'));
        expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      }
    }
    expect(await positionNow()).toBe(before);
  });

  test('GET and HEAD never write, on any row', async () => {
    const before = await positionNow();
    const head = await inside('GET', '/ledger/head');
    for (const row of rows) {
      if (row.kind !== 'query' || row.row.method !== 'GET') continue;
      const places = {
        framework: 'iso27001-2022',
        requirement: 'A.5.15',
        crosswalk: 'csf2-to-iso27001-2022',
        edition: 'nist-csf-2.0',
        control: 'AC-01',
        starter: 'GOV-01',
        kind: 'control',
        id: 'AC-01',
        text: 'review',
        entry: 1,
      };
      const shown = { report: 'statement-of-applicability', format: 'json', reach: 'iso27001-2022' };
      // Each OSCAL model takes choices of its own.
      const oscal = row.row.name === 'export oscal' ? minimal[row.row.name] : undefined;
      const input = oscal ?? { ...places, ...absent, ...shown };
      const known = Object.keys((row.row.input as unknown as { shape: object }).shape);
      const call = callOf(
        row,
        Object.fromEntries(
          Object.entries(input).filter(
            // Lists have a kind to filter by, each its own.
            ([name]) =>
              known.includes(name) &&
              (name !== 'kind' || row.row.name === 'history') &&
              (name !== 'format' || row.row.name !== 'export tables') &&
              (!(name in absent) || pathMembers(row).includes(name)),
          ),
        ),
        { organisation },
      );
      const answer = await running.ask('GET', call.address);
      expect([row.row.name, answer.status]).toEqual([
        row.row.name,
        pathMembers(row).some((member) => member in absent) || unpublished.includes(row.row.name) ? 404 : 200,
      ]);
      expect((await running.ask('HEAD', call.address)).text).toBe('');
    }
    expect(await positionNow()).toBe(before);
    expect((await inside('GET', '/ledger/head')).body).toEqual(head.body);
  });

  const positionNow = async () => Number((await inside('GET', '')).headers.get('concord-position'));
});

describe('what is not there', () => {
  test('is answered alike, whether it was never there or is of another kind', async () => {
    const control = (await inside('GET', '/controls/AC-01')).body;
    const answers = [];
    for (const each of [
      'NO-99',
      unknownOrganisation,
      control.evidence[0].id,
      '__proto__',
      'constructor',
      '%00',
    ]) {
      const answer = await inside('GET', `/controls/${each}`);
      expect([each, answer.status]).toEqual([each, 404]);
      answers.push(`${Object.keys(answer.body)} ${answer.body.code}`);
    }
    expect(new Set(answers).size).toBe(1);
  });

  test('a record of another organisation is not there', async () => {
    const other = within(running.ask, await createOrganisation(running.ask, 'Another'));
    const control = (await inside('GET', '/controls/AC-01')).body;
    const answer = await other('GET', `/controls/${control.id}`);
    const never = await other('GET', `/controls/${unknownOrganisation}`);
    expect([answer.status, answer.body.code]).toEqual([404, never.body.code]);
    expect((await other('GET', `/evidence/${control.evidence[0].id}/file`)).status).toBe(404);
    expect((await other('GET', `/records/control/${control.id}/history`)).status).toBe(404);
    expect((await other('PATCH', `/controls/${control.id}`, { name: 'taken' })).status).toBe(404);
  });

  test('an address that nobody knows is a problem, with and without the token', async () => {
    expect((await running.ask('GET', '/api/v2')).body).toMatchObject({ status: 404, code: 'route.unknown' });
    expect((await running.ask('GET', '/api/v2', undefined, { authorization: '' })).status).toBe(401);
  });
});

describe('the token', () => {
  test('is not needed for health, which says nothing of what is kept', async () => {
    const answer = await running.ask('GET', '/healthz', undefined, { authorization: '' });
    expect(answer.body).toEqual({ ok: true, version: '0.0.0-test' });
  });
});
