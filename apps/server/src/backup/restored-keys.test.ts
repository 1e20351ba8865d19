import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUp, makeShelf, newPair, type Pair } from '../testing/backup.ts';
import { createOrganisation, fillProgramme, within } from '../testing/programme.ts';
import { type Ask, makePlace, type Place, type RunningServer, startServer } from '../testing/server.ts';
import { restoreBackup } from './restore/index.ts';

let places: Place[];
let running: RunningServer | undefined;
let shelf: ReturnType<typeof makeShelf>;
let pair: Pair;
beforeEach(async () => {
  places = [makePlace(), makePlace()];
  shelf = makeShelf();
  pair = await newPair();
});
afterEach(async () => {
  await running?.close();
  for (const place of places) place.remove();
  shelf.remove();
});

const open = async (at: number) => {
  running = await startServer(places[at] as Place);
  return running;
};
const close = async () => {
  await running?.close();
  running = undefined;
};
const restoredAt = async (at: number, file: string, more: object = {}) =>
  restoreBackup(places[at] as Place, { file, using: pair.using, ...more });

/** Which of these keys of collectors still send a file. */
async function opening(ask: Ask, organisation: string, keys: Readonly<Record<string, string>>) {
  const found: string[] = [];
  for (const [name, key] of Object.entries(keys)) {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' };
    const { status } = await within(ask, organisation)('POST', '/files?name=log.txt', 'all well', headers);
    expect([200, 401]).toContain(status);
    if (status === 200) found.push(name);
  }
  return found;
}

/** A backup with three keys, of which one is ended since, and one replaced by a newer. */
async function endedSince() {
  const { ask, server } = await open(0);
  const organisation = await createOrganisation(ask);
  const inside = within(ask, organisation);
  await fillProgramme(inside);
  const keys: Record<string, string> = {};
  const ids: Record<string, string> = {};
  for (const name of ['ended', 'renewed', 'kept']) {
    const { body } = await inside('POST', '/collectors', { name });
    keys[name] = body.key;
    ids[name] = body.id;
  }
  const { bytes } = await backUp(server, { to: pair.to });
  const any = { 'if-match': '*' };
  expect((await inside('POST', `/collectors/${ids.ended}/end`, {}, any)).status).toBe(201);
  const renewed = await inside('POST', `/collectors/${ids.renewed}/key`, {}, any);
  expect(renewed.body.key).toMatch(/./);
  expect(await opening(ask, organisation, keys)).toEqual(['kept']);
  await close();
  return { organisation, keys, file: await shelf.put(bytes) };
}

describe('keys, after a restore', () => {
  test('that had been ended in what was replaced stay ended; a newer one ends those before it', async () => {
    const { organisation, keys, file } = await endedSince();
    const { notices } = await restoredAt(0, file);
    expect(notices).toContainEqual(expect.stringMatching(/had been ended here, and stay ended: 2\./));
    expect(notices.join()).not.toMatch(/open again/);
    expect(await opening((await open(0)).ask, organisation, keys)).toEqual(['kept']);
  });

  test('open again where nothing is known of them, and how many is told', async () => {
    const { organisation, keys, file } = await endedSince();
    const { notices } = await restoredAt(1, file);
    expect(notices).toContainEqual(expect.stringMatching(/open again .*: 3\./));
    expect(await opening((await open(1)).ask, organisation, keys)).toEqual(['ended', 'renewed', 'kept']);
  });

  test('are told of too where the directory that is replaced cannot be read', async () => {
    const { file } = await endedSince();
    const { directory } = places[0] as Place;
    for (const name of ['identity.sqlite', 'identity.sqlite-wal', 'identity.sqlite-shm'])
      writeFileSync(join(directory, name), 'rotten');
    expect((await restoredAt(0, file)).notices).toContainEqual(expect.stringMatching(/open again .*: 3\./));
  });
});

describe('who made a backup', () => {
  test('is not known of one for a recipient, and that is said, unless it agrees with a head', async () => {
    const { ask, server } = await open(0);
    const organisation = await createOrganisation(ask);
    const head = JSON.stringify((await within(ask, organisation)('GET', '/ledger/head')).body);
    const publicKey = (await ask('GET', '/api/v1/public-key')).body.pem;
    const file = await shelf.put((await backUp(server, { to: pair.to })).bytes);
    const passphrase = { passphrase: 'a passphrase of this test' };
    const other = await shelf.put((await backUp(server, { to: passphrase })).bytes);
    await close();
    expect((await restoredAt(1, file)).notices).toEqual([expect.stringMatching(/nothing of who made it/)]);
    expect((await restoredAt(1, file, { head: { head, publicKey } })).notices).toEqual([]);
    expect((await restoredAt(1, other, { using: passphrase })).notices).toEqual([]);
  });
});
