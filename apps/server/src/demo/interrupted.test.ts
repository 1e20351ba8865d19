import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganisation } from '../testing/programme.ts';
import { makePlace, type RunningServer, startServer } from '../testing/server.ts';
import { openDemo } from './index.ts';
import { play } from './player.ts';
import { scenario } from './story/index.ts';

const place = makePlace();
let running: RunningServer;
let own: string;

beforeAll(async () => {
  running = await startServer(place);
  own = await createOrganisation(running.ask);
});
afterAll(async () => {
  await running.close();
  place.remove();
});

const load = () => running.ask('POST', '/api/v1/demo', {});
const remove = () => running.ask('POST', '/api/v1/demo/removal', {});
const listed = async () => (await running.ask('GET', '/api/v1/organisations')).body.rows;

/** Files and folders that are of no organisation but our own. */
function left(): string[] {
  const names = ['organisations', 'files', 'staging'].flatMap((name) =>
    readdirSync(join(place.directory, name)),
  );
  return names.filter((name) => !name.startsWith(own));
}

describe('a server that is killed while it loads', () => {
  test('leaves what is known to be the demo: it is not loaded over, and can be removed', async () => {
    const { server } = running;
    const administrator = await server.people.administrator();
    const steps = scenario.steps({ asOf: '2026-03-16', seed: 2 }).slice(0, 60);
    await play(server, { organisation: 'half-a-demo', administrator, zone: scenario.zone, steps });
    expect((await load()).body.code).toBe('demo.loaded');
    expect((await remove()).body).toEqual({ organisation: 'half-a-demo', name: scenario.name });
    expect(left()).toEqual([]);
    expect(await listed()).toHaveLength(1);
  });
});

describe('a story that breaks off half-way', () => {
  test('leaves nothing: no ledger, no file, nobody in the directory', async () => {
    const all = scenario.steps({ asOf: '2026-03-16', seed: 1 });
    const steps = all.slice(0, all.findIndex(({ file }) => file) + 20);
    const wrong = {
      day: '2026-03-15',
      by: 'auditor',
      command: 'controls add',
      input: { code: 'X', name: 'x' },
    };
    const story = { ...scenario, steps: () => [...steps, wrong as (typeof steps)[number]] };
    const asked = { actor: await running.server.people.administrator(), seed: 1 };
    const before = await everybody();
    await expect(openDemo(running.server, story).load(asked)).rejects.toThrow('controls add on 2026-03-15');
    expect(await listed()).toHaveLength(1);
    expect(left()).toEqual([]);
    expect(await everybody()).toBe(before);
  });

  async function everybody(): Promise<number> {
    const { default: Database } = await import('libsql');
    const database = new Database(`${place.directory}/identity.sqlite`);
    const [row] = database.prepare('SELECT count(*) AS people FROM people').all([]) as { people: number }[];
    database.close();
    return row?.people ?? 0;
  }
});
