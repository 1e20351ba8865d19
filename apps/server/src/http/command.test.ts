import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganisation, sendFile, within } from '../testing/programme.ts';
import { type Ask, makePlace, type RunningServer, startServer } from '../testing/server.ts';

const place = makePlace();
let running: RunningServer;
let organisation: string;
let inside: Ask;
let codes = 0;

beforeAll(async () => {
  running = await startServer(place);
  organisation = await createOrganisation(running.ask);
  inside = within((...asked) => running.ask(...asked), organisation);
  await inside('PUT', '/frameworks/iso27001-2022/adoption', {});
});
afterAll(async () => {
  await running.close();
  place.remove();
});

/** A control that no other test knows, at its first revision. */
async function newControl(): Promise<{ code: string; etag: string }> {
  codes += 1;
  const code = `CMD-${codes}`;
  const added = await inside('POST', '/controls', { code, name: 'As it was' });
  expect(added.status).toBe(201);
  return { code, etag: added.headers.get('etag') ?? '' };
}

const position = async () => Number((await inside('GET', '')).headers.get('concord-position'));
const set = (code: string, change: object, headers: Record<string, string>) =>
  inside('PATCH', `/controls/${code}`, change, headers);
const times = <T>(count: number, work: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, at) => work(at)));

describe('the revision of a record', () => {
  test('is its ETag, where it is read and where it is changed', async () => {
    const { code, etag } = await newControl();
    const read = await inside('GET', `/controls/${code}`);
    expect(etag).toMatch(/^"\d+"$/);
    expect(read.headers.get('etag')).toBe(etag);
    const changed = await set(code, { name: 'New' }, { 'if-match': etag });
    expect(changed.status).toBe(200);
    expect((await inside('GET', `/controls/${code}`)).headers.get('etag')).toBe(changed.headers.get('etag'));
  });

  test('has to be named: 428 says which it is, and nothing changes', async () => {
    const { code, etag } = await newControl();
    const answer = await set(code, { name: 'New' }, {});
    expect([answer.status, answer.body.code]).toEqual([428, 'revision.required']);
    expect(answer.body.detail).not.toMatch(/ETag|If-Match/);
    expect(answer.headers.get('etag')).toBe(etag);
    expect(`"${answer.body.revision}"`).toBe(etag);
    expect(answer.body.changedFields).toContain('name');
    expect((await inside('GET', `/controls/${code}`)).body.name).toBe('As it was');
  });

  test('that is stale is answered 412 with who changed what, and the ETag to go on from', async () => {
    const { code, etag } = await newControl();
    const first = await set(code, { name: 'Mine', statement: 'Daily' }, { 'if-match': etag });
    const late = await set(code, { name: 'Theirs' }, { 'if-match': etag });
    expect([late.status, late.body.code]).toEqual([412, 'revision.stale']);
    expect(late.body.changedBy).toEqual(['Administrator']);
    expect([...late.body.changedFields].sort()).toEqual(['name', 'statement']);
    const [named] = late.body.changes.filter(({ member }: { member: string }) => member === 'name');
    expect(named).toMatchObject({ was: 'As it was', now: 'Mine', by: 'Administrator' });
    expect(Date.parse(named.at)).not.toBeNaN();
    expect(late.body.detail).toMatch(
      /Administrator changed .*name.*statement|Administrator changed .*statement.*name/,
    );
    expect(late.headers.get('etag')).toBe(first.headers.get('etag'));
    expect((await set(code, { name: 'Theirs' }, { 'if-match': late.headers.get('etag') ?? '' })).status).toBe(
      200,
    );
  });

  test.each(['x', '"x"', 'W/"1"', '"1", "2"', '-1', '1e3', ''])(
    'that is written %j is malformed',
    async (ifMatch) => {
      const { code } = await newControl();
      const answer = await set(code, { name: 'New' }, { 'if-match': ifMatch });
      expect(answer.status).toBe(400);
      expect((await inside('GET', `/controls/${code}`)).body.name).toBe('As it was');
    },
  );

  test('is not needed for a first decision, and is for the second', async () => {
    const address = '/applicability/iso27001-2022/A.8.1';
    const reasons = [{ kind: 'risk', text: 'laptops are taken home' }];
    const first = await inside('PUT', address, { applicable: true, reasons });
    expect(first.status).toBeLessThan(300);
    const second = await inside('PUT', address, { applicable: false, exclusionReason: 'no laptops' });
    expect(second.status).toBe(428);
    const etag = first.headers.get('etag') ?? '';
    const matched = await inside(
      'PUT',
      address,
      { applicable: false, exclusionReason: 'no laptops' },
      { 'if-match': etag },
    );
    expect(matched.status).toBe(200);
  });

  test('that is stale of a decision is answered with its members as they are sent, what was taken out too, and the whole of it', async () => {
    const address = '/applicability/iso27001-2022/A.8.3';
    const reasons = [{ kind: 'risk', text: 'laptops are taken home' }];
    const decide = (body: object, etag: string) => inside('PUT', address, body, { 'if-match': etag });
    const first = await decide({ applicable: true, reasons, reviewOn: '2099-01-01' }, '"0"');
    expect(first.status).toBeLessThan(300);
    const [etag, more] = [
      first.headers.get('etag') ?? '',
      [...reasons, { kind: 'business', text: 'we promise it' }],
    ];
    expect((await decide({ applicable: true, reasons: more }, etag)).status).toBe(200);
    const late = await decide({ applicable: true, reasons, reviewOn: '2098-01-01' }, etag);
    expect([late.status, late.body.changedFields]).toEqual([412, ['reasons', 'reviewOn']]);
    expect(late.body.changes).toMatchObject([
      { member: 'reasons', was: reasons, now: more },
      { member: 'reviewOn', was: '2099-01-01' },
    ]);
    expect(late.body.stands).toEqual({ scope: 'organisation', applicable: true, reasons: more });
    expect((await decide({ applicable: false, exclusionReason: 'x' }, '"0"')).body).toMatchObject({
      code: 'revision.stale',
      stands: { applicable: true },
    });
  });

  test('of a record that is not there yet cannot be named', async () => {
    const reasons = [{ kind: 'risk', text: 'x' }];
    for (const ifMatch of ['*', '"1"']) {
      const answer = await inside(
        'PUT',
        '/applicability/iso27001-2022/A.8.2',
        { applicable: true, reasons },
        { 'if-match': ifMatch },
      );
      expect([answer.status, answer.body.code]).toEqual([412, 'revision.absent']);
    }
  });

  test('lets one of two editors through, whoever comes first', async () => {
    const { code, etag } = await newControl();
    const answers = await times(2, (at) => set(code, { name: `Editor ${at}` }, { 'if-match': etag }));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const winner = answers.findIndex(({ status }) => status === 200);
    expect((await inside('GET', `/controls/${code}`)).body.name).toBe(`Editor ${winner}`);
  });

  test('of another record stands in nobody’s way: twenty editors on twenty controls at once', async () => {
    const controls = [];
    for (let at = 0; at < 20; at += 1) controls.push(await newControl());
    const answers = await Promise.all(
      controls.map(({ code, etag }) => set(code, { name: `${code} new` }, { 'if-match': etag })),
    );
    expect(answers.map(({ status }) => status)).toEqual(controls.map(() => 200));
    for (const { code } of controls)
      expect((await inside('GET', `/controls/${code}`)).body.name).toBe(`${code} new`);
  });

  test('loses no update: the revision moves once for each change that was accepted', async () => {
    const { code } = await newControl();
    let accepted = 0;
    await times(8, async (editor) => {
      for (let at = 0; at < 10; at += 1) {
        const read = await inside('GET', `/controls/${code}`);
        const answer = await set(
          code,
          { name: `${editor}-${at}` },
          { 'if-match': read.headers.get('etag') ?? '' },
        );
        if (answer.status === 200) accepted += 1;
        else expect(answer.status).toBe(412);
      }
    });
    const { rows } = (await inside('GET', `/records/control/${code}/history`)).body;
    expect(rows).toHaveLength(accepted + 1);
    expect(accepted).toBeGreaterThanOrEqual(10);
  });
});

