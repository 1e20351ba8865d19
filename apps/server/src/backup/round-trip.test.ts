import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUp, makeShelf, newPair, type Pair } from '../testing/backup.ts';
import { everyView, liveThrough } from '../testing/history.ts';
import { createOrganisation, fillProgramme, sendFile, within } from '../testing/programme.ts';
import { makePlace, type Place, type RunningServer, startServer } from '../testing/server.ts';
import { drillBackup } from './restore/drill.ts';
import { restoreBackup } from './restore/index.ts';

let places: Place[];
let running: RunningServer[];
let shelf: ReturnType<typeof makeShelf>;
let pair: Pair;

beforeEach(async () => {
  places = [makePlace(), makePlace()];
  running = [];
  shelf = makeShelf();
  pair = await newPair();
});
afterEach(async () => {
  for (const each of running) await each.close();
  for (const place of places) place.remove();
  shelf.remove();
});

async function open(at: number): Promise<RunningServer> {
  const started = await startServer(places[at] as Place);
  running.push(started);
  return started;
}

/** What is kept there, told by who has it: heads, verification, every view. */
async function told({ ask }: RunningServer, organisation: string, control: string) {
  const inside = within(ask, organisation);
  return {
    shown: (await inside('GET', '')).text,
    head: (await inside('GET', '/ledger/head')).body,
    verified: (await inside('POST', '/ledger/verification', {})).body,
    views: whole(await everyView(inside, '', control)),
    history: (await inside('GET', `/records/control/${control}/history`)).text,
    file: (await inside('GET', '/evidence')).text,
  };
}

/** What needs the process that sets PDF, which is not there, is answered with the number of a line in the log. */
const whole = (views: Record<string, string>) =>
  Object.fromEntries(Object.entries(views).filter(([, text]) => !text.startsWith('500')));

describe('a backup', () => {
  test.each([1, 2, 3])(
    'restored into an empty place has the same heads, verifies, and shows the same (history %i)',
    async (seed) => {
      const first = await open(0);
      const organisation = await createOrganisation(first.ask);
      await fillProgramme(within(first.ask, organisation));
      await liveThrough(within(first.ask, organisation), { commands: 60, seed });
      const other = await createOrganisation(first.ask, 'Another');
      const { bytes, manifest } = await backUp(first.server, { to: pair.to });
      const before = [await told(first, organisation, 'AC-01'), await told(first, other, 'AC-01')];

      const place = { ...(places[1] as Place), env: (places[0] as Place).env };
      const restored = await restoreBackup(place, { file: await shelf.put(bytes), using: pair.using });
      expect(restored.organisations.map(({ id, position }) => [id, position])).toEqual(
        manifest.organisations.map(({ id, position }) => [id, position]),
      );
      expect(restored).toMatchObject({ signingKey: 'same', behind: [] });
      places[1] = place;
      const second = await open(1);
      expect([await told(second, organisation, 'AC-01'), await told(second, other, 'AC-01')]).toEqual(before);
      expect(before[0]?.verified).toMatchObject({ ok: true, findings: [] });
    },
  );

  test('goes on being written to after it was restored, by the same administrator and collectors', async () => {
    const first = await open(0);
    const organisation = await createOrganisation(first.ask);
    await fillProgramme(within(first.ask, organisation));
    const { key } = (await within(first.ask, organisation)('POST', '/collectors', { name: 'Backup server' }))
      .body;
    const sent = { code: 'K-1', name: 'sent with a key' };
    const kept = { 'idempotency-key': 'once' };
    const done = (await within(first.ask, organisation)('POST', '/controls', sent, kept)).body;
    const { bytes } = await backUp(first.server, { to: pair.to });
    await restoreBackup(places[1] as Place, { file: await shelf.put(bytes), using: pair.using });
    const inside = within((await open(1)).ask, organisation);
    expect((await inside('POST', '/controls', sent, kept)).body).toEqual(done);
    expect((await inside('POST', '/controls', { code: 'K-2', name: 'after' })).status).toBe(201);
    const asCollector = { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' };
    expect((await inside('POST', '/files?name=log.txt', 'all well', asCollector)).status).toBe(200);
    expect((await inside('POST', '/ledger/verification', {})).body.ok).toBe(true);
  });

  test('of one organisation holds nothing of the others, not even who works there', async () => {
    const first = await open(0);
    const one = await createOrganisation(first.ask, 'One');
    const other = await createOrganisation(first.ask, 'Other');
    const people = [
      [one, { name: 'Ines Okonkwo', mail: 'ines@example.org' }],
      [other, { name: 'Bruno Kanarie', mail: 'bruno@example.org' }],
    ] as const;
    for (const [of, person] of people)
      expect((await within(first.ask, of)('POST', '/people', person)).status).toBe(201);
    const { bytes, manifest } = await backUp(first.server, { to: pair.to, only: [one] });
    expect(manifest.organisations.map(({ name }) => name)).toEqual(['One']);
    const plain = Buffer.from(await decrypted(bytes));
    expect([plain.includes('Ines Okonkwo'), plain.includes('Bruno')]).toEqual([true, false]);
    await restoreBackup(places[1] as Place, { file: await shelf.put(bytes), using: pair.using });
    expect((await (await open(1)).ask('GET', '/api/v1/organisations')).body.rows).toEqual([
      { id: one, name: 'One' },
    ]);
  });

  const decrypted = async (bytes: Uint8Array) => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(pair.using.identities[0] as string);
    return decrypter.decrypt(bytes);
  };

  test('is a tar of age’s own format: unpacked and checked with standard tools', async () => {
    const first = await open(0);
    const organisation = await createOrganisation(first.ask);
    await fillProgramme(within(first.ask, organisation));
    const { bytes } = await backUp(first.server, { to: pair.to });
    const tar = join(shelf.folder, 'plain.tar');
    await writeFile(tar, await decrypted(bytes));
    execFileSync('tar', ['-xf', tar, '-C', shelf.folder]);
    const lists = readdirSync(shelf.folder).filter((name) => name.startsWith('SHA256SUMS-'));
    const checked = execFileSync('sha256sum', ['--check', '--strict', ...lists], {
      cwd: shelf.folder,
      encoding: 'utf8',
    });
    expect(checked).toMatch(/^ledgers\/.*\.jsonl: OK$/m);
    expect(checked).toMatch(/^files\/.*: OK$/m);
  });

  test('has nothing of the signing key, and a file of any size, as it was', async () => {
    const first = await open(0);
    const organisation = await createOrganisation(first.ask);
    const inside = within(first.ask, organisation);
    await inside('POST', '/controls', { code: 'E-1', name: 'x' });
    const sizes = [1, 511, 512, 513, 65_536, 1_000_003];
    const hashes: string[] = [];
    for (const size of sizes) {
      const file = await sendFile(inside, `${size}.txt`, Buffer.alloc(size, `${size} `));
      const added = await inside('POST', '/evidence', {
        controls: ['E-1'],
        outcome: 'neutral',
        title: `${size}`,
        file,
      });
      expect(added.status).toBe(201);
      hashes.push(file);
    }
    const { bytes, manifest } = await backUp(first.server, { to: pair.to });
    expect(manifest.files).toBe(sizes.length);
    const plain = Buffer.from(await decrypted(bytes));
    expect(plain.includes('PRIVATE KEY')).toBe(false);
    const drilled = await drillBackup({ file: await shelf.put(bytes), using: pair.using });
    expect(drilled).toMatchObject({ files: sizes.length, size: bytes.length });
    expect(drilled.organisations[0]).toMatchObject({ files: sizes.length, lost: [] });
  });
});
