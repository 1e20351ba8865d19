import { afterAll, beforeAll, expect, test } from 'vitest';
import { directoryOfFirst } from '../testing/first-entries.ts';
import { chance, differing, everyView } from '../testing/history.ts';
import { within } from '../testing/programme.ts';
import { makePlace, type Place, type RunningServer, startServer } from '../testing/server.ts';

const place = makePlace();
const others: Place[] = [];
let running: RunningServer;
let organisation: string;
let last: number;

beforeAll(async () => {
  running = await startServer(place);
  const loaded = await running.ask('POST', '/api/v1/demo', { seed: 7 });
  organisation = loaded.body.organisation;
  last = loaded.body.position;
});
afterAll(async () => {
  await running.close();
  for (const each of [place, ...others]) each.remove();
});

const positionsTried = 4;
const next = chance(20261122);

test('given the demo, then every view at a position is what a server shows that knows nothing later', async () => {
  const positions = Array.from({ length: positionsTried }, () => 1 + Math.floor(next() * last));
  const inside = within((...asked) => running.ask(...asked), organisation);
  const known = [];
  for (const position of positions) known.push(await everyView(inside, `knownAt=${position}`, 'AST-01'));
  await running.server.store.dropSnapshots(organisation);
  await running.close();
  for (const [at, position] of positions.entries()) {
    const other = await directoryOfFirst(place, organisation, position);
    others.push(other);
    const fresh = await startServer(other);
    const shown = await everyView(within(fresh.ask, organisation), '', 'AST-01');
    await fresh.close();
    expect(differing(shown, known[at] ?? {})).toEqual([]);
  }
  running = await startServer(place);
}, 120_000);
