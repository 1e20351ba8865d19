import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOrganisation, within } from '../testing/programme.ts';
import { type Ask, makePlace, type RunningServer, startServer } from '../testing/server.ts';

const place = makePlace();
let running: RunningServer;
let inside: Ask;

beforeAll(async () => {
  running = await startServer(place);
  inside = within(running.ask, await createOrganisation(running.ask));
});
afterAll(async () => {
  await running.close();
  place.remove();
});

test('an input that is refused says of each member what is wrong, once', async () => {
  const sent = { code: 'X-1', name: '', statement: 'x'.repeat(20_000) };
  const { status, body } = await inside('POST', '/controls', sent);
  expect([status, body.code, body.path]).toEqual([400, 'input.malformed', 'name']);
  expect(body.errors).toEqual([
    { at: 'name', code: 'input.fault', detail: 'is empty.' },
    {
      at: 'statement',
      code: 'input.fault',
      detail: expect.stringMatching(/^is longer than \d+ characters\.$/),
    },
  ]);
  expect(body.detail).toMatch(/name: is empty\. statement: is longer/);
});
