import pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createOrganisation, within } from '../apps/server/src/testing/programme.ts';
import { type Ask, makePlace, type RunningServer, startServer } from '../apps/server/src/testing/server.ts';
import { startPostgres } from '../packages/ledger/src/testing/postgres-server.ts';

const postgres = await startPostgres();
afterAll(() => postgres?.stop());

describe.skipIf(postgres === undefined)('a PostgreSQL that takes no writes', { timeout: 60_000 }, () => {
  let databases = 0;
  let url: string;
  let place: ReturnType<typeof makePlace>;
  let running: RunningServer;
  let inside: Ask;
  let admin: pg.Client;

  beforeEach(async () => {
    databases += 1;
    url = postgres?.newDatabase(`lacking_${databases}`) ?? '';
    place = makePlace();
    running = await startServer(place, { databaseUrl: url });
    inside = within(running.ask, await createOrganisation(running.ask));
    admin = new pg.Client(url);
    admin.on('error', () => undefined);
    await admin.connect();
  });
  afterEach(async () => {
    await admin.end();
    await running.close();
    place.remove();
  });

  const addControl = (code: string) => inside('POST', '/controls', { code, name: 'x' });
  const addPerson = (name: string) =>
    inside('POST', '/people', { name, mail: `${name.toLowerCase()}@example.org` });
  const verified = async () => (await inside('POST', '/ledger/verification', {})).body.ok;
  /** Every connection of the server begins anew. */
  const endOthers = () =>
    admin.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
    );
  const fails = (table: string, state: string) =>
    admin.query(`CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = '${state}'; END $$;
      CREATE TRIGGER refuse_${table} BEFORE INSERT ON ${table} EXECUTE FUNCTION refuse()`);
  const mends = (table: string) => admin.query(`DROP TRIGGER refuse_${table} ON ${table}`);

  test.each(['ledger_entries', 'ledger_batches'])(
    'whose disk is full while it writes %s: 503, nothing half recorded, and it goes on once there is room',
    async (table) => {
      await fails(table, '53100');
      const refused = await addControl('C-1');
      expect([refused.status, refused.body.code]).toEqual([503, 'disk.full']);
      expect(refused.headers.get('retry-after')).toBe('1');
      expect((await inside('GET', '/controls')).body.total).toBe(0);
      await mends(table);
      expect((await addControl('C-1')).status).toBe(201);
      expect(await verified()).toBe(true);
    },
  );

  test('whose disk is full while it keeps the name of a person', async () => {
    const { rows } = await admin.query(
      "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name NOT LIKE 'ledger%'",
    );
    for (const { table_name: table } of rows) await fails(table, '53100');
    const refused = await addPerson('Olga');
    expect([refused.status, refused.body.code]).toEqual([503, 'disk.full']);
    for (const { table_name: table } of rows) await mends(table);
    expect((await addPerson('Olga')).status).toBe(201);
    expect(await verified()).toBe(true);
  });

  test('that is read-only is read, and says so when it is to write', async () => {
    const name = url.split('/').at(-1);
    await admin.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    await endOthers();
    for (const add of [() => addControl('C-1'), () => addPerson('Olga')]) {
      await expect.poll(async () => (await add()).body.code).toBe('database.read-only');
      expect((await add()).status).toBe(503);
    }
    expect((await inside('GET', '/controls')).body.total).toBe(0);
    await admin.query(
      `SET default_transaction_read_only = off; ALTER DATABASE ${name} RESET default_transaction_read_only`,
    );
    await endOthers();
    await expect.poll(async () => (await addControl('C-1')).status).toBe(201);
    expect(await verified()).toBe(true);
  });

  test('that has no connection left', async () => {
    const taken: pg.Client[] = [];
    await endOthers();
    try {
      for (;;) {
        const client = new pg.Client(url);
        client.on('error', () => undefined);
        await client.connect();
        taken.push(client);
      }
    } catch (error) {
      expect((error as { code?: string }).code).toBe('53300');
    }
    const refused = [await addControl('C-1'), await addPerson('Olga')];
    await Promise.all(taken.map((client) => client.end()));
    for (const { status, body } of refused)
      expect([status, body.code]).toEqual([503, 'database.connections']);
    expect((await addControl('C-1')).status).toBe(201);
    expect((await addPerson('Olga')).status).toBe(201);
    expect(await verified()).toBe(true);
  });

  test.each(['57P01', '57P02', '57P03', '08006'])('that ends the connection with %s', async (state) => {
    await fails('ledger_entries', state);
    await fails('people', state);
    for (const refused of [await addControl('C-1'), await addPerson('Olga')])
      expect([refused.status, refused.body.code]).toEqual([503, 'ledger.unavailable']);
    await mends('ledger_entries');
    await mends('people');
    expect((await addControl('C-1')).status).toBe(201);
    expect(await verified()).toBe(true);
  });

  test('that is shut down and comes back', async () => {
    postgres?.restart('fast');
    const after = [await addControl('C-1'), await addPerson('Olga')];
    for (const { status, body } of after) expect([201, 503], JSON.stringify(body)).toContain(status);
    expect(await verified()).toBe(true);
  });
});
