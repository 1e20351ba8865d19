import { describe, expect, test } from 'vitest';
import { actionsOf, type Planned } from './actions.ts';

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
