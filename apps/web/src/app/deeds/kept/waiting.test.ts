import { expect, it } from 'vitest';
import { waitingIn } from './waiting.ts';

const of = { profile: 'p', requirement: 'PR.AA-05' };

it('given deeds of a record that wait, then each member is as the last of them says it; what was only read is left out', () => {
  const deeds = [
    { input: { ...of, wanted: true, priority: 'high' }, changes: ['priority'] },
    { input: { ...of, wanted: true, priority: 'low', tier: 3 }, changes: ['priority'] },
  ];
  expect([...waitingIn(deeds, of)]).toEqual([['priority', 'low']]);
});

it('given one that takes a member away, then it is there, without a value', () => {
  const deeds = [
    { input: { ...of, priority: null, text: 'Half done.' } },
    { input: { ...of, wanted: true }, changes: ['due'] },
  ];
  expect([...waitingIn(deeds, of)]).toEqual([
    ['priority', undefined],
    ['text', 'Half done.'],
    ['due', undefined],
  ]);
});

it('given deeds of another record, then they do not wait here', () => {
  expect(waitingIn([{ input: { ...of, requirement: 'PR.AA-01', priority: 'high' } }], of).size).toBe(0);
});
