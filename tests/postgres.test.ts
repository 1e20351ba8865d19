import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openIdentityDatabase } from '../apps/server/src/identity/database.ts';
import { openPeople } from '../apps/server/src/identity/people.ts';
import { startPostgres } from '../packages/ledger/src/testing/postgres-server.ts';
import { json, line, makePlace, type Place, type Served, serve } from './testing/vocabulary.ts';

const postgres = await startPostgres();
afterAll(() => postgres?.stop());

describe.skipIf(postgres === undefined)('two servers on one PostgreSQL', () => {
  let places: Place[];
  let nodes: Served[] = [];
  let env: Record<string, string>;
  let databases = 0;

  beforeEach(async () => {
    databases += 1;
    env = { DATABASE_URL: postgres?.newDatabase(`whole_${databases}`) ?? '' };
    // Directories of their own, as on two machines, and one signing key: a snapshot of one node is read by the other.
    places = [makePlace(), makePlace()];
    env.CONCORD_KEY = newKey(places[0] as Place);
    // Both start at once on an empty database.
    nodes = await Promise.all(places.map((place) => serve(place, env)));
  });
  afterEach(async () => {
    for (const node of nodes) await node.end('SIGKILL');
    for (const place of places) place.remove();
  });

  const node = (at: number) => nodes[at % nodes.length] as Served;
  const createOn = async (at: number) => {
    const created = await node(at).ask('POST', '/api/v1/organisations', { name: 'Havelmark' });
    expect(created.status).toBe(201);
    return `/api/v1/organisations/${created.body.organisation}`;
  };
  const verifiedOn = async (at: number, of: string) =>
    (await node(at).ask('POST', `${of}/ledger/verification`, {})).body;

  test('show each other’s writes at once', async () => {
    const of = await createOn(0);
    for (let at = 0; at < 20; at += 1) {
      const added = await node(at).ask('POST', `${of}/controls`, {
        code: `C-${at}`,
        name: `by node ${at % 2}`,
      });
      expect(added.status).toBe(201);
      const other = await node(at + 1).ask('GET', `${of}/controls/C-${at}`);
      expect([other.status, other.headers.get('concord-position')]).toEqual([
        200,
        String(added.body.position),
      ]);
    }
  });

  test('have one administrator and one directory of people', async () => {
    const of = await createOn(0);
    await node(1).ask('POST', `${of}/people`, { name: 'Ines Okonkwo', mail: 'ines@example.org' });
    const names = async (at: number) =>
      (await node(at).ask('GET', of)).body.people.map(({ name }: { name: string }) => name).sort();
    expect(await names(0)).toEqual(['Administrator', 'Ines Okonkwo']);
    expect(await names(1)).toEqual(await names(0));
  });

  test('know the keys of collectors alike, and refuse an ended one at once', async () => {
    const of = await createOn(0);
    await node(0).ask('POST', `${of}/controls`, { code: 'K-1', name: 'x', frequency: 'weekly' });
    const headers = { 'idempotency-key': 'once' };
    const both = [0, 1].map((at) => node(at).ask('POST', `${of}/collectors`, { name: 'Probe' }, headers));
    const added = await Promise.all(both);
    const shown = added.flatMap(({ body }) => (body.key ? [body.key as string] : []));
    expect(shown).toHaveLength(1);
    let sent = 0;
    const send = (at: number) => {
      sent += 1;
      const link = `https://example.org/${sent}`;
      const body = { controls: ['K-1'], outcome: 'works', title: 'x', link };
      return node(at).ask('POST', `${of}/evidence`, body, { authorization: `Bearer ${shown[0]}` });
    };
    expect([(await send(0)).status, (await send(1)).status]).toEqual([201, 201]);
    const { id } = added[0]?.body ?? {};
    const ended = await node(1).ask('POST', `${of}/collectors/${id}/end`, {}, { 'if-match': '*' });
    expect([ended.status, (await send(0)).status, (await send(1)).status]).toEqual([201, 401, 401]);
  });

  test('lose and double nothing of sixteen writers, each request sent to both', async () => {
    const of = await createOn(0);
    const writers = 16;
    const each = 8;
    const send = (at: number, code: string) =>
      node(at).ask('POST', `${of}/controls`, { code, name: code }, { 'idempotency-key': code });
    const sendUntilDone = async (at: number, code: string) => {
      for (;;) {
        const answer = await send(at, code);
        if (answer.status !== 503) return answer;
      }
    };
    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        for (let at = 0; at < each; at += 1) {
          const code = `W${writer}-${at}`;
          const answers = await Promise.all([sendUntilDone(0, code), sendUntilDone(1, code)]);
          expect(answers.map(({ status }) => status)).toEqual([201, 201]);
          expect(answers[0]?.body).toEqual(answers[1]?.body);
        }
      }),
    );
    for (const at of [0, 1]) {
      expect((await node(at).ask('GET', `${of}/controls?limit=1000`)).body.total).toBe(writers * each);
      expect(await verifiedOn(at, of)).toMatchObject({ ok: true, checked: 3 + writers * each, findings: [] });
    }
  });

  test('let one of two editors through, wherever they are', async () => {
    const of = await createOn(0);
    const { headers } = await node(0).ask('POST', `${of}/controls`, { code: 'E-1', name: 'x' });
    const edits = await Promise.all(
      [0, 1].map((at) =>
        node(at).ask(
          'PATCH',
          `${of}/controls/E-1`,
          { name: `node ${at}` },
          { 'if-match': headers.get('etag') ?? '' },
        ),
      ),
    );
    expect(edits.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  test('answer a request again that the other has carried out, also after that one was killed', async () => {
    const of = await createOn(0);
    const request = [
      'POST',
      `${of}/controls`,
      { code: 'K-1', name: 'x' },
      { 'idempotency-key': 'k-1' },
    ] as const;
    const first = await node(0).ask(...request);
    await node(0).end('SIGKILL');
    const again = await node(1).ask(...request);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect((await verifiedOn(1, of)).ok).toBe(true);
  });

  test('forget on both what was erased on one', async () => {
    const of = await createOn(0);
    const canary = 'Kanarienvogel-91d0';
    const { body } = await node(0).ask('POST', `${of}/controls`, { code: 'P-1', name: canary });
    for (const at of [0, 1]) expect((await node(at).ask('GET', `${of}/controls/P-1`)).body.name).toBe(canary);
    const erased = await node(0).ask('POST', `${of}/ledger/entries/${body.position}/erasure`, {
      members: ['name'],
      reason: 'x',
    });
    expect(erased.status).toBe(201);
    for (const at of [0, 1]) {
      expect((await node(at).ask('GET', `${of}/controls/P-1`)).body.name).toBe('');
      expect((await node(at).ask('GET', `${of}/controls/P-1?knownAt=${body.position}`)).body.name).toBe('');
      expect(await verifiedOn(at, of)).toMatchObject({ ok: true, redacted: 1 });
    }
  });

  test('share evidence files when they share the directory, and say so when they do not', async () => {
    const of = await createOn(0);
    const { base, token } = node(0);
    const sent = await fetch(`${base}${of}/files?name=a.txt`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
      body: 'seen on both',
    });
    const { hash: file } = (await sent.json()) as { hash: string };
    await node(0).ask('POST', `${of}/controls`, { code: 'F-1', name: 'x' });
    const piece = { controls: ['F-1'], outcome: 'neutral', title: 'x', file };
    const { id } = (await node(0).ask('POST', `${of}/evidence`, piece)).body;
    const [first, second] = places as [Place, Place];
    const beside = { ...second, env: { ...second.env, CONCORD_DATA: first.data } };
    nodes.push(await serve(beside, env));
    const fetched = [0, 1, 2].map((at) => node(at).ask('GET', `${of}/evidence/${id}/file`));
    const [own, other, shared] = await Promise.all(fetched);
    expect([own?.body, shared?.body]).toEqual(['seen on both', 'seen on both']);
    expect([other?.status, other?.body.code]).toEqual([502, 'file.damaged']);
  });

  test('are joined by command lines, which need to ask neither', async () => {
    const of = await createOn(0);
    const place = { ...(places[0] as Place), env: { ...places[0]?.env, ...env } as Record<string, string> };
    await json(place, 'controls', 'add', 'CLI-1', '--name', 'x');
    for (const at of [0, 1]) expect((await node(at).ask('GET', `${of}/controls/CLI-1`)).status).toBe(200);
    expect((await line(place, ['verify'])).code).toBe(0);
  });

  test('come back when the database does', { timeout: 120_000 }, async () => {
    const of = await createOn(0);
    postgres?.restart('immediate');
    for (const at of [0, 1]) {
      const tried = async () =>
        (
          await node(at).ask(
            'POST',
            `${of}/controls`,
            { code: `R-${at}`, name: 'x' },
            { 'idempotency-key': `r-${at}` },
          )
        ).status;
      let status = await tried();
      while (status === 503) status = await tried();
      expect(status).toBe(201);
      expect(await verifiedOn(at, of)).toMatchObject({ ok: true, findings: [] });
    }
  });
});

function newKey({ root }: Place): string {
  const path = join(root, 'one-key.pem');
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  return path;
}

test.skipIf(postgres === undefined)(
  'many nodes open the people directory at once on an empty database, with one administrator',
  async () => {
    for (let round = 0; round < 5; round += 1) {
      const databaseUrl = postgres?.newDatabase(`people_${round}`);
      const databases = Array.from({ length: 6 }, () => openIdentityDatabase({ directory: '', databaseUrl }));
      const opened = await Promise.all(databases.map(openPeople));
      const administrators = await Promise.all(opened.map((people) => people.administrator()));
      expect(new Set(administrators).size).toBe(1);
      await Promise.all(databases.map((database) => database.destroy()));
    }
  },
);
