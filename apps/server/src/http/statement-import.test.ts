import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganisation, sendFile, within } from '../testing/programme.ts';
import { type Ask, makePlace, type RunningServer, startServer } from '../testing/server.ts';

const place = makePlace();
let running: RunningServer;
let inside: Ask;
const iso = 'iso27001-2022';

beforeAll(async () => {
  running = await startServer(place);
  inside = await programmeOf('Havelmark');
  const law = { kind: 'legal', title: 'Data law', asks: 'Security' };
  const { id } = (await inside('POST', '/obligations', law)).body;
  const decisions = [
    {
      requirement: 'A.5.1',
      applicable: true,
      reasons: [
        { kind: 'risk', text: 'Nobody knew\nwhat holds; "quoted", =1+1' },
        { kind: 'law', text: 'It is asked for', obligation: id },
      ],
    },
    { requirement: 'A.5.7', applicable: true, reasons: [{ kind: 'business', text: '=SUM(A1)' }] },
    {
      requirement: 'A.7.2',
      applicable: false,
      exclusionReason: 'Wir haben keine eigenen Räume\nund suchen keine',
    },
    { requirement: 'A.8.28', applicable: false, exclusionReason: 'Within the scope nobody writes software' },
  ];
  const done = await inside('POST', '/applicability', { framework: iso, decisions });
  if (done.status !== 201) throw new Error(done.text);
});
afterAll(async () => {
  await running.close();
  place.remove();
});

async function programmeOf(name: string): Promise<Ask> {
  const asks = within(running.ask, await createOrganisation(running.ask, name));
  await asks('PUT', `/frameworks/${iso}/adoption`, {});
  return asks;
}

async function statement(format: string, language: string, of = 'Havelmark'): Promise<Uint8Array> {
  const address = `/reports/statement-of-applicability?format=${format}&language=${language}`;
  const response = await running.app.fetch(await requestOf(of, address));
  if (!response.ok) throw new Error(await response.text());
  return new Uint8Array(await response.arrayBuffer());
}

async function requestOf(of: string, address: string): Promise<Request> {
  const listed = await running.ask('GET', '/api/v1/organisations');
  const { id } = listed.body.rows.find(({ name }: { name: string }) => name === of);
  return new Request(`http://concord.test/api/v1/organisations/${id}${address}`, {
    headers: { host: 'concord.test', authorization: 'Bearer token-of-this-test' },
  });
}

test.each([
  ['xlsx', 'en'],
  ['xlsx', 'de'],
  ['xlsx', 'fr'],
  ['csv', 'en'],
  ['csv', 'de'],
  ['csv', 'fr'],
])(
  'a statement written as %s in %s is taken in again and says nothing new here, and all of it elsewhere',
  async (format, language) => {
    const bytes = await statement(format, language);
    const file = await sendFile(inside, `statement.${format}`, bytes);
    const again = await inside('POST', `/imports/applicability/${iso}?preview=true`, { file });
    expect([again.status, again.body.facts, again.body.unchanged]).toEqual([200, 0, true]);
    const elsewhere = await programmeOf(`Elsewhere ${format} ${language}`);
    const sent = await sendFile(elsewhere, `statement.${format}`, bytes);
    const taken = await elsewhere('POST', `/imports/applicability/${iso}`, { file: sent });
    expect(taken.status).toBe(201);
    const { rows } = (await elsewhere('GET', '/views/statement-of-applicability')).body;
    const said = (asked: {
      rows: { id: string; applicability: string; reasons: unknown[]; exclusionReason: string }[];
    }) => asked.rows.map(({ id, applicability, exclusionReason }) => [id, applicability, exclusionReason]);
    const first = (await inside('GET', '/views/statement-of-applicability')).body;
    expect(said({ rows })).toEqual(said(first));
    const [policies] = rows.filter(({ id }: { id: string }) => id === 'A.5.1');
    expect(policies.reasons).toMatchObject([
      { kind: 'risk', text: 'Nobody knew\nwhat holds; "quoted", =1+1' },
      { kind: 'law', text: 'It is asked for' },
    ]);
  },
);

