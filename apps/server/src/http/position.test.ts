import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOrganisation, within } from '../testing/programme.ts';
import { type Ask, makePlace, type RunningServer, startServer } from '../testing/server.ts';

const place = makePlace();
let running: RunningServer;
let inside: Ask;
let now = '2026-01-10T12:00:00.000Z';

const add = async (code: string) => {
  const answer = await inside('POST', '/controls', { code, name: code });
  expect(answer.status).toBe(201);
  return answer.body.position as number;
};
const positionOn = async (day?: string) =>
  (await inside('GET', `/position${day === undefined ? '' : `?day=${day}`}`)).body;

beforeAll(async () => {
  running = await startServer(place, { clock: () => new Date(now) });
  inside = within(running.ask, await createOrganisation(running.ask));
});
afterAll(async () => {
  await running.close();
  place.remove();
});

test('the position at the end of a day is that of its last entry; before the first there is none, and where the ledger begins is told', async () => {
  now = '2026-01-12T10:00:00.000Z';
  const first = await add('AC-01');
  const last = await add('AC-02');
  now = '2026-01-20T10:00:00.000Z';
  const end = await add('AC-03');
  expect(first).toBeLessThan(last);
  expect(await positionOn('2026-01-12')).toMatchObject({ position: last, begins: '2026-01-10' });
  expect(await positionOn('2026-01-19')).toMatchObject({ position: last });
  expect(await positionOn('2026-01-20')).toMatchObject({ position: end });
  expect(await positionOn()).toMatchObject({ position: end, begins: '2026-01-10' });
  expect(await positionOn('2026-01-09')).toEqual({ position: 0, begins: '2026-01-10' });
});

test('a command is listed with what it is about', async () => {
  const { body } = await inside('GET', '/ledger/batches?limit=1');
  expect(body.rows[0].about).toMatchObject([{ kind: 'control', code: 'AC-03', title: 'AC-03' }]);
  expect(body.rows[0].records).toBeUndefined();
});
