import { expect, it } from 'vitest';
import { atOnce, type InParts, withPauses } from './in-parts.ts';

function* counting(said: string[]): InParts<number> {
  said.push('one');
  yield;
  said.push('two');
  yield;
  return 3;
}

it('given work in parts, then others are answered between any two of them, and it comes to the same', async () => {
  const said: string[] = [];
  const pause = async () => {
    await Promise.resolve();
    said.push('others');
  };
  expect(await withPauses(counting(said), pause)).toBe(3);
  expect(said).toEqual(['one', 'others', 'two', 'others']);
  expect(atOnce(counting([]))).toBe(3);
});
