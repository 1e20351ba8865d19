import { describe, expect, it } from 'vitest';
import { targetInput } from './target-input.ts';

describe('a target that is changed', () => {
  const target = {
    wanted: true,
    priority: 'high',
    due: '2027-01-20',
    rationale: '',
    notes: 'Ours',
    source: { kind: 'workbook', name: 'a.xlsx' },
  } as const;

  it('given a target, when one member changes, then the others are sent along, as the whole is replaced', () => {
    expect(targetInput({ target }, { tier: 3 })).toEqual({
      wanted: true,
      priority: 'high',
      due: '2027-01-20',
      notes: 'Ours',
      tier: 3,
    });
  });

  it('given a member is taken away, then it is left out', () => {
    expect(targetInput({ target }, { due: undefined, notes: '' })).toEqual({
      wanted: true,
      priority: 'high',
    });
  });

  it('given nothing was said, when a day is set, then it is wanted by that day', () => {
    expect(targetInput({}, { due: '2027-01-01' })).toEqual({ wanted: true, due: '2027-01-01' });
    expect(targetInput({}, { wanted: false })).toEqual({ wanted: false });
  });
});
