import { describe, expect, test } from 'vitest';
import { actionsOf, alreadyIn, faultsOf, type OpenAction, type Planned } from './actions.ts';

const plan: Planned[] = [
  {
    title: 'Show that C-1 works',
    what: 'Evidence',
    owner: 'ana',
    closes: [{ kind: 'control', id: '1' }],
    priority: 'high',
  },
  { title: 'Renew the review', what: 'Evidence', closes: [], priority: 'low' },
];

describe('a what-if kept as actions', () => {
  test('given nothing else is said, each keeps its own owner and no due day is made up', () => {
    expect(actionsOf(plan, { without: [] })).toEqual(plan);
  });

  test('given an owner and a day for all, each has them', () => {
    const kept = actionsOf(plan, { without: [], owner: 'ben', due: '2027-01-31' });
    expect(kept).toMatchObject([
      { owner: 'ben', due: '2027-01-31' },
      { owner: 'ben', due: '2027-01-31' },
    ]);
  });

  test('given one that is left out, the other is kept', () => {
    expect(actionsOf(plan, { without: [0] })).toMatchObject([{ title: 'Renew the review' }]);
  });
});

describe('actions that are open already', () => {
  const open = (id: string, ...closes: OpenAction['closes']) => ({ id, title: id, closes }) as OpenAction;
  const requirement = (id: string) => ({ kind: 'requirement', id }) as const;
  const planned = (...closes: Planned['closes']): Planned => ({ ...plan[1], closes }) as Planned;
  const found = (one: Planned, ...actions: OpenAction[]) =>
    alreadyIn([one], actions)
      .get(0)
      ?.map(({ id }) => id);

  test('given one for the same control, whatever else it closes, it is recognised', () => {
    const one = planned({ kind: 'control', id: 'c' }, requirement('iso/A.5.1'));
    expect(found(one, open('a', { kind: 'control', id: 'c' }))).toEqual(['a']);
    expect(found(one, open('b', { kind: 'control', id: 'd' }, requirement('iso/A.5.2')))).toBeUndefined();
  });

  test('given one for the same requirements without the control, it has to close all of them', () => {
    const one = planned({ kind: 'control', id: 'c' }, requirement('iso/A.5.1'), requirement('iso/A.5.2'));
    expect(found(one, open('a', requirement('iso/A.5.1')))).toBeUndefined();
    const both = open('b', requirement('iso/A.5.2'), requirement('iso/A.5.1'));
    expect(found(one, both)).toEqual(['b']);
  });

  test('given a plan that closes nothing, none is the same', () => {
    expect(found(planned(), open('a', requirement('iso/A.5.1')))).toBeUndefined();
  });
});

describe('actions that were refused', () => {
  const fault = (at: string) => ({ at, code: 'action.exists', detail: 'open already' });

  test('given one that is left out before it, a fault stands at its own place in the plan', () => {
    const faults = faultsOf([fault('actions[0].due')], { plan, without: [0] });
    expect([...faults]).toEqual([[1, fault('actions[0].due')]]);
  });

  test('given a fault of the whole, it stands at no action', () => {
    expect(faultsOf([fault('actions')], { plan, without: [] }).size).toBe(0);
  });
});
