import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { appendOf, type Fact, type StoredSnapshot, sealBatch, signSnapshot } from '@concord/ledger';
import { stateVersion } from '@concord/programme';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { differing, everyView, liveThrough } from '../testing/history.ts';
import { createOrganisation, within } from '../testing/programme.ts';
import { type Ask, makePlace, type Place, type RunningServer, startServer } from '../testing/server.ts';
import { keepSnapshot, snapshotBody } from './loaded.ts';

let place: Place;
let running: RunningServer;
let organisation: string;
let inside: Ask;

beforeEach(async () => {
  place = makePlace();
  running = await startServer(place);
  organisation = await createOrganisation(running.ask, 'As it was founded');
  inside = within((...asked) => running.ask(...asked), organisation);
  await liveThrough(inside, { commands: 40, seed: 7 });
});
afterEach(async () => {
  await running.close();
  place.remove();
});

async function restart(): Promise<void> {
  await running.close();
  running = await startServer(place);
}
const position = async () => (await running.server.store.tail(organisation)).position;
const nameShown = async () => (await inside('GET', '')).body.organisation.name;

/** Changes rows of the organisation's file while nobody has it open. */
async function inFile(sql: string, ...values: unknown[]): Promise<void> {
  await running.close();
  const database = new Database(join(place.directory, 'organisations', `${organisation}.sqlite`));
  database.prepare(sql).run(values);
  database.close();
  running = await startServer(place);
}

describe('a snapshot', () => {
  /** One that says something else than the ledger, so that its use can be seen. */
  async function telling(name: string, change: Partial<StoredSnapshot> = {}, of = organisation) {
    const { programme, tail } = await running.server.dispatch.loaded(organisation);
    const { governance } = programme;
    const other = {
      ...programme,
      governance: { ...governance, organisation: { ...governance.organisation, name } },
    };
    const body = await snapshotBody(other as typeof programme);
    const snapshot = { position: tail.position, stateVersion, seal: tail.seal, body, ...change };
    await running.server.store.keepSnapshot(organisation, signSnapshot(running.server.key, of, snapshot));
  }

  test('that is ours is where the next start begins', async () => {
    await telling('As the snapshot says');
    await restart();
    expect(await nameShown()).toBe('As the snapshot says');
  });

  test('shows what the ledger shows', async () => {
    const before = await everyView(inside, '');
    await keepSnapshot(running.server, await running.server.dispatch.loaded(organisation));
    await restart();
    expect(differing(await everyView(inside, ''), before)).toEqual([]);
  });

  test('is gone on from with what was written after it', async () => {
    await keepSnapshot(running.server, await running.server.dispatch.loaded(organisation));
    await inside('POST', '/controls', { code: 'AFTER-1', name: 'after the snapshot' });
    const before = await everyView(inside, '');
    await restart();
    expect((await inside('GET', '/controls/AFTER-1')).status).toBe(200);
    expect(differing(await everyView(inside, ''), before)).toEqual([]);
  });

  test.each([
    [
      'whose body was changed',
      async () => {
        const { programme } = await running.server.dispatch.loaded(organisation);
        await inFile('UPDATE snapshots SET body = ?', await snapshotBody(programme));
      },
    ],
    ['whose signature was taken away', () => inFile("UPDATE snapshots SET signature = ''")],
    ['that says it is of another position', () => inFile('UPDATE snapshots SET position = position - 1')],
  ])('%s is not used', async (_, tamper) => {
    await telling('As the snapshot says');
    await tamper();
    expect(await nameShown()).toBe('As it was founded');
  });

  test('of another version of the state is not used', async () => {
    await telling('As the snapshot says', { stateVersion: stateVersion + 1 });
    await restart();
    expect(await nameShown()).toBe('As it was founded');
  });

  test('of another ledger, or of another organisation, is not used', async () => {
    await telling('As the snapshot says', { seal: 'f'.repeat(64) });
    await restart();
    expect(await nameShown()).toBe('As it was founded');
    await telling('As the snapshot says', {}, 'another-organisation');
    await restart();
    expect(await nameShown()).toBe('As it was founded');
  });

  test('of ours that can not be read is not used', async () => {
    const unreadable = ['{', '{"#table":1}', 'null'];
    for (const body of [...unreadable.map((each) => gzipSync(each)), Buffer.from('{}')]) {
      await telling('As the snapshot says', { body });
      await restart();
      expect(await nameShown()).toBe('As it was founded');
    }
  });

  test('that ends after the ledger does is not used', async () => {
    await telling('As the snapshot says', { position: (await position()) + 1 });
    await restart();
    expect(await nameShown()).toBe('As it was founded');
  });

  test('that was being kept while something was erased does not stay', async () => {
    const before = await running.server.dispatch.loaded(organisation);
    const erased = await inside('POST', '/ledger/entries/1/erasure', {
      members: ['name'],
      reason: 'on request',
    });
    expect(erased.status).toBe(201);
    await keepSnapshot(running.server, before);
    expect(await running.server.store.snapshot(organisation, Number.MAX_SAFE_INTEGER)).toBeUndefined();
    await restart();
    expect(await nameShown()).toBe('');
  });

  test('from before an erasure is not used, even when it is still there', async () => {
    const { programme, tail } = await running.server.dispatch.loaded(organisation);
    await inside('POST', '/ledger/entries/1/erasure', { members: ['name'], reason: 'on request' });
    const body = await snapshotBody(programme);
    const kept = signSnapshot(running.server.key, organisation, { ...tail, stateVersion, body });
    await running.server.store.keepSnapshot(organisation, kept);
    await restart();
    expect(await nameShown()).toBe('');
  });
});

