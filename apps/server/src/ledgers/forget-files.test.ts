import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { everyView } from '../testing/history.ts';
import { createOrganisation, sendFile, within } from '../testing/programme.ts';
import { type Ask, makePlace, type Place, type RunningServer, startServer } from '../testing/server.ts';
import { keepSnapshot } from './loaded.ts';

const canary = 'Kanarienvogel-7f3a';
let place: Place;
let running: RunningServer;
let organisation: string;
let inside: Ask;

beforeEach(async () => {
  place = makePlace();
  running = await startServer(place);
  organisation = await createOrganisation(running.ask);
  inside = within((...asked) => running.ask(...asked), organisation);
  await inside('POST', '/controls', { code: 'E-1', name: `Reviewed by ${canary}`, frequency: 'quarterly' });
});
afterEach(async () => {
  await running.close();
  place.remove();
});

const erase = (entry: number | string, members: string[]) =>
  inside('POST', `/ledger/entries/${entry}/erasure`, { members, reason: 'a lawful request' });
const tail = async () => (await running.server.store.tail(organisation)).position;
const verified = async () => (await inside('POST', '/ledger/verification', {})).body;

/** Files of the data directory that hold the text; another process looks, so that no lock of ours is dropped. */
function filesWith(text: string): string {
  try {
    return execFileSync('grep', ['-rlF', text, place.directory], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

async function evidenceWith(file: string): Promise<number> {
  const answer = await inside('POST', '/evidence', {
    controls: ['E-1'],
    outcome: 'neutral',
    title: `${Math.random()}`,
    file,
  });
  expect(answer.status).toBe(201);
  return answer.body.position;
}

describe('what is erased', () => {
  test('is gone from memory, views, history, snapshots and the disk, and the chain still verifies', async () => {
    const entry = await tail();
    await inside('POST', '/controls', { code: 'E-2', name: 'so that the entry lies in the past' });
    await keepSnapshot(running.server, await running.server.dispatch.loaded(organisation));
    const shown = JSON.stringify([
      await everyView(inside, '', 'E-1'),
      await everyView(inside, `knownAt=${entry}`, 'E-1'),
    ]);
    expect(shown).toContain(canary);
    expect(filesWith(canary)).not.toBe('');

    expect((await erase(entry, ['name'])).status).toBe(201);

    const after = async () => [
      await everyView(inside, '', 'E-1'),
      await everyView(inside, `knownAt=${entry}`, 'E-1'),
      (await inside('GET', '/records/control/E-1/history')).text,
      (await inside('GET', '/')).text,
    ];
    expect(JSON.stringify(await after())).not.toContain(canary);
    expect(filesWith(canary)).toBe('');
    expect(await running.server.store.snapshot(organisation, Number.MAX_SAFE_INTEGER)).toBeUndefined();
    expect(await verified()).toMatchObject({ ok: true, redacted: 1, findings: [] });
    await running.close();
    running = await startServer(place);
    expect(JSON.stringify(await after())).not.toContain(canary);
    expect(await verified()).toMatchObject({ ok: true, redacted: 1 });
  });

  test('is shown as redacted, with who did it, when and why', async () => {
    const entry = await tail();
    await erase(entry, ['name']);
    const [added] = (await inside('GET', '/records/control/E-1/history')).body.rows;
    expect(added).toMatchObject({ seq: entry, redacted: ['name'] });
    expect(added.data).not.toHaveProperty('name');
    const [redaction] = (await inside('GET', `/records/entry/${entry}/history`)).body.rows;
    expect(redaction).toMatchObject({
      type: 'Redacted',
      data: { members: ['name'], reason: 'a lawful request' },
      actor: { name: 'Administrator' },
    });
  });

  test('cannot be erased twice', async () => {
    const entry = await tail();
    await erase(entry, ['name']);
    const at = await tail();
    expect((await erase(entry, ['name'])).status).toBe(422);
    expect(await tail()).toBe(at);
  });

  test('of many who ask at once is erased, and the chain verifies', async () => {
    const entry = await tail();
    await Promise.all(Array.from({ length: 5 }, () => erase(entry, ['name'])));
    expect(await verified()).toMatchObject({ ok: true, redacted: 1 });
  });
});

test.each([
  ['an entry that is not there', 99, ['name'], 404, 'entry.unknown'],
  ['a member that it does not hold', 'last', ['title'], 422, 'entry.no-member'],
  ['a member that is sealed for good', 'last', ['code'], 422, 'entry.no-member'],
  ['one member that it holds and one that it does not', 'last', ['name', 'title'], 422, 'entry.no-member'],
  ['a member called __proto__', 'last', ['__proto__'], 422, 'entry.no-member'],
  ['no member', 'last', [], 400, 'input.malformed'],
  ['entry 0', 0, ['name'], 400, 'input.malformed'],
  ['an entry with a word for a number', 'first', ['name'], 400, 'input.malformed'],
])('erasing from %s is refused, and nothing is erased', async (_, entry, members, status, code) => {
  const at = await tail();
  const answer = await erase(entry === 'last' ? at : entry, members);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(await tail()).toBe(at);
  expect((await inside('GET', '/controls/E-1')).body.name).toContain(canary);
});

describe('the file of erased evidence', () => {
  const kept = (hash: string, of = organisation) =>
    existsSync(join(place.directory, 'files', of, hash.slice(0, 2), hash));

  test('goes when no other evidence names it, wherever it lay', async () => {
    const hash = await sendFile(inside, `${canary}.txt`, `signed ${canary}`);
    const entry = await evidenceWith(hash);
    expect(kept(hash)).toBe(true);
    await erase(1 + 3, ['name']);
    await erase(entry, ['file']);
    expect(kept(hash)).toBe(false);
    expect(filesWith(canary)).toBe('');
    expect(await verified()).toMatchObject({ ok: true, redacted: 2 });
  });

  test('stays when another piece names it, until that is erased too', async () => {
    const hash = await sendFile(inside, 'a.txt', 'twice named');
    const first = await evidenceWith(hash);
    const second = await evidenceWith(hash);
    await erase(first, ['file']);
    expect(kept(hash)).toBe(true);
    expect((await verified()).ok).toBe(true);
    await erase(second, ['file']);
    expect(kept(hash)).toBe(false);
    expect((await verified()).ok).toBe(true);
  });

  test('stays with another organisation that has the same', async () => {
    const other = within(
      (...asked) => running.ask(...asked),
      await createOrganisation(running.ask, 'Another'),
    );
    await other('POST', '/controls', { code: 'E-1', name: 'x', frequency: 'quarterly' });
    const theirs = await sendFile(other, 'a.txt', 'the same in both');
    await other('POST', '/evidence', { controls: ['E-1'], outcome: 'neutral', title: 'x', file: theirs });
    const hash = await sendFile(inside, 'a.txt', 'the same in both');
    await erase(await evidenceWith(hash), ['file']);
    expect(kept(hash)).toBe(false);
    expect((await other('POST', '/ledger/verification', {})).body.ok).toBe(true);
  });
});

test('an erasure on another node reaches this one: nothing of it is shown again', async () => {
  const entry = await tail();
  await inside('POST', '/controls', { code: 'E-2', name: 'so that the entry lies in the past' });
  expect((await inside('GET', '/controls/E-1')).body.name).toContain(canary);
  await inside('GET', `/controls/E-1?knownAt=${entry}`);
  const other = new (await import('./dispatch.ts')).Dispatch({
    ...running.server,
    outdated: () => undefined,
    erased: async () => undefined,
  });
  const { rowNamed } = await import('@concord/operations');
  const row = rowNamed('records erase')?.row as never;
  const input = { entry, members: ['name'], reason: 'x' };
  const actor = await running.server.people.administrator();
  await other.submit({ organisation, row, asked: input, input, actor, via: 'http' });
  expect((await inside('GET', '/controls/E-1')).text).not.toContain(canary);
  expect((await inside('GET', `/controls/E-1?knownAt=${entry}`)).text).not.toContain(canary);
});