describe('given a statement of ours that names obligations, who answers and days', () => {
  const law = { kind: 'regulatory', title: 'Security; and reporting', asks: 'Security' };
  const ben = { name: 'Ben Bauer', mail: 'ben@example.org' };
  const nobody = { name: 'Nora Neu', mail: 'nora@example.org' };
  const held = async (asks: Ask) => {
    const { rows } = (await asks('GET', '/views/statement-of-applicability')).body;
    return rows
      .slice(0, 3)
      .map((row: Readonly<Record<string, unknown>>) => [
        row.id,
        row.owner !== undefined,
        row.reviewOn,
        (row.obligations as readonly { title: string }[]).map(({ title }) => title),
      ]);
  };

  async function named(name: string): Promise<Ask> {
    const asks = await programmeOf(name);
    const { id } = (await asks('POST', '/obligations', law)).body;
    const owner = (await asks('POST', '/people', ben)).body.id;
    const other = (await asks('POST', '/people', nobody)).body.id;
    const reasons = [{ kind: 'law', text: 'Asked for', obligation: id }];
    const decisions = [
      { requirement: 'A.5.1', applicable: true, reasons, owner, reviewOn: '2027-03-01' },
      { requirement: 'A.5.2', applicable: true, reasons: [{ kind: 'risk', text: 'Needed' }], owner: other },
    ];
    const done = await asks('POST', '/applicability', { framework: iso, decisions });
    if (done.status !== 201) throw new Error(done.text);
    return asks;
  }

  test.each([
    ['xlsx', 'de'],
    ['csv', 'en'],
    ['csv', 'fr'],
  ])(
    'when it comes in as %s in %s, then what is here is taken in and the rest is told',
    async (format, language) => {
      const from = `Named ${format} ${language}`;
      const first = await named(from);
      const bytes = await statement(format, language, from);
      const again = await first('POST', `/imports/applicability/${iso}`, {
        file: await sendFile(first, `statement.${format}`, bytes),
      });
      expect([again.status, again.body.unchanged]).toEqual([200, true]);

      const elsewhere = await programmeOf(`To ${format} ${language}`);
      const file = await sendFile(elsewhere, `statement.${format}`, bytes);
      await elsewhere('POST', '/people', ben);
      const taken = await elsewhere('POST', `/imports/applicability/${iso}`, { file });
      expect(taken.status).toBe(201);
      const told: string = taken.body.notices.join('\n');
      expect(told).toContain('Security; and reporting');
      expect(told).toContain('Nora Neu');
      expect(told).not.toContain('Ben Bauer');
      expect(told).toContain('When 2 rows were decided was not taken in');
      expect(await held(elsewhere)).toEqual([
        ['A.5.1', true, '2027-03-01', []],
        ['A.5.2', false, undefined, []],
        ['A.5.3', false, undefined, []],
      ]);

      // What it named is there now: it comes in with the next.
      await elsewhere('POST', '/obligations', law);
      await elsewhere('POST', '/people', nobody);
      const next = await elsewhere('POST', `/imports/applicability/${iso}`, { file });
      expect(next.body.notices.join('\n')).not.toMatch(/Security; and reporting|Nora Neu/);
      expect(await held(elsewhere)).toEqual(await held(first));
    },
  );
});

test('faults of a statement are told with their cells, in the language of who sent it', async () => {
  const text = 'Control,Applicable,Justification\nA.5.1,Perhaps,x\nA.9.9,Yes,x\n';
  const file = await sendFile(inside, 'soa.csv', text);
  const answer = await inside('POST', `/imports/applicability/${iso}`, { file }, { 'accept-language': 'fr' });
  expect([answer.status, answer.body.code]).toEqual([422, 'table.faults']);
  expect(answer.body.errors.map(({ at }: { at: string }) => at.split('!')[1])).toEqual(['B2', 'A3']);
  expect(answer.body.detail).toContain('soa.csv');
  expect(answer.headers.get('content-language')).toBe('fr');
});
