import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { restoreBackup } from '../apps/server/src/backup/restore/index.ts';
import type { OnStep } from '../apps/server/src/backup/restore/swap.ts';
import { backUp, makeShelf, newPair, type Pair } from '../apps/server/src/testing/backup.ts';
import { everyView } from '../apps/server/src/testing/history.ts';
import { createOrganisation, fillProgramme, within } from '../apps/server/src/testing/programme.ts';
import { makePlace, type Place, type RunningServer, startServer } from '../apps/server/src/testing/server.ts';
import { holdPostgres } from '../packages/ledger/src/index.ts';
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

  test('a database with a server on it waits for that to be stopped, at work or not, and says which', async () => {
    const { file } = await filled(0);
    await open(1, databaseUrl);
    // Its own connections are cut, as they are when nobody has asked for a while; that it is there is still known.
    await sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'concord'");
    const place = { ...makePlace(), env: {} };
    places.push(place);
    await expect(restoredInto(2, file, { url: databaseUrl })).rejects.toMatchObject({
      code: 'backup.database-servers',
      message: expect.stringContaining(`concord server, process ${process.pid} on `),
    });
    await close();
    expect((await restoredInto(2, file, { url: databaseUrl })).organisations).toHaveLength(1);
  });

  test('while a restore is at work there is no other, and no server starts', async () => {
    const { file } = await filled(0);
    const other = await holdPostgres(databaseUrl);
    if ('by' in other) throw new Error(other.who);
    await expect(restoredInto(1, file, { url: databaseUrl })).rejects.toMatchObject({
      code: 'backup.database-taken',
      message: expect.stringContaining(`concord restore, process ${process.pid} on `),
    });
    await expect(open(1, databaseUrl)).rejects.toThrow(/being restored into the database \(concord restore/);
    await other.release();
    expect((await restoredInto(1, file, { url: databaseUrl })).organisations).toHaveLength(1);
  });

  test('of two restores at once one goes through, and takes what a third has left', async () => {
    const { organisation, before, file } = await filled(0);
    await sql('CREATE SCHEMA concord_restoring_left; CREATE TABLE concord_restoring_left.x (y text)');
    places.push({ ...makePlace(), env: (places[0] as Place).env });
    const both = await Promise.allSettled([1, 2].map((at) => restoredInto(at, file, { url: databaseUrl })));
    const through = both.findIndex(({ status }) => status === 'fulfilled');
    const refused = both[1 - through] as PromiseRejectedResult;
    expect(refused.reason.code).toMatch(/^backup\.database-(taken|ledgers)$/);
    await close();
    expect(await told(await open(through + 1, databaseUrl), organisation)).toEqual(before);
    expect(await schemas()).toEqual([]);
  });

  test('tables that a server made on the empty database give way, and are kept', async () => {
    const { organisation, before, file } = await filled(0);
    await (await open(1, databaseUrl)).ask('GET', '/api/v1/organisations');
    await close();
    await restoredInto(1, file, { url: databaseUrl });
    expect(await told(await open(1, databaseUrl), organisation)).toEqual(before);
    expect(await schemas()).toEqual([expect.stringMatching(/^concord_before_restore_\d{8}T\d{6}$/)]);
  });

  const steps: Parameters<OnStep>[0][] = [
    'loaded',
    'verified',
    'awaiting',
    'adopted',
    'decided',
    'moved away',
    'put in place',
  ];
  /** From then on the database has it. */
  const isDecided = (step: Parameters<OnStep>[0]) => steps.indexOf(step) >= steps.indexOf('adopted');
  /** Something that stands beside an empty database, and that its restore moves away. */
  const stoodIn = (directory: string) => join(directory, 'files', 'stood');
  const standing = (at: number) => {
    const { directory } = places[at] as Place;
    mkdirSync(join(directory, 'files'), { recursive: true });
    writeFileSync(stoodIn(directory), '');
    return directory;
  };
  const leftIn = (directory: string) =>
    readdirSync(directory).filter((name) => /^(restor(ing|ed)|replacing|awaiting)/.test(name));

  test.each(steps)(
    'broken off when %s: all as before, or told and carried to its end by the same restore',
    async (at) => {
      const { organisation, before, file } = await filled(0);
      await close();
      const directory = standing(1);
      const onStep: OnStep = (step) => {
        if (step === at) throw new Error('broken off');
      };
      const broken = restoredInto(1, file, { url: databaseUrl, onStep });
      if (at === 'put in place') {
        // Nothing was left to be done.
        expect((await broken).organisations).toHaveLength(1);
      } else if (isDecided(at)) {
        await expect(broken).rejects.toMatchObject({ code: 'backup.unfinished-database', exit: 3 });
        const { notices, organisations, kept = '' } = await restoredInto(1, file, { url: databaseUrl });
        expect([notices[0], organisations.length]).toEqual([expect.stringMatching(/carried to its end/), 1]);
        expect(existsSync(stoodIn(kept))).toBe(true);
      } else {
        await expect(broken).rejects.toThrow('broken off');
        expect([existsSync(stoodIn(directory)), leftIn(directory), await schemas(), await ledgers()]).toEqual(
          [true, [], [], false],
        );
        const { notices } = await restoredInto(1, file, { url: databaseUrl });
        expect(notices.join()).not.toMatch(/carried to its end/);
      }
      expect(leftIn(directory)).toEqual([]);
      expect(await told(await open(1, databaseUrl), organisation)).toEqual(before);
    },
  );

  test.each(
    steps.flatMap(
      (at) =>
        [
          [at, 'a server'],
          [at, 'the same restore'],
        ] as const,
    ),
  )('killed when %s, what comes next, %s, finds all of it or nothing', async (at, next) => {
    const { organisation, before, file } = await filled(0);
    await close();
    const image = `${standing(1)} as it was`;
    const onStep: OnStep = (step) => {
      if (step !== at) return;
      // What a kill leaves: the disk as it is now, and no connection. Other processes copy and cut.
      execFileSync('cp', ['-r', (places[1] as Place).directory, image]);
      execFileSync('psql', ['-qAt', databaseUrl, '-c', cut]);
      throw new Error('killed');
    };
    await restoredInto(1, file, { url: databaseUrl, onStep }).catch(() => undefined);
    places.push({ ...(places[1] as Place), directory: image });
    if (next === 'a server') {
      const started = await open(2, databaseUrl);
      const { rows } = (await started.ask('GET', '/api/v1/organisations')).body;
      expect(rows.map(({ id }: { id: string }) => id)).toEqual(isDecided(at) ? [organisation] : []);
      if (isDecided(at)) expect(await told(started, organisation)).toEqual(before);
      else expect(existsSync(stoodIn(image))).toBe(true);
    } else if (at === 'put in place') {
      await expect(restoredInto(2, file, { url: databaseUrl })).rejects.toMatchObject({
        code: 'backup.database-ledgers',
      });
    } else {
      expect((await restoredInto(2, file, { url: databaseUrl })).organisations).toHaveLength(1);
      expect(await told(await open(2, databaseUrl), organisation)).toEqual(before);
    }
    expect(leftIn(image)).toEqual([]);
  });

  test.each(['loaded', 'verified', 'awaiting'] as const)(
    'cut off from the database when %s, it restores nothing, as another may have begun',
    async (at) => {
      const { file } = await filled(0);
      await close();
      const directory = standing(1);
      const onStep: OnStep = (step) => {
        if (step === at) execFileSync('psql', ['-qAt', databaseUrl, '-c', cut]);
      };
      await expect(restoredInto(1, file, { url: databaseUrl, onStep })).rejects.toThrow();
      expect([await ledgers(), existsSync(stoodIn(directory)), leftIn(directory)]).toEqual([false, true, []]);
    },
  );

  test('files that wait for another database are not touched', async () => {
    const { file } = await filled(0);
    await close();
    const directory = standing(1);
    const onStep: OnStep = (step) => {
      if (step === 'adopted') throw new Error('broken off');
    };
    await restoredInto(1, file, { url: databaseUrl, onStep }).catch(() => undefined);
    const other = postgres?.newDatabase(`backup_${databases}_other`) ?? '';
    await expect(restoredInto(1, file, { url: other })).rejects.toMatchObject({
      code: 'backup.awaits-other',
      params: { database: expect.stringMatching(/^127\.0\.0\.1:\d+\/backup_\d+$/) },
    });
    await open(1, other);
    await close();
    expect(leftIn(directory)).toEqual(['awaiting-database']);
    expect((await restoredInto(1, file, { url: databaseUrl })).notices[0]).toMatch(/carried to its end/);
  });

  const cut =
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';
  const sql = async (text: string) => {
    const client = new pg.Client(databaseUrl);
    await client.connect();
    const { rows } = await client.query(text);
    await client.end();
    return rows;
  };
  const schemas = async () =>
    (await sql("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'concord%'")).map(
      ({ nspname }) => nspname,
    );
  const ledgers = async () =>
    (await sql("SELECT to_regclass('ledger_entries') IS NOT NULL AS there"))[0]?.there as boolean;
});
