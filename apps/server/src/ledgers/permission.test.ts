import { rows } from '@concord/operations';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeApp } from '../http/app.ts';
import { everyView } from '../testing/history.ts';
import { createOrganisation, sendFile, within } from '../testing/programme.ts';
import {
  type Ask,
  askOf,
  host,
  makePlace,
  type RunningServer,
  startServer,
  token,
} from '../testing/server.ts';

const place = makePlace();
const canary = 'Kanarienvogel-2b9e';
let running: RunningServer;
let organisation: string;
let inside: Ask;
let owner: string;
let theirs: string;

/** The same server as somebody else would meet it: there is no sign-in yet, so the holder of the token is replaced. */
function as(person: string): Ask {
  const { server } = running;
  const people = { ...server.people, administrator: async () => person };
  const app = makeApp({ ...server, people }, { token, hosts: () => new Set([host]), version: 'x' });
  return within(askOf(app), organisation);
}

beforeAll(async () => {
  running = await startServer(place);
  organisation = await createOrganisation(running.ask);
  inside = within(running.ask, organisation);
  const done = async (method: string, path: string, body: object) => {
    const answer = await inside(method, path, body);
    if (answer.status > 201) throw new Error(answer.text);
    return answer.body.id as string;
  };
  for (const framework of ['iso27001-2022', 'nist-csf-2.0', 'nis2-directive'])
    await done('PUT', `/frameworks/${framework}/adoption`, {});
  owner = await done('POST', '/people', {
    name: 'Olga Ruiz',
    mail: 'olga@example.org',
    role: 'control_owner',
  });
  await done('POST', '/controls', {
    code: 'OWN-1',
    name: 'Mine',
    owner,
    frequency: 'quarterly',
    implementation: 'operating',
  });
  await done('POST', '/controls', {
    code: 'HID-1',
    name: `Not mine ${canary}`,
    statement: canary,
    frequency: 'quarterly',
    implementation: 'operating',
  });
  for (const control of ['OWN-1', 'HID-1']) {
    const claim = await done('POST', '/claims', {
      controls: [control],
      framework: 'iso27001-2022',
      requirement: 'A.5.15',
      rationale: control === 'HID-1' ? canary : 'mine',
    });
    await done('POST', `/claims/${claim}/confirmation`, {});
  }
  const file = await sendFile(inside, `${canary}.txt`, canary);
  theirs = await done('POST', '/evidence', { controls: ['HID-1'], outcome: 'works', title: canary, file });
});
afterAll(async () => {
  await running.close();
  place.remove();
});

/** An input that each command's schema takes, so that only the right to ask for it is missing. */
const inputs: Readonly<Record<string, object>> = {
  'scopes define': { name: 'x' },
  'people add': { name: 'Nobody', mail: 'nobody@example.org' },
  'people add-many': { people: [{ name: 'Nobody' }] },
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
  'controls add': { code: 'NEW-1', name: 'x' },
  'controls retire': { reason: 'x' },
  'claims state': { controls: ['OWN-1'], framework: 'iso27001-2022', requirement: 'A.5.1' },
  'claims withdraw': { reason: 'x' },
  'evidence add': { controls: ['OWN-1'], outcome: 'works', title: 'x', file: 'f'.repeat(64) },
  'evidence assign': { controls: ['OWN-1'] },
  'frequencies set': { period: 'P30D', graceDays: 1, reason: 'x' },
  'collectors add': { name: 'Nobody' },
  'applicability decide': { applicable: true, reasons: [{ kind: 'risk', text: 'x' }] },
  'applicability decide-many': {
    framework: 'iso27001-2022',
    decisions: [{ requirement: 'A.5.15', applicable: true, reasons: [{ kind: 'risk', text: 'x' }] }],
  },
  'applicability import': { file: 'f'.repeat(64) },
  'necessity decide': { necessary: true, reasons: [{ kind: 'risk', text: 'x' }] },
  'points decide': { applied: true },
  'requirements assess': { judgement: 'met', reasons: 'x', assessedOn: '2026-03-01' },
  'profiles create': { name: 'x', framework: 'nist-csf-2.0' },
  'profiles retire': { reason: 'x' },
  'profiles tiers': { rationale: 'x', governanceCurrent: 1 },
  'profiles scale': {
    levels: [
      { value: 0, label: 'x' },
      { value: 1, label: 'y' },
    ],
  },
  'profiles score': { rationale: 'x', score: 1 },
  'profiles import': { file: 'f'.repeat(64) },
  'relations state': {
    from: ['iso27001-2022/A.5.15'],
    to: 'nist-csf-2.0/PR.AA-05',
    relation: 'EQ',
    rationaleKind: 'semantic',
    rationale: 'x',
  },
  'relations withdraw': { reason: 'x' },
  'relations limit': { hops: 1 },
  'catalogue import': { file: 'f'.repeat(64) },
  'controls import': { file: 'f'.repeat(64) },
  'controls change-many': { controls: ['OWN-1'], set: { design: 'draft' } },
  'controls retire-many': { controls: ['OWN-1'], reason: 'x' },
  'library adopt': { all: true },
  'claims confirm-all': { all: true },
  'claims refuse-all': { all: true, reason: 'x' },
};
const places: Readonly<Record<string, string>> = {
  framework: 'iso27001-2022',
  requirement: 'A.5.15',
  point: '8.2.1',
  control: 'OWN-1',
  entry: '1',
  claim: 'x',
  obligation: 'x',
  party: 'x',
  issue: 'x',
  action: 'x',
  entity: 'x',
  document: 'x',
  scope: 'organisation',
  profile: 'x',
  kind: 'control',
  id: 'OWN-1',
  report: 'statement-of-applicability',
  evidence: 'x',
  frequency: 'annual',
  collector: 'x',
  starter: 'GOV-01',
  edition: 'nist-csf-2.0',
  model: 'ssp',
};
/** What a query has to be told in its address. */
const asking: Readonly<Record<string, string>> = {
  'view coverage': '?framework=iso27001-2022',
  'what-if': '?set=OWN-1%3Dplanned',
  find: '?text=review',
};
const pathOf = (path: string) => path.replace(/\{(\w+)\}/g, (_, name: string) => places[name] as string);
const own = 'own.read';
const commandRows = rows.filter(
  (row) => row.kind === 'command' && row.row.permission !== 'organisation.create',
);
const queryRows = rows.filter((row) => row.kind === 'query' && row.row.reach === 'organisation');

