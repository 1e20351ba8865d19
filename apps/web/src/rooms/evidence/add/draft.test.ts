import { expect, it } from 'vitest';
import { type Draft, inputOf, keyOf, missingIn } from './draft.ts';

const draft: Draft = {
  title: 'Review of March',
  outcome: 'works',
  controls: [{ id: 'c-1', code: 'AC-01', name: 'Reviews' }],
  collectedOn: '2026-03-01',
  coversFrom: undefined,
  coversTo: undefined,
  validUntil: undefined,
  scope: undefined,
};
const keyed = (said: Partial<Draft> = {}, file = 'abc') =>
  keyOf('d-1', { ...inputOf({ ...draft, ...said }), file });

it('given a draft whose answer was lost, when it is sent again as it is, then its key is the same, as it is kept too', async () => {
  const key = await keyed();
  expect(key).toMatch(/^d-1\.[0-9a-f]{16}$/);
  expect(await keyed()).toBe(key);
  const kept = { scope: undefined, ...JSON.parse(JSON.stringify(draft)) };
  expect(await keyOf('d-1', { file: 'abc', ...inputOf(kept) })).toBe(key);
});

it('given that it was typed on, has another file or is another draft, then its key is another', async () => {
  const keys = [
    await keyed(),
    await keyed({ title: 'Review of April' }),
    await keyed({ outcome: 'fails' }),
    await keyed({}, 'def'),
    await keyOf('d-2', { ...inputOf(draft), file: 'abc' }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});

it('given a draft of which nobody said what it shows, when it is looked at, then that is missing', () => {
  expect(missingIn(draft)).toEqual([]);
  expect(missingIn({ ...draft, outcome: undefined })).toEqual(['outcome']);
  expect(missingIn({ ...draft, title: ' ', controls: [], outcome: undefined })).toEqual([
    'title',
    'controls',
    'outcome',
  ]);
});
