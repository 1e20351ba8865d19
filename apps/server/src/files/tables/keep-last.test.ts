import { expect, test } from 'vitest';
import { keepingLast } from './keep-last.ts';

const file = { path: '/nowhere', name: 'a.csv', hash: 'a' };

test('given a file was read, when it is asked for again, then it is not read again; another one is', async () => {
  const read: string[] = [];
  const decode = keepingLast(async ({ name, hash }) => read.push(`${name} ${hash}`));
  expect([await decode(file), await decode(file)]).toEqual([1, 1]);
  expect(await decode({ ...file, name: 'b.csv' })).toBe(2);
  expect(await decode({ ...file, hash: 'b' })).toBe(3);
  expect(await decode(file)).toBe(4);
});

test('given reading broke, when it is asked for again, then it is read again', async () => {
  let times = 0;
  const decode = keepingLast(async () => {
    times += 1;
    if (times === 1) throw new Error('broke');
    return times;
  });
  await expect(decode(file)).rejects.toThrow('broke');
  expect(await decode(file)).toBe(2);
});
