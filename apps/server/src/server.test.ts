import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';

import { DirectoryHeld, holdDirectory } from '@concord/ledger';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CannotOpen } from './server.ts';
import { makePlace, type Place, startServer } from './testing/server.ts';

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.remove());

test('a server that could not be opened holds nothing: the next one can', async () => {
  mkdirSync(place.directory, { recursive: true });
  writeFileSync(`${place.directory}/files`, 'a file where a folder should be');
  await expect(startServer(place)).rejects.toThrow(CannotOpen);
  holdDirectory(place.directory).release();
});

test('a server that is closed holds nothing', async () => {
  const first = await startServer(place);
  await expect(startServer(place)).rejects.toThrow(DirectoryHeld);
  await first.close();
  const second = await startServer(place);
  await second.close();
});

test('a key that others can read stops it before anything is made', async () => {
  const path = place.env.CONCORD_KEY as string;
  const first = await startServer(place);
  await first.close();
  chmodSync(path, 0o640);
  await expect(startServer(place)).rejects.toThrow(/chmod 600/);
});

test.skipIf(process.platform !== 'linux')(
  'a directory or a key where no folder can be made is told at once',
  async () => {
    const nowhere = startServer({ ...place, directory: '/proc/concord/data' });
    await expect(nowhere).rejects.toThrow(
      'the data directory /proc/concord/data can not be used: no folder can be made in /proc',
    );
    const path = '/proc/concord/key.pem';
    const unkept = startServer({ ...place, env: { CONCORD_KEY: path } });
    await expect(unkept).rejects.toThrow(
      `the signing key ${path} can not be used: no folder can be made in /proc`,
    );
  },
);
