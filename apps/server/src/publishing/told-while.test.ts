import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toldWhile } from './told-while.ts';

it('given anything told at any time, then it comes in its order, all of it, and then what was made', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(9), fc.boolean())), async (all) => {
      const parts = toldWhile<number, string>(async (tell) => {
        for (const [each, waits] of all) {
          if (waits) await new Promise((resolve) => setImmediate(resolve));
          tell(each);
        }
        return 'made';
      });
      const heard: number[] = [];
      let next = await parts.next();
      for (; !next.done; next = await parts.next()) heard.push(next.value);
      expect([heard, next.value]).toEqual([all.map(([each]) => each), 'made']);
    }),
  );
});
