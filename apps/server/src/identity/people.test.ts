import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makePlace } from '../testing/server.ts';
import { openIdentityDatabase } from './database.ts';
import { openPeople } from './people.ts';

describe('the people directory', () => {
  test('keeps who was added, once, and knows nobody else', async () => {
    const place = makePlace();
    mkdirSync(place.directory, { recursive: true });
    const database = openIdentityDatabase(place);
    const people = await openPeople(database);
    const ines = { id: 'p-1', name: 'Ines Okonkwo', mail: 'ines@example.org' };
    await people.put({ ...ines, name: 'Inez Okonkwo' });
    await people.put(ines);
    expect([...(await people.named(['p-1', 'p-1', 'p-2'])).values()]).toEqual([ines]);
    expect((await openPeople(database)).secret).toBe(people.secret);
    expect(people.secret).toMatch(/^[0-9a-f]{64}$/);
    expect((await people.named([])).size).toBe(0);
    await database.destroy();
    place.remove();
  });

  test('forgets whom it is told to, and never the administrator', async () => {
    const place = makePlace();
    mkdirSync(place.directory, { recursive: true });
    const database = openIdentityDatabase(place);
    const people = await openPeople(database);
    const administrator = await people.administrator();
    for (const id of ['p-1', 'p-2']) await people.put({ id, name: id, mail: '' });
    await people.remove(['p-1', 'p-9', administrator]);
    await people.remove([]);
    expect([...(await people.named(['p-1', 'p-2', administrator])).keys()].sort()).toEqual(
      ['p-2', administrator].sort(),
    );
    await database.destroy();
    place.remove();
  });

  test('leaves nothing of whom it forgot, nor of an earlier name, in the bytes of its files', async () => {
    const place = makePlace();
    mkdirSync(place.directory, { recursive: true });
    const database = openIdentityDatabase(place);
    const people = await openPeople(database);
    const canary = (at: number) => `Kanarienvogel-${at}-${'x'.repeat(200)}`;
    for (let at = 0; at < 100; at += 1)
      await people.put({ id: `p-${at}`, name: canary(at), mail: 'canary@example.org' });
    await people.put({ id: 'p-0', name: 'Renamed', mail: 'renamed@example.org' });
    const bytes = () =>
      Buffer.concat(readdirSync(place.directory).map((name) => readFileSync(join(place.directory, name))));
    expect(bytes().includes('Kanarienvogel-7-')).toBe(true);
    await people.remove(Array.from({ length: 100 }, (_, at) => `p-${at}`));
    expect(bytes().includes('Kanarienvogel')).toBe(false);
    expect(bytes().includes('example.org')).toBe(false);
    await database.destroy();
    expect(bytes().includes('Kanarienvogel')).toBe(false);
    place.remove();
  });
});
