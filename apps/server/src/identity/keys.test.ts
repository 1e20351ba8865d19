import { mkdirSync } from 'node:fs';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePlace } from '../testing/server.ts';
import { openIdentityDatabase } from './database.ts';
import { type KeyRing, openKeys } from './keys.ts';
import { type IdentityTables, openPeople } from './people.ts';

const place = makePlace();
let database: Kysely<IdentityTables>;
let keys: KeyRing;
const probe = { organisation: 'o', collector: 'probe' };
let position = 0;
const made = async (of: object = probe) => {
  position += 1;
  return (await keys.make({ ...probe, position, ...of })) as string;
};

beforeAll(async () => {
  mkdirSync(place.directory, { recursive: true });
  database = openIdentityDatabase(place);
  await openPeople(database);
  keys = openKeys(database);
});
afterAll(async () => {
  await database.destroy();
  place.remove();
});

describe('a key', () => {
  test('says whose it is, in which organisation, and is kept as a hash only', async () => {
    const key = await made();
    expect(key).toMatch(/^ckey_[\w-]{43}$/);
    expect(await keys.find(key, '2026-03-01')).toEqual(probe);
    const rows = JSON.stringify(await database.selectFrom('collector_keys').selectAll().execute());
    expect(rows).not.toContain(key.slice(5));
  });

  test('comes once with a fact, however often it is asked for, and at once', async () => {
    const of = { ...probe, collector: 'asked twenty times', position: 1_000 };
    const all = await Promise.all(Array.from({ length: 20 }, () => keys.make(of)));
    const shown = all.filter((key) => key !== undefined);
    expect(shown).toHaveLength(1);
    expect(await keys.find(shown[0] as string, '2026-03-01')).toMatchObject({ collector: of.collector });
  });

  test('is replaced by that of a later fact, in whatever order they were made', async () => {
    const collector = 'renewed';
    const first = await made({ collector });
    const late = { ...probe, collector, position: position + 1 };
    position += 2;
    const newest = (await keys.make({ ...probe, collector, position })) as string;
    expect(await keys.make(late)).toBeUndefined();
    expect(await keys.find(first, '2026-03-01')).toBeUndefined();
    expect(await keys.find(newest, '2026-03-01')).toMatchObject({ collector });
  });

  test('that was taken away opens nothing, and others do', async () => {
    const [gone, other] = [await made({ collector: 'gone' }), await made({ collector: 'other' })];
    await keys.take({ organisation: 'o', collector: 'gone' });
    expect(await keys.find(gone, '2026-03-01')).toBeUndefined();
    expect(await keys.find(other, '2026-03-01')).toBeDefined();
  });

  test.each([
    '',
    'ckey_',
    'ckey_x',
    `ckey_${'a'.repeat(43)}`,
    `ckey_${'a'.repeat(1_000_000)}`,
    "ckey_' OR 1=1 --",
  ])('%# that nobody was given opens nothing', async (key) =>
    expect(await keys.find(key, '2026-03-01')).toBeUndefined(),
  );

  test('notes the last day it was used', async () => {
    const key = await made({ collector: 'used', organisation: 'p' });
    expect((await keys.lastUsed('p')).get('used')).toBeUndefined();
    for (const day of ['2026-03-01', '2026-03-05', '2026-03-05']) await keys.find(key, day);
    expect([...(await keys.lastUsed('p'))]).toEqual([['used', '2026-03-05']]);
  });
});
