import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makePlace } from '../testing/server.ts';
import { openFileStore } from './file-store.ts';

const place = makePlace();
const store = await openFileStore(place.directory);
const files = store.of('one');
afterAll(() => place.remove());

const described = { name: 'x.txt', mediaType: 'text/plain' };
const made = (text: string) => ({ ...described, content: Buffer.from(text) });
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const left = () =>
  ['files', 'staging'].map(
    (folder) =>
      readdirSync(join(place.directory, folder), { recursive: true, withFileTypes: true }).filter((each) =>
        each.isFile(),
      ).length,
  );

test('what is made is kept all or none: what breaks off in the second leaves nothing of the first', async () => {
  async function* breaksOff() {
    yield Buffer.from('half');
    throw new Error('gone');
  }
  await expect(files.make([made('whole'), { ...described, content: breaksOff() }])).rejects.toThrow('gone');
  expect(left()).toEqual([0, 0]);
});

test('where the second cannot be put, the first is taken away again, unless it was there before', async () => {
  // A folder stands where the second would go.
  mkdirSync(join(files.pathOf(hashOf('second')), 'x'), { recursive: true });
  await expect(files.make([made('first'), made('second')])).rejects.toThrow();
  expect(left()).toEqual([0, 0]);
  const [kept] = await files.make([made('first')]);
  expect(kept).toEqual({ ...described, hash: hashOf('first'), size: 5 });
  await expect(files.make([made('first'), made('second')])).rejects.toThrow();
  expect(existsSync(files.pathOf(hashOf('first')))).toBe(true);
});
