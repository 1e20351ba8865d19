import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOrganisation, within } from '../testing/programme.ts';
import { makePlace, type RunningServer, startServer } from '../testing/server.ts';

const place = makePlace();
let running: RunningServer;

beforeAll(async () => {
  running = await startServer(place);
});
afterAll(async () => {
  await running.close();
  place.remove();
});

test('given work that takes the queue for itself, when orders come meanwhile, then they are decided after it', async () => {
  const organisation = await createOrganisation(running.ask);
  const inside = within(running.ask, organisation);
  let positionThen = 0;
  const order: string[] = [];
  const work = running.server.dispatch.alone(organisation, async () => {
    const during = inside('POST', '/scopes', { name: 'During' }).then(() => order.push('answered'));
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    positionThen = (await running.server.store.tail(organisation)).position;
    order.push('worked');
    void during;
  });
  await work;
  await inside('POST', '/scopes', { name: 'After' });
  expect(order).toEqual(['worked', 'answered']);
  expect((await running.server.store.tail(organisation)).position).toBe(positionThen + 2);
});

test('given work that fails, then it is told, and the queue goes on', async () => {
  const organisation = await createOrganisation(running.ask);
  const work = running.server.dispatch.alone(organisation, () => Promise.reject(new Error('broken')));
  await expect(work).rejects.toThrow('broken');
  expect((await within(running.ask, organisation)('POST', '/scopes', { name: 'After' })).status).toBe(201);
});
