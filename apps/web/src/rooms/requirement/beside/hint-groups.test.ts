import { describe, expect, it } from 'vitest';
import { hintGroups } from './hint-groups.ts';

const hint = (requirement: string, suggests: readonly ('F' | 'P' | 'N')[], developer = 'NIST') => ({
  crosswalk: developer,
  developer,
  framework: 'nist-csf-2.0',
  requirement,
  relation: 'related' as const,
  suggests,
});

describe('what crosswalks suggest', () => {
  it('given two tables on one requirement, then it is named once, with what both leave', () => {
    const groups = hintGroups([
      hint('PR.AA-05', ['F', 'P']),
      hint('PR.AA-01', ['F']),
      hint('PR.AA-05', ['P', 'N'], 'ENISA'),
    ]);
    expect(groups.map(({ requirement, suggests }) => [requirement, suggests])).toEqual([
      ['PR.AA-05', 'P'],
      ['PR.AA-01', 'F'],
    ]);
    expect(groups[0]?.developers).toEqual(['NIST', 'ENISA']);
  });

  it('given a reading of our own, then its reason is said and nobody is named as its publisher', () => {
    const [group] = hintGroups([{ ...hint('PR.AA-05', ['F']), source: 'own', reason: 'draft' }]);
    expect(group).toMatchObject({ own: ['draft'], developers: [] });
  });
});
