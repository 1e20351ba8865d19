import { describe, expect, it } from 'vitest';
import { linksOf } from './paired.ts';

const pairs = [
  { from: 'PR.AA-05', to: 'A.5.15', relation: 'related' },
  { from: 'PR.AA-05', to: 'A.5.18', relation: 'superset' },
  { from: 'ID.RA-02', to: 'A.5.7', relation: 'equal' },
];

describe('two frameworks side by side', () => {
  it('given the crosswalk starts at the left, then each has its links as written', () => {
    expect([...linksOf(pairs, false)]).toEqual([
      [
        'PR.AA-05',
        [
          { id: 'A.5.15', relation: 'related' },
          { id: 'A.5.18', relation: 'superset' },
        ],
      ],
      ['ID.RA-02', [{ id: 'A.5.7', relation: 'equal' }]],
    ]);
  });

  it('given it leads to the left, then what contains lies within', () => {
    expect(linksOf(pairs, true).get('A.5.18')).toEqual([{ id: 'PR.AA-05', relation: 'subset' }]);
    expect(linksOf(pairs, true).get('A.5.7')).toEqual([{ id: 'ID.RA-02', relation: 'equal' }]);
  });
});
