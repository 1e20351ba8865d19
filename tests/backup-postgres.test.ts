import pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { restoreBackup } from '../apps/server/src/backup/restore/index.ts';
import type { OnStep } from '../apps/server/src/backup/restore/swap.ts';
import { backUp, makeShelf, newPair, type Pair } from '../apps/server/src/testing/backup.ts';
import { everyView } from '../apps/server/src/testing/history.ts';
import { createOrganisation, fillProgramme, within } from '../apps/server/src/testing/programme.ts';
import { makePlace, type Place, type RunningServer, startServer } from '../apps/server/src/testing/server.ts';
import { startPostgres } from '../packages/ledger/src/testing/postgres-server.ts';

const postgres = await startPostgres();
const shelf = makeShelf();
afterAll(() => {
  postgres?.stop();
  shelf.remove();
});

/** What needs the process that sets PDF, which is not there, is answered with the number of a line in the log. */
const whole = (views: Record<string, string>) =>
  Object.fromEntries(Object.entries(views).filter(([, text]) => !text.startsWith('500')));

describe.skipIf(postgres === undefined)('with PostgreSQL', () => {
  let places: Place[];
  let opened: RunningServer[];
  let databaseUrl: string;
  let pair: Pair;
  let databases = 0;

  beforeEach(async () => {
    databases += 1;
    databaseUrl = postgres?.newDatabase(`backup_${databases}`) ?? '';
    // One signing key, as documents print its fingerprint.
    const first = makePlace();
    places = [first, { ...makePlace(), env: first.env }];
    opened = [];
    pair = await newPair();
  });
  afterEach(async () => {
    for (const each of opened) await each.close();
    for (const place of places) place.remove();
  });

  const open = async (at: number, url?: string) => {
    const started = await startServer(places[at] as Place, { databaseUrl: url });
    opened.push(started);
    return started;
  };
  const close = async () => {
    for (const each of opened.splice(0)) await each.close();
  };
  const told = async ({ ask }: RunningServer, organisation: string) => {
    const inside = within(ask, organisation);
    const { position, seal } = (await inside('GET', '/ledger/head')).body;
    const { ok } = (await inside('POST', '/ledger/verification', {})).body;
    return {
      position,
      seal,
      ok,
      views: whole(await everyView(inside, '', 'AC-01')),
      shown: (await inside('GET', '')).text,
    };
  };
  const filled = async (at: number, url?: string) => {
    const first = await open(at, url);
    const organisation = await createOrganisation(first.ask);
    await fillProgramme(within(first.ask, organisation));
    const { bytes } = await backUp(first.server, { to: pair.to });
    const before = await told(first, organisation);
    return { organisation, before, file: await shelf.put(bytes) };
  };
  const restoredInto = (at: number, file: string, more: { url?: string; onStep?: OnStep } = {}) =>
    restoreBackup(
      { ...(places[at] as Place), databaseUrl: more.url },
      { file, using: pair.using, onStep: more.onStep },
    );

  test.each([
    ['SQLite into PostgreSQL', false, true],
    ['PostgreSQL into SQLite', true, false],
  ])('a backup goes from %s: the same heads, the same views', async (_, fromShared, toShared) => {
    const { organisation, before, file } = await filled(0, fromShared ? databaseUrl : undefined);
    await close();
    const url = toShared ? databaseUrl : undefined;
    await restoredInto(1, file, url === undefined ? {} : { url });
    expect(await told(await open(1, url), organisation)).toEqual(before);
    expect(before.ok).toBe(true);
  });

  test('a database that holds a ledger is not touched, nor the files beside it', async () => {
    const { organisation, before, file } = await filled(0, databaseUrl);
    await close();
    await expect(restoredInto(0, file, { url: databaseUrl })).rejects.toMatchObject({
      code: 'backup.database-ledgers',
      exit: 1,
    });
    expect(await told(await open(0, databaseUrl), organisation)).toEqual(before);
  });

  test('a database with a server on it waits for that to be stopped', async () => {
    const { file } = await filled(0);
    const other = await open(1, databaseUrl);
    await other.ask('GET', '/api/v1/organisations');
    await expect(restoredInto(1, file, { url: databaseUrl })).rejects.toMatchObject({
      code: 'backup.database-servers',
    });
  });

  test('tables that a server made on the empty database give way, and are kept', async () => {
    const { organisation, before, file } = await filled(0);
    await (await open(1, databaseUrl)).ask('GET', '/api/v1/organisations');
    await close();
    await restoredInto(1, file, { url: databaseUrl });
    expect(await told(await open(1, databaseUrl), organisation)).toEqual(before);
    const client = new pg.Client(databaseUrl);
    await client.connect();
    const { rows } = await client.query("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'concord%'");
    await client.end();
    expect(rows).toEqual([{ nspname: expect.stringMatching(/^concord_before_restore_\d{8}T\d{6}$/) }]);
  });

  test.each(['loaded', 'verified', 'decided', 'moved away', 'put in place'] as const)(
    'broken off when %s, the database is empty as before, and the same restore goes through',
    async (at) => {
      const { organisation, before, file } = await filled(0);
      await close();
      const onStep: OnStep = (step) => {
        if (step === at) throw new Error('broken off');
      };
      const broken = restoredInto(1, file, { url: databaseUrl, onStep });
      // From its decision on it is told that it is to be done again.
      if (at === 'loaded' || at === 'verified') await expect(broken).rejects.toThrow('broken off');
      else await expect(broken).rejects.toMatchObject({ code: 'backup.unfinished-database', exit: 3 });
      await restoredInto(1, file, { url: databaseUrl });
      expect(await told(await open(1, databaseUrl), organisation)).toEqual(before);
    },
  );
});
