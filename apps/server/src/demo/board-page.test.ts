import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPressFile, findPoppler, inform } from '@concord/reports/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { host, makePlace, type RunningServer, startServer, token } from '../testing/server.ts';

const place = makePlace();
const folder = mkdtempSync(join(tmpdir(), 'concord-board-'));
let running: RunningServer;
let organisation: string;

beforeAll(async () => {
  running = await startServer(place, { pressFile: await buildPressFile('board') });
  organisation = (await running.ask('POST', '/api/v1/demo', {})).body.organisation;
});
afterAll(async () => {
  await running.close();
  place.remove();
  rmSync(folder, { recursive: true });
});

async function printed(language: string): Promise<string> {
  const address = `http://${host}/api/v1/organisations/${organisation}/reports/board-summary?format=pdf&language=${language}`;
  const headers = { host, authorization: `Bearer ${token}` };
  const response = await running.app.fetch(new Request(address, { headers }));
  expect(response.headers.get('content-type')).toBe('application/pdf');
  const file = join(folder, `${language}.pdf`);
  writeFileSync(file, Buffer.from(await response.arrayBuffer()));
  return file;
}

describe.skipIf(!findPoppler())('the page for the management body, of the demo', () => {
  test.each(['en', 'de', 'fr'])('when it is printed in %s, then it is one page', async (language) => {
    expect(inform(await printed(language)).Pages).toBe('1');
  });
});
