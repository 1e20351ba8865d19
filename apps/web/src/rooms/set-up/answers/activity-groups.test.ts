import { describe, expect, it } from 'vitest';
import { chooseWithin, groupsOf } from './activity-groups.ts';

const rows = [
  {
    id: 'I.1.a.1',
    annex: 'I',
    sector: { number: '1', name: 'Energy' },
    subsector: { name: 'Electricity' },
    name: 'Supply',
  },
  {
    id: 'I.1.d.1',
    annex: 'I',
    sector: { number: '1', name: 'Energy' },
    subsector: { name: 'Gas' },
    name: 'Supply undertakings',
  },
  {
    id: 'II.1.1',
    annex: 'II',
    sector: { number: '1', name: 'Postal services' },
    name: 'Postal service providers',
  },
  { id: 'education', name: 'Education institutions' },
];
const ids = (word: string) =>
  groupsOf(rows, word).map(({ id, options }) => `${id}: ${options.map((each) => each.id).join(' ')}`);

describe('activities to choose from', () => {
  it('given no word, then all by sector; the same number in another annex is another sector', () => {
    expect(ids('')).toEqual(['I 1: I.1.a.1 I.1.d.1', 'II 1: II.1.1', 'others: education']);
  });

  it('given words, then what has every one of them, in its name or that of its sector', () => {
    expect(ids('ENERGY supply')).toEqual(['I 1: I.1.a.1 I.1.d.1']);
    expect(ids('gas supply')).toEqual(['I 1: I.1.d.1']);
    expect(ids('bakery')).toEqual([]);
  });

  it('given a choice within a group, then what was chosen elsewhere stays, also what the word hides', () => {
    expect(
      chooseWithin(['education', 'I.1.a.1'], [{ id: 'I.1.a.1' }, { id: 'I.1.d.1' }], ['I.1.d.1']),
    ).toEqual(['education', 'I.1.d.1']);
  });
});