async function traces() {
  const { position } = await running.server.store.tail(organisation);
  return { position, people: (await running.server.people.named(await everybody())).size };
}
async function everybody(): Promise<string[]> {
  const { default: Database } = await import('libsql');
  const database = new Database(`${place.directory}/identity.sqlite`);
  const ids = database.prepare('SELECT id FROM people').all([]) as { id: string }[];
  database.close();
  return ids.map(({ id }) => id);
}

describe.each(commandRows.map((row) => [row.row.name, row] as const))('%s', (name, { row }) => {
  test('is refused to a control owner and to somebody without a role, and leaves no trace', async () => {
    const before = await traces();
    // A control owner closes actions of their own, and is told of no other; everybody shares their own calendar.
    const isTheirs = ['actions.close', 'calendar.share'].includes(row.permission);
    const refused = isTheirs ? ['nobody-at-all'] : [owner, 'nobody-at-all'];
    for (const person of refused) {
      const answer = await as(person)(row.method, pathOf(row.path), inputs[name] ?? {}, { 'if-match': '*' });
      expect([answer.status, answer.body.code]).toEqual([403, 'permission.denied']);
      // Taking back what somebody else did is for who sees all of it.
      const missing = name === 'undo' && person === owner ? 'programme.read' : row.permission;
      expect(answer.body.detail).toContain(missing);
    }
    expect(await traces()).toEqual(before);
  });
});

describe.each(queryRows.map((row) => [row.row.name, row] as const))('%s', (name, { row }) => {
  const asked = (ask: Ask) => {
    const isFile = name === 'files add';
    const body = row.method === 'GET' ? undefined : isFile ? 'content' : {};
    const query = isFile ? '?name=x.txt' : (asking[name] ?? '');
    return ask(
      row.method,
      `${pathOf(row.path)}${query}`,
      body,
      isFile ? { 'content-type': 'application/octet-stream' } : {},
    );
  };

  test('is refused to somebody without a role', async () => {
    expect((await asked(as('nobody-at-all'))).status).toBe(403);
  });

  test(`is ${row.permission === own ? 'answered, masked,' : 'refused'} to a control owner`, async () => {
    const answer = await asked(as(owner));
    expect(answer.text).not.toContain(canary);
    if (row.permission !== own) expect(answer.status).toBe(403);
    else expect([200, 404]).toContain(answer.status);
  });
});

