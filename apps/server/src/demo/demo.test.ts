import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openEntry } from '@concord/ledger';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganisation, fillProgramme, within } from '../testing/programme.ts';
import { type Ask, makePlace, type RunningServer, startServer } from '../testing/server.ts';
import { removeOrganisation } from './removal.ts';
import { scenario } from './story/index.ts';

const place = makePlace();
let running: RunningServer;
let own: string;

beforeAll(async () => {
  running = await startServer(place);
  own = await createOrganisation(running.ask);
  await fillProgramme(within(running.ask, own));
});
afterAll(async () => {
  await running.close();
  place.remove();
});

const load = (input: object = {}) => running.ask('POST', '/api/v1/demo', input);
const remove = () => running.ask('POST', '/api/v1/demo/removal', {});
const listed = async () => (await running.ask('GET', '/api/v1/organisations')).body.rows;

async function factsOf(organisation: string) {
  return (await running.server.store.read(organisation, 0, 100_000)).map(openEntry);
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What happened, with ids numbered in the order in which they came up; lists of ids are sets. */
async function happened(organisation: string) {
  const numbers = new Map<string, number>();
  const numbered = (text: string) =>
    text.replace(uuid, (id) => {
      numbers.set(id, numbers.get(id) ?? numbers.size);
      return `#${numbers.get(id)}`;
    });
  return (await factsOf(organisation)).map(({ type, record, data, at, actor, operation, seq }) => {
    const place = numbered(JSON.stringify([seq, type, record, at, actor, operation]));
    const content = JSON.parse(numbered(JSON.stringify(data)));
    if (Array.isArray(content.controls)) content.controls.sort();
    // What was handed out names the organisation and its seals, which are new each time.
    for (const member of ['head', 'file', 'view']) if (type === 'ReportPublished') delete content[member];
    return `${place} ${JSON.stringify(content)}`;
  });
}

/** Files and folders of an organisation, wherever they lie. */
function traces(organisation: string): string[] {
  const folders = ['organisations', 'files', 'staging'].map((name) => join(place.directory, name));
  const names = folders.filter(existsSync).flatMap((folder) => readdirSync(folder));
  return names.filter((name) => name.startsWith(organisation));
}

describe('a demo of an earlier day', () => {
  test('given the same day and seed, then the same happened', async () => {
    const told: string[][] = [];
    for (const seed of [5, '5']) {
      const loaded = await load({ asOf: '2024-03-01', seed });
      expect(loaded.body).toMatchObject({ from: '2022-08-31', to: '2024-02-29', asOf: '2024-03-01' });
      told.push(await happened(loaded.body.organisation));
      expect((await remove()).status).toBe(200);
    }
    const [one = [], other = []] = told;
    expect(one.filter((line, at) => line !== other[at])).toEqual([]);
    expect(one.length).toBe(other.length);
  });

  test.each(['2026-03-17', '1999-12-31'])('as of %s there is none, and nothing is left', async (asOf) => {
    const before = await listed();
    const answer = await load({ asOf });
    expect([answer.status, answer.body.code, answer.body.path]).toEqual([422, 'demo.as-of', 'asOf']);
    expect(await listed()).toEqual(before);
  });
});

describe('a demo of today', () => {
  let demo: string;
  let inside: Ask;
  let answer: Record<string, unknown>;
  const order: string[] = [];

  beforeAll(async () => {
    const loading = load().then(({ body }) => {
      order.push('loaded');
      return body;
    });
    // Others are answered while it is being loaded.
    await within(running.ask, own)('GET', '/views/csf-profile').then(({ status }) => order.push(`${status}`));
    answer = await loading;
    demo = String(answer.organisation);
    inside = within(running.ask, demo);
  });

  test('is told in thousands of facts, up to the day before, and others are answered meanwhile', () => {
    expect(order).toEqual(['200', 'loaded']);
    expect(answer).toMatchObject({ name: scenario.name, to: '2026-03-15', controls: 128 });
    expect(Number(answer.facts)).toBeGreaterThan(3000);
    expect(Number(answer.facts)).toBeLessThan(5000);
    expect(Number(answer.evidence)).toBeGreaterThan(500);
    expect(answer.position).toBe(answer.facts);
    expect(answer).not.toHaveProperty('asOf');
  });

  test('is marked among the others, and has four people beside the one who loaded it', async () => {
    const marks = (await listed()).map(({ id, demo: marked }: { id: string; demo?: true }) => [id, marked]);
    expect(new Map(marks)).toEqual(
      new Map([
        [own, undefined],
        [demo, true],
      ] as const),
    );
    const shown = (await inside('GET', '')).body;
    const named = shown.people.filter(({ name }: { name: string }) => name !== 'Administrator');
    expect(named).toHaveLength(4);
    expect(new Set(named.map(({ name }: { name: string }) => name)).size).toBe(4);
    expect(shown.frameworks.map(({ framework }: { framework: string }) => framework)).toEqual([
      'iso27001-2022',
      'nis2-2024-2690',
      'nis2-directive',
      'nist-csf-2.0',
    ]);
    expect(shown.scopes).toHaveLength(2);
  });

  test('is whole: nothing altered, no file missing, no clock that ran backwards', async () => {
    const { ok, findings, warnings, checked } = (await inside('POST', '/ledger/verification', {})).body;
    expect({ ok, findings, warnings, checked }).toEqual({
      ok: true,
      findings: [],
      warnings: [],
      checked: answer.facts,
    });
  });

  test('shows every word that a state can have, but the one that no operation leads to', async () => {
    const words = new Set<string>();
    for (const view of ['statement-of-applicability', 'csf-profile', 'nis2-duties']) {
      const { status, body } = await inside('GET', `/views/${view}`);
      expect(status).toBe(200);
      for (const { word } of [...body.rows, ...(body.groups ?? [])]) {
        words.add(word.replace(/ (?:from|since \d).*/, ''));
      }
    }
    expect([...words].sort()).toEqual([
      'At least partly met: supported, not proven',
      'Conflict',
      'Excluded',
      'Gap, as assessed',
      'Gap, as it follows',
      'Gap, by claim',
      'Met, as assessed',
      'Met, by our claim',
      'Met, inferred',
      'Not fully met',
      'Partly met',
      'Partly met, as assessed',
      'Stale in part: unknown since evidence lapsed',
      'Stale: unknown',
      'Unclaimed',
      'Unknown',
      'Unknown: a control failed its last test',
    ]);
  });

  test('is neither done nor empty: of each lead framework more than half is met, and much is open', async () => {
    for (const view of ['statement-of-applicability', 'csf-profile', 'nis2-duties']) {
      const { numbers } = (await inside('GET', `/views/${view}`)).body;
      expect(numbers.lower).toBeGreaterThan(0.6);
      expect(numbers.lower).toBeLessThan(0.75);
      expect(numbers.upper).toBeGreaterThan(numbers.lower + 0.1);
    }
  });

  test('every control of Annex A is decided, each with a reason of its own', async () => {
    const { rows } = (await inside('GET', '/views/statement-of-applicability')).body;
    const why = rows.map(
      ({ reasons, exclusionReason }: { reasons: { text: string }[]; exclusionReason: string }) =>
        exclusionReason || reasons.map(({ text }) => text).join(),
    );
    expect(why).toHaveLength(93);
    expect(why.filter((text: string) => text === '')).toEqual([]);
    expect(new Set(why).size).toBe(93);
  });

  test('is loaded once: the second time is refused in one line that says what to do', async () => {
    const { status, body } = await load();
    expect([status, body.code]).toEqual([409, 'demo.loaded']);
    expect(body.detail).toContain(scenario.name);
    expect(body.detail).toContain('take it away');
    expect(body.detail).not.toContain('\n');
  });

  test('can be gone on with by the one who loaded it', async () => {
    const added = await inside('POST', '/people', { name: 'Visitor', mail: 'visitor@example.org' });
    const collector = await inside('POST', '/collectors', { name: 'Visiting program' });
    expect([added.status, collector.status]).toEqual([201, 201]);
    expect(collector.body.key).toMatch(/^ckey_/);
  });

  describe('when it is removed', () => {
    test('and the removal breaks off, then it is found, and can be removed again', async () => {
      const { server } = running;
      const broken = { ...server.store, remove: () => Promise.reject(new Error('the disk was pulled')) };
      await expect(removeOrganisation({ ...server, store: broken }, demo)).rejects.toThrow('disk was pulled');
      expect((await listed()).map(({ id }: { id: string }) => id)).toContain(demo);
      expect((await load()).body.code).toBe('demo.loaded');
    });

    test('then nothing of it is left, and everything of others is', async () => {
      const people = [...new Set((await factsOf(demo)).map(({ actor }) => actor))];
      const before = await factsOf(own);
      // An order that waits for its turn must not bring the ledger back.
      const late = inside('POST', '/scopes', { name: 'Too late' });
      expect((await remove()).body).toEqual({ organisation: demo, name: scenario.name });
      expect([201, 403, 404]).toContain((await late).status);
      expect(traces(demo)).toEqual([]);
      const named = [...(await running.server.people.named(people)).values()].map(({ name }) => name);
      expect(named).toEqual(['Administrator']);
      expect((await running.server.keys.lastUsed(demo)).size).toBe(0);
      expect((await inside('GET', '')).status).toBe(404);
      expect((await listed()).map(({ id }: { id: string }) => id)).toEqual([own]);
      expect(await factsOf(own)).toEqual(before);
      const whole = await within(running.ask, own)('POST', '/ledger/verification', {});
      expect(whole.body).toMatchObject({ ok: true, findings: [] });
    });

    test('then there is none to remove, and no other is taken in its place', async () => {
      const { status, body } = await remove();
      expect([status, body.code]).toEqual([404, 'demo.none']);
      expect(traces(own).length).toBeGreaterThan(0);
    });
  });
});
