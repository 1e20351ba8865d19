import { expect, it } from 'vitest';
import { given } from './testing/index.ts';

it('given a control, when an action closes it by its code, then the action has its id', () => {
  const story = given();
  const id = story.done('controls add', { code: 'AC-01', name: 'Access' });
  const closes = [
    { kind: 'control', id: 'ac-01' },
    { kind: 'scope', id: 'organisation' },
    { kind: 'control', id },
  ];
  const closed = [{ kind: 'control', id }, closes[1]];
  const closesOf = (action: string) => story.programme.governance.actions.get(action)?.closes;
  const action = story.done('actions add', { title: 'One', closes });
  expect(closesOf(action)).toEqual(closed);
  expect(
    closesOf(story.done('actions add-many', { actions: [{ title: 'Two', closes }, { title: 'x' }] })),
  ).toEqual(closed);
  expect(story.when('actions change', { action, closes })).toEqual({ facts: [] });
  const unknown = [{ kind: 'control', id: 'AC-02' }];
  expect(story.refusal('actions add', { title: 'Two', closes: unknown })).toBe(
    'refused subject.unknown at closes[0].id',
  );
});