describe('what a control owner may not see', () => {
  test('is in no view of theirs, at no time', async () => {
    const views = await everyView(as(owner), '', 'OWN-1');
    expect(JSON.stringify(views)).not.toContain(canary);
    expect(JSON.stringify(await everyView(as(owner), 'knownAt=20', 'OWN-1'))).not.toContain(canary);
    expect(JSON.stringify(await everyView(inside, '', 'OWN-1'))).toContain(canary);
  });

  test('is counted, not left out: the arithmetic is the same for everybody', async () => {
    const [mine, all] = [await as(owner)('GET', '/controls'), await inside('GET', '/controls')];
    expect(mine.body.total + mine.body.hidden).toBe(all.body.total);
    const numbers = async (ask: Ask) => (await ask('GET', '/views/statement-of-applicability')).body.numbers;
    expect(await numbers(as(owner))).toEqual(await numbers(inside));
  });

  test('is not found by searching for it, nor by its code, id or file', async () => {
    const hidden = (await inside('GET', '/controls/HID-1')).body;
    const ask = as(owner);
    expect((await ask('GET', `/controls?text=${canary}`)).body).toMatchObject({ total: 0, rows: [] });
    const never = await ask('GET', '/controls/NEVER-1');
    for (const named of ['HID-1', hidden.id]) {
      const answer = await ask('GET', `/controls/${named}`);
      expect([answer.status, answer.body.code, Object.keys(answer.body)]).toEqual([
        404,
        never.body.code,
        Object.keys(never.body),
      ]);
    }
    expect((await ask('GET', `/evidence/${theirs}/file`)).status).toBe(404);
    expect((await inside('GET', `/evidence/${theirs}/file`)).status).toBe(200);
  });

  test('is nobody’s mail address', async () => {
    const shown = await as(owner)('GET', '');
    expect(shown.text).not.toContain('olga@example.org');
    expect((await inside('GET', '')).text).toContain('olga@example.org');
  });
});

test('a role that has ended gives nothing any more', async () => {
  const person = { name: 'x', mail: 'x@example.org', role: 'isms_manager' };
  const until = async (day: string) =>
    (await inside('POST', '/people', { ...person, until: day })).body.id as string;
  expect((await as(await until('2026-03-16'))('GET', '/controls')).status).toBe(200);
  expect((await as(await until('2026-03-15'))('GET', '/controls')).status).toBe(403);
});

describe('taking back a command', () => {
  const added = async (ask: Ask, path: string, body: object) => {
    const answer = await ask('POST', path, body, { 'if-match': '*' });
    expect(answer.status).toBe(201);
    return answer.body as { id: string; position: number };
  };
  const undo = async (ask: Ask, entry: number) => {
    const answer = await ask('POST', `/ledger/entries/${entry}/undo`, {});
    return [answer.status, answer.body.code, answer.body.detail ?? ''];
  };

  test('asks for the right to that command, whatever it is', async () => {
    const action = await added(inside, '/actions', { title: 'Theirs to close', owner });
    const other = await added(inside, '/actions', { title: 'Somebody else’s' });
    const close = (id: string) => `/actions/${id}/closing`;
    const closed = await added(as(owner), close(action.id), { status: 'done', result: 'x' });
    const theirs = await added(inside, close(other.id), { status: 'done', result: 'x' });
    // Only what they did themselves, and in the same words whatever it is.
    for (const entry of [action.position, theirs.position, 1])
      expect(await undo(as(owner), entry)).toEqual([
        403,
        'permission.denied',
        expect.stringContaining('programme.read'),
      ]);
    expect((await undo(as(owner), closed.position))[0]).toBe(201);
    expect((await undo(inside, theirs.position))[0]).toBe(201);
  });

  test('is refused to an auditor, who may not give it', async () => {
    const person = { name: 'x', mail: 'undo@example.org', role: 'internal_auditor' };
    const auditor = as((await inside('POST', '/people', person)).body.id);
    const { position } = await added(inside, '/obligations', { kind: 'legal', title: 'x', asks: 'x' });
    expect(await undo(auditor, position)).toEqual([
      403,
      'permission.denied',
      expect.stringContaining('governance.write'),
    ]);
    expect(await undo(auditor, 1)).toEqual([403, 'permission.denied', expect.any(String)]);
  });
});

test('an auditor reads everything and judges, and changes nothing else', async () => {
  const auditor = (
    await inside('POST', '/people', { name: 'x', mail: 'a@example.org', role: 'internal_auditor' })
  ).body.id;
  const ask = as(auditor);
  expect((await ask('GET', '/controls')).text).toContain(canary);
  expect((await ask('POST', '/ledger/verification', {})).body.ok).toBe(true);
  for (const row of commandRows) {
    const answer = await ask(row.row.method, pathOf(row.row.path), inputs[row.row.name] ?? {}, {
      'if-match': '*',
    });
    const may = ['requirements.assess', 'calendar.share'].includes(row.row.permission);
    if (may) expect(answer.status).not.toBe(403);
    else expect([row.row.name, answer.status]).toEqual([row.row.name, 403]);
  }
});
