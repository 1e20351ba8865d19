import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { appendOf, emptyTail } from '../entry/seal-batch.ts';
import { StoreUnavailable } from '../store.ts';
import { storeContract } from '../testing/contract.ts';
import { startPostgres } from '../testing/postgres-server.ts';
import { plainFact, sealed } from '../testing/sample.ts';
import { postgresStore } from './postgres.ts';
import { joinPostgres } from './postgres-presence.ts';
import { holdPostgres, postgresAdoptedAs } from './postgres-scratch.ts';

const server = await startPostgres();
afterAll(() => server?.stop());

if (server !== undefined)
  storeContract('PostgreSQL', { open: () => postgresStore(server.connectionString), keeps: true });

describe.skipIf(server === undefined)('PostgreSQL as it fails', { timeout: 30_000 }, () => {
  const first = (organisation: string) => sealed(emptyTail, [plainFact('a')], { organisation });

  test('nodes that start at once on an empty database all come up', async () => {
    for (const name of ['fresh-1', 'fresh-2', 'fresh-3']) {
      const database = server!.newDatabase(name);
      const nodes = Array.from({ length: 8 }, () => postgresStore(database));
      expect(await Promise.all(nodes.map((node) => node.tail('acme')))).toEqual(Array(8).fill(emptyTail));
      await Promise.all(nodes.map((node) => node.close()));
    }
  });

  test('of nodes that append first at once, one wins', async () => {
    const database = server!.newDatabase('contested');
    const nodes = Array.from({ length: 6 }, () => postgresStore(database));
    const outcomes = await Promise.all(
      nodes.map((node) => node.append('acme', emptyTail, appendOf([first('acme')]))),
    );
    expect(outcomes.sort()).toEqual(['appended', ...Array(5).fill('beaten')]);
    await Promise.all(nodes.map((node) => node.close()));
  });

  test('a database that is not there is unavailable, for every method', async () => {
    const store = postgresStore('postgres://concord@127.0.0.1:1/none');
    await expect(store.tail('acme')).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.organisations()).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.append('acme', emptyTail, appendOf([first('acme')]))).rejects.toBeInstanceOf(
      StoreUnavailable,
    );
    await store.close();
    const unknown = postgresStore(server!.connectionString.replace('/postgres', '/unknown'));
    await expect(unknown.tail('acme')).rejects.toBeInstanceOf(StoreUnavailable);
    await unknown.close();
  });

  test('when all connections are ended, the pool finds its way back and nothing is lost', async () => {
    const store = postgresStore(server!.newDatabase('ended'));
    const begun = first('acme');
    expect(await store.append('acme', emptyTail, appendOf([begun]))).toBe('appended');
    const admin = new pg.Client(server!.connectionString);
    await admin.connect();
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()');
    await admin.end();
    expect(await untilReachable(() => store.tail('acme'))).toEqual(begun.tail);
    await store.close();
  });

  test('a crash of the server loses nothing that was acknowledged', async () => {
    const store = postgresStore(server!.newDatabase('crashed'));
    const begun = first('acme');
    expect(await store.append('acme', emptyTail, appendOf([begun]))).toBe('appended');
    server!.restart('immediate');
    expect(await untilReachable(() => store.read('acme', 0, 10))).toEqual(begun.entries);
    const next = sealed(begun.tail, [plainFact('b')]);
    expect(await untilReachable(() => store.append('acme', begun.tail, appendOf([next])))).toBe('appended');
    await store.close();
  });
});

describe.skipIf(server === undefined)('who works on a PostgreSQL', { timeout: 30_000 }, () => {
  const database = (name: string) => server!.newDatabase(name);
  const held = async (connectionString: string) => {
    const answer = await holdPostgres(connectionString);
    if ('by' in answer) throw new Error(`${answer.by}: ${answer.who}`);
    return answer;
  };

  test('servers share it, and are named to who wants it alone', async () => {
    const url = database('shared');
    const servers = await Promise.all([joinPostgres(url), joinPostgres(url)]);
    const name = `concord server, process ${process.pid} on `;
    expect(await holdPostgres(url)).toEqual({
      by: 'servers',
      who: expect.stringMatching(new RegExp(`${name}.*, ${name}`)),
    });
    for (const each of servers) await each.release();
    await (await held(url)).release();
  });

  test('who has it alone is named to everybody else, and has no part in other databases', async () => {
    const url = database('alone');
    const one = await held(url);
    const name = `concord restore, process ${process.pid} on `;
    expect(await holdPostgres(url)).toEqual({ by: 'restore', who: expect.stringContaining(name) });
    await expect(joinPostgres(url)).rejects.toThrow(name);
    await expect(postgresAdoptedAs(url)).rejects.toBeInstanceOf(StoreUnavailable);
    await (await joinPostgres(server!.connectionString)).release();
    await one.release();
    await (await joinPostgres(url)).release();
  });

  test('a server that was cut off comes back by itself', async () => {
    const url = database('cut');
    const joined = await joinPostgres(url);
    const admin = new pg.Client(server!.connectionString);
    await admin.connect();
    await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'cut'");
    const isThere = async () => {
      const { rows } = await admin.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted");
      return rows.length > 0;
    };
    while (await isThere()) await new Promise((resolve) => setTimeout(resolve, 10));
    while (!(await isThere())) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await holdPostgres(url)).toMatchObject({ by: 'servers' });
    await joined.release();
    await admin.end();
    await (await held(url)).release();
  });
});

/** Asks again while the store says that it can not be reached; anything else that goes wrong fails the test. */
async function untilReachable<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || attempt === 20) throw error;
    }
  }
}
