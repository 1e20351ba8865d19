import { expect, it } from 'vitest';
import { twinOf } from './twin.ts';

const adopt = (framework: string, selection?: string) => ({
  name: 'frameworks adopt',
  input: { framework, scope: 'organisation', selection },
});
const ofSame = (framework: string) => (each: ReturnType<typeof adopt>) => each.input.framework === framework;

it('given a change that waits, when the same is said of its record once more, then it is that one', () => {
  const kept = [adopt('iso'), adopt('csf')];
  const again = { name: 'frameworks adopt', input: { scope: 'organisation', framework: 'iso' } };
  expect(twinOf(kept, again, ofSame('iso'))).toBe(kept[0]);
  expect(twinOf(kept, adopt('nis2'), ofSame('nis2'))).toBeUndefined();
});

it('given that something else was said of the record in between, then it is another one', () => {
  const kept = [adopt('iso', 'one'), adopt('iso', 'two')];
  expect(twinOf(kept, adopt('iso', 'one'), ofSame('iso'))).toBeUndefined();
  expect(twinOf(kept, adopt('iso', 'two'), ofSame('iso'))).toBe(kept[1]);
});

it('given one that is held and does not go out by itself, then saying it again is a change of its own', () => {
  const kept = [{ ...adopt('iso'), held: 'Something broke.' }];
  expect(twinOf(kept, adopt('iso'), () => true)).toBeUndefined();
});