test('of fifty who add the same code at once exactly one does', async () => {
  const answers = await times(50, (at) =>
    inside('POST', '/controls', { code: at % 2 ? 'SAME-1' : 'same-1', name: `Number ${at}` }),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(
    answers.filter(({ status, body }) => status === 409 && body.code === 'control.code-taken'),
  ).toHaveLength(49);
  expect((await inside('GET', '/controls?text=same-1')).body.total).toBe(1);
});

describe('an Idempotency-Key', () => {
  const added = (code: string, key: string, name = 'Once') =>
    inside('POST', '/controls', { code, name }, { 'idempotency-key': key });

  test('gives the same request the same answer, and carries it out once', async () => {
    const first = await added('KEY-1', 'key-1');
    const at = await position();
    const again = await added('KEY-1', 'key-1');
    expect([again.status, again.text]).toEqual([first.status, first.text]);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(await position()).toBe(at);
  });

  test('is refused for another body, another address and another operation', async () => {
    await added('KEY-2', 'key-2');
    const { code, etag } = await newControl();
    const others = [
      await added('KEY-2', 'key-2', 'Another name'),
      await added('KEY-3', 'key-2'),
      await set(code, { name: 'x' }, { 'idempotency-key': 'key-2', 'if-match': etag }),
      await inside('POST', '/scopes', { name: 'x' }, { 'idempotency-key': 'key-2' }),
    ];
    for (const { status, body } of others)
      expect([status, body.code]).toEqual([422, 'idempotency.other-body']);
  });

  test('still stands when the record was read again in between', async () => {
    const { code, etag } = await newControl();
    const first = await set(code, { name: 'Once' }, { 'idempotency-key': `set-${code}`, 'if-match': etag });
    const read = await inside('GET', `/controls/${code}`);
    for (const ifMatch of [etag, read.headers.get('etag') ?? '', '*']) {
      const again = await set(
        code,
        { name: 'Once' },
        { 'idempotency-key': `set-${code}`, 'if-match': ifMatch },
      );
      expect(again.text).toBe(first.text);
    }
  });

  test('of twenty requests at once makes one', async () => {
    const at = await position();
    const answers = await times(20, () => added('KEY-20', 'key-20'));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await position()).toBe(at + 1);
  });

  test('of twenty requests at once that are not the same makes one, and refuses the others', async () => {
    const answers = await times(20, (at) => added(`KEY-21-${at % 2}`, 'key-21'));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(10);
  });

  test('was not used up by a request that was refused', async () => {
    const refused = await inside(
      'POST',
      '/controls',
      { code: 'KEY-4', name: 'x', owner: 'nobody' },
      { 'idempotency-key': 'key-4' },
    );
    expect(refused.status).toBe(422);
    expect((await added('KEY-4', 'key-4')).status).toBe(201);
  });

  test('puts a person into the directory once, whether one after the other or at once', async () => {
    const person = { name: 'Ines Okonkwo', mail: 'ines@example.org' };
    const answers = await times(20, () =>
      inside('POST', '/people', person, { 'idempotency-key': 'person-1' }),
    );
    answers.push(await inside('POST', '/people', person, { 'idempotency-key': 'person-1' }));
    const ids = new Set(answers.map(({ body }) => body.id));
    expect(ids.size).toBe(1);
    const { people } = (await inside('GET', '')).body;
    expect(people.filter(({ mail }: { mail: string }) => mail === person.mail)).toHaveLength(1);
    expect(await peopleInDirectory(person.mail)).toBe(1);
  });

  test('of a person with another body leaves nobody behind who is not in the programme', async () => {
    const send = (mail: string) =>
      inside('POST', '/people', { name: 'x', mail }, { 'idempotency-key': 'person-2' });
    await send('first@example.org');
    expect((await send('second@example.org')).status).toBe(422);
    expect(await peopleInDirectory('second@example.org')).toBe(0);
  });

  test('puts many people into the directory once, each with an id of their own', async () => {
    const people = [{ name: 'Ana Ruiz' }, { name: 'Bo Lind', mail: 'bo@example.org' }];
    const send = () => inside('POST', '/people/many', { people }, { 'idempotency-key': 'people-1' });
    await times(5, send);
    expect((await send()).status).toBe(201);
    const known: { name: string; mail: string; id: string }[] = (await inside('GET', '')).body.people;
    const added = known.filter(({ name }) => people.some((each) => each.name === name));
    expect(added.map(({ name, mail }) => [name, mail]).sort()).toEqual([
      ['Ana Ruiz', ''],
      ['Bo Lind', 'bo@example.org'],
    ]);
    expect(new Set(added.map(({ id }) => id)).size).toBe(2);
    expect(await peopleInDirectory('bo@example.org')).toBe(1);
  });

  test('creates an organisation once', async () => {
    const create = (name: string) =>
      running.ask('POST', '/api/v1/organisations', { name }, { 'idempotency-key': 'organisation-1' });
    const answers = await times(5, () => create('Once'));
    answers.push(await create('Once'));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const { rows } = (await running.ask('GET', '/api/v1/organisations')).body;
    expect(rows.filter(({ name }: { name: string }) => name === 'Once')).toHaveLength(1);
    expect((await create('Twice')).status).toBe(422);
  });

  test('keeps a piece of evidence single, also after its staged file is gone', async () => {
    await inside('POST', '/controls', { code: 'KEY-E', name: 'x', frequency: 'quarterly' });
    const file = await sendFile(inside, 'a.txt', 'kept once');
    const evidence = { controls: ['KEY-E'], outcome: 'works', title: 'x', file };
    const first = await inside('POST', '/evidence', evidence, { 'idempotency-key': 'evidence-1' });
    await running.server.files.sweep(Date.now() + 25 * 3_600_000);
    const again = await inside('POST', '/evidence', evidence, { 'idempotency-key': 'evidence-1' });
    expect([again.status, again.text]).toEqual([201, first.text]);
  });

  test.each(['', ' ', 'two words', 'x'.repeat(201), 'é'])('%j is malformed', async (key) => {
    const answer = await added('KEY-5', key);
    expect([answer.status, answer.body.code]).toEqual([400, 'idempotency.malformed']);
  });

  test('holds after a restart', async () => {
    const first = await added('KEY-6', 'key-6');
    await running.close();
    running = await startServer(place);
    const at = await position();
    expect((await added('KEY-6', 'key-6')).text).toBe(first.text);
    expect((await added('KEY-6', 'key-6', 'Another')).status).toBe(422);
    expect(await position()).toBe(at);
  });

  async function peopleInDirectory(mail: string): Promise<number> {
    const { default: Database } = await import('libsql');
    const database = new Database(`${place.directory}/identity.sqlite`);
    const rows = database.prepare('SELECT id FROM people WHERE mail = ?').all([mail]);
    database.close();
    return rows.length;
  }
});
