import { readFileSync } from 'node:fs';
import { commandLinesFor, hasWords } from '@concord/catalog';
import { membersOf, rows } from '@concord/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOrganisation, within } from '../../testing/programme.ts';
import { type Ask, makePlace, type RunningServer, startServer } from '../../testing/server.ts';

const file = new URL('../../../../../packages/catalog/data/command-lines.json', import.meta.url);
const keys = Object.keys(JSON.parse(readFileSync(file, 'utf8')));

describe('what is said of a refusal or notice', () => {
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

  it('given somebody who types commands, when it is told, then with the command that helps; given anybody else, then without', async () => {
    const typed = await inside('GET', '/controls/NO-1', undefined, { 'x-concord-via': 'cli' });
    const other = await inside('GET', '/controls/NO-1');
    expect(typed.body.detail).toBe(`${other.body.detail} (concord controls list)`);
    expect(other.body.detail).not.toMatch(/`|concord/);
  });

  it.each(keys)('%s has words, and its command is one of ours with options that it has', (key) => {
    expect(hasWords(key), key).toBe(true);
    for (const line of commandLinesFor(key, {
      framework: 'x',
      hash: 'y',
      selection: 'z',
      id: 'a',
      field: 'code',
    })) {
      expect(line).not.toContain('{{');
      const row = rows.find(({ row: { name } }) => line === name || line.startsWith(`${name} `));
      expect(row, line).toBeDefined();
      const options = [...line.matchAll(/--([a-z-]+)/g)].map(([, option = '']) =>
        option.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase()),
      );
      const members = membersOf(row!).map(({ name }) => name);
      expect(
        options.filter((each) => each !== 'format' && !members.includes(each)),
        line,
      ).toEqual([]);
    }
  });
});