/** Appends a fact of a version to come, as a newer server would. */
async function appendNewer(): Promise<void> {
  const { store } = running.server;
  const tail = await store.tail(organisation);
  const fact: Fact = { type: 'SomethingNewer', version: 1, record: { kind: 'thing', id: '1' }, data: {} };
  const circumstances = {
    organisation,
    at: '2026-03-16T13:00:00.000Z',
    actor: 'system',
    via: 'system',
    batch: 'newer',
    operation: 'things add',
  } as const;
  expect(await store.append(organisation, tail, appendOf([sealBatch(tail, circumstances, [fact])]))).toBe(
    'appended',
  );
}

describe('a ledger that a newer version wrote to', () => {
  test.each([
    ['while this one runs', async () => undefined],
    ['before this one starts', restart],
  ])('%s is read up to there, and not written', async (_, between) => {
    const before = await everyView(inside, '');
    const at = await position();
    await appendNewer();
    await between();
    expect(differing(await everyView(inside, ''), before)).toEqual([]);
    const written = await inside('POST', '/controls', { code: 'N-1', name: 'x' });
    expect([written.status, written.body.code, written.headers.get('retry-after')]).toEqual([
      503,
      'ledger.newer',
      '1',
    ]);
    expect(written.body.detail).toContain(String(at + 1));
    expect(await position()).toBe(at + 1);
    expect((await inside('POST', '/ledger/verification', {})).body).toMatchObject({
      ok: true,
      checked: at + 1,
    });
  });
});

describe('a ledger with a damaged entry', () => {
  const damage = () => inFile("UPDATE entries SET text = replace(text, 'http', 'cli') WHERE seq = 5");

  test('is shown to nobody: 503 names the entry, for reading and for writing', async () => {
    await damage();
    for (const answer of [
      await inside('GET', '/controls'),
      await inside('GET', '/views/statement-of-applicability'),
      await inside('GET', '/controls?knownAt=6'),
      await inside('POST', '/controls', { code: 'D-1', name: 'x' }),
      await inside('POST', '/people', { name: 'x', mail: 'x@example.org' }),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([503, 'ledger.damaged']);
      expect(answer.body.detail).toContain('entry 5');
    }
  });

  test('is verified all the same: which entry, and nothing else', async () => {
    const checked = await position();
    await damage();
    const { status, body } = await inside('POST', '/ledger/verification', {});
    expect([status, body.ok, body.checked]).toEqual([200, false, checked]);
    expect(body.findings).toMatchObject([{ kind: 'entry-altered', seq: 5 }]);
  });

  test('does not take other organisations down', async () => {
    const other = within(
      (...asked) => running.ask(...asked),
      await createOrganisation(running.ask, 'Another'),
    );
    await damage();
    expect((await other('POST', '/controls', { code: 'OK-1', name: 'x' })).status).toBe(201);
    const { rows } = (await running.ask('GET', '/api/v1/organisations')).body;
    const names = rows.map(({ name }: { name: string }) => name);
    expect(names.sort()).toEqual(['Another', 'As it was founded']);
  });

  test('whose programme names nobody any more can still be verified by this machine’s administrator', async () => {
    await inFile("UPDATE entries SET text = replace(text, 'http', 'cli') WHERE seq = 1");
    const { body } = await inside('POST', '/ledger/verification', {});
    expect(body.findings[0]).toMatchObject({ kind: 'entry-altered', seq: 1 });
    expect((await inside('GET', '/ledger/head')).status).toBe(503);
  });
});

describe('a ledger whose file is damaged', () => {
  async function damage(): Promise<void> {
    await running.close();
    const file = openSync(join(place.directory, 'organisations', `${organisation}.sqlite`), 'r+');
    writeSync(file, 'this is no database any more', 0);
    closeSync(file);
    running = await startServer(place);
  }

  test('is said to be, by reading, writing and verifying it', async () => {
    await damage();
    for (const answer of [
      await inside('GET', '/controls'),
      await inside('POST', '/controls', { code: 'X-1', name: 'x' }),
    ])
      expect([answer.status, answer.body.code]).toEqual([503, 'ledger.file-damaged']);
    expect((await inside('POST', '/ledger/verification', {})).body).toMatchObject({
      ok: false,
      checked: 0,
      findings: [{ kind: 'store-damaged' }],
    });
  });

  test('hides no other organisation, and is not hidden', async () => {
    const other = await createOrganisation(running.ask, 'Another');
    await damage();
    const { status, body } = await running.ask('GET', '/api/v1/organisations');
    const listed = (body.rows as { id: string; name: string }[]).map(({ id, name }) => `${id} ${name}`);
    expect(status).toBe(200);
    expect(listed.sort()).toEqual([`${other} Another`, `${organisation} `].sort());
    expect((await within(running.ask, other)('POST', '/controls', { code: 'X-1', name: 'x' })).status).toBe(
      201,
    );
  });
});
