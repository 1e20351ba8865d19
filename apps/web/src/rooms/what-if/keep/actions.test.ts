import { describe, expect, test } from 'vitest';
import { actionsOf, faultsOf, type Planned } from './actions.ts';

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
