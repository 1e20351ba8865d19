import { expect, it } from 'vitest';
import { changedFrom } from './as-opened.ts';

it('given what a form was opened on, then only what is said otherwise is sent, taken away or not', () => {
  const was = { name: 'Two years', scope: 'organisation', assumptions: 'None' };
  expect(changedFrom(was, { ...was })).toEqual({});
  expect(changedFrom(was, { ...was, scope: 'plant' })).toEqual({ scope: 'plant' });
  const emptied: { name: string; scope: string; assumptions: string | null } = { ...was, assumptions: null };
  expect(changedFrom<typeof emptied>(was, emptied)).toEqual({ assumptions: null });
});
