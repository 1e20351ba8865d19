import { expect, it } from 'vitest';
import { untilLeft } from './until-left.ts';

it('given a part that is long in coming, when nobody wants it any more, then its making hears at once', async () => {
  let heard = false;
  const parts = untilLeft(async function* (left) {
    yield 'first';
    await new Promise<void>((resolve) =>
      left.addEventListener('abort', () => {
        heard = true;
        resolve();
      }),
    );
    yield 'second';
  });
  expect((await parts.next()).value).toBe('first');
  const second = parts.next();
  const ended = parts.return(undefined);
  expect(heard).toBe(true);
  await Promise.all([second, ended]);
  expect((await parts.next()).done).toBe(true);
});
