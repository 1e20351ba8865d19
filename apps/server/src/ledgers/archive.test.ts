import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directoryOfFirst } from '../testing/first-entries.ts';
import { chance, differing, everyView, liveThrough } from '../testing/history.ts';
import { createOrganisation, within } from '../testing/programme.ts';
import { type Ask, makePlace, type Place, type RunningServer, startServer } from '../testing/server.ts';
import { keepSnapshot } from './loaded.ts';

const seed = 20260316;
const place = makePlace();
const others: Place[] = [];
let running: RunningServer;
let organisation: string;
let inside: Ask;
let last: number;

beforeAll(async () => {
  running = await startServer(place);
  organisation = await createOrganisation(running.ask);
  inside = within((...asked) => running.ask(...asked), organisation);
  await liveThrough(inside, { commands: 220, seed });
  last = Number((await inside('GET', '')).headers.get('concord-position'));
});
afterAll(async () => {
  await running.close();
  for (const each of [place, ...others]) each.remove();
});

const next = chance(seed);
const somePositions = (count: number) => Array.from({ length: count }, () => 1 + Math.floor(next() * last));

type Views = Awaited<ReturnType<typeof everyView>>;

async function restart(): Promise<void> {
  await running.close();
  running = await startServer(place);
}

describe('what was known at a position', () => {
  test('is, byte by byte and in every view, what a server shows that knows nothing later', async () => {
    expect(last).toBeGreaterThan(120);
    const positions = somePositions(30);
    const known = [];
    for (const position of positions) known.push(await everyView(inside, `knownAt=${position}`));
    await running.close();
    for (const [at, position] of positions.entries()) {
      const other = await directoryOfFirst(place, organisation, position);
      others.push(other);
      const fresh = await startServer(other);
      expect(differing(await everyView(within(fresh.ask, organisation), ''), known[at] ?? {})).toEqual([]);
      await fresh.close();
    }
    running = await startServer(place);
  });

  test('is the same after a restart, with snapshots on the way and after they are all gone', async () => {
    const positions = somePositions(8);
    const all = async () => {
      const answers = [];
      for (const position of positions) answers.push(await everyView(inside, `knownAt=${position}`));
      return [...answers, await everyView(inside, '')];
    };
    const changed = (one: Views[], other: Views[]) =>
      one.flatMap((each, at) => differing(each, other[at] ?? {}));
    const before = await all();
    await restart();
    expect(changed(before, await all())).toEqual([]);
    for (const position of [20, 60, last]) {
      const loaded = await running.server.archive.at(organisation, position);
      if (loaded) await keepSnapshot(running.server, loaded);
    }
    expect(await running.server.store.snapshot(organisation, last)).toBeDefined();
    await restart();
    expect(changed(before, await all())).toEqual([]);
    await running.server.store.dropSnapshots(organisation);
    expect(await running.server.store.snapshot(organisation, last)).toBeUndefined();
    await restart();
    expect(changed(before, await all())).toEqual([]);
  });

  test('cannot be asked for beyond the end: 404 names where it is', async () => {
    for (const position of [last + 1, 999_999_999]) {
      const answer = await inside('GET', `/controls?knownAt=${position}`);
      expect([answer.status, answer.body.code, answer.body.path]).toEqual([
        404,
        'ledger.no-position',
        'knownAt',
      ]);
      expect(answer.body.detail).toContain(String(last));
    }
  });

  test('has the rights of today, not those of then', async () => {
    expect((await inside('GET', '/controls?knownAt=1')).status).toBe(200);
  });

  test('does not move when something is written', async () => {
    const before = await everyView(inside, `knownAt=${last}`);
    await inside('POST', '/controls', { code: 'LATER-1', name: 'later', implementation: 'operating' });
    expect(differing(await everyView(inside, `knownAt=${last}`), before)).toEqual([]);
    expect(differing(await everyView(inside, ''), before)).not.toEqual([]);
  });
});

describe('the day that is asked about', () => {
  test('reads what held on it, as believed now; with a position, as believed then', async () => {
    await inside('POST', '/controls', {
      code: 'DAY-1',
      name: 'x',
      implementation: 'operating',
      effective: '2026-03-01',
    });
    const then = (await inside('GET', '')).headers.get('concord-position');
    await inside(
      'PATCH',
      '/controls/DAY-1',
      { implementation: 'partly', effective: '2026-02-01' },
      { 'if-match': '*' },
    );
    const onDay = async (when: string) =>
      (await inside('GET', `/controls/DAY-1?${when}`)).body.implementation;
    expect(await onDay('on=2026-02-15')).toBe('partly');
    expect(await onDay('on=2026-03-10')).toBe('operating');
    expect(await onDay(`on=2026-03-10&knownAt=${then}`)).toBe('operating');
    expect(await onDay(`on=2026-02-15&knownAt=${then}`)).toBe('planned');
  });
});
