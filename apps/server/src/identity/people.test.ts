import { mkdirSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { startPostgres } from '../../../../packages/ledger/src/testing/postgres-server.ts';
import { makePlace } from '../testing/server.ts';
import { openIdentityDatabase } from './database.ts';
import { openPeople } from './people.ts';

const postgres = await startPostgres();
afterAll(() => postgres?.stop());

describe('the people directory', () => {
  test('keeps who was added, once, and knows nobody else', async () => {
    const place = makePlace();
    mkdirSync(place.directory, { recursive: true });
    const database = openIdentityDatabase(place);
    const people = await openPeople(database);
    const ines = { id: 'p-1', name: 'Ines Okonkwo', mail: 'ines@example.org' };
    await people.add(ines);
    await people.add({ ...ines, name: 'Somebody else' });
    expect([...(await people.named(['p-1', 'p-1', 'p-2'])).values()]).toEqual([ines]);
    expect((await people.named([])).size).toBe(0);
    await database.destroy();
    place.remove();
  });

  test.skipIf(postgres === undefined)(
    'is opened by many nodes at once on an empty database, with one administrator',
    async () => {
      for (let round = 0; round < 5; round += 1) {
        const databaseUrl = postgres?.newDatabase(`people_${round}`);
        const databases = Array.from({ length: 6 }, () =>
          openIdentityDatabase({ directory: '', databaseUrl }),
        );
        const opened = await Promise.all(databases.map(openPeople));
        const administrators = await Promise.all(opened.map((people) => people.administrator()));
        expect(new Set(administrators).size).toBe(1);
        await Promise.all(databases.map((database) => database.destroy()));
      }
    },
  );
});
