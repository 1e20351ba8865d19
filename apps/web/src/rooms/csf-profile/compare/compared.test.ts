import { describe, expect, it } from 'vitest';
import { type ComparedRow, differencesOf } from './compared.ts';

type Side = ComparedRow['from'];
const side = (said: Partial<Side>): Side => ({
  state: ['F'],
  word: 'Met',
  included: true,
  status: '',
  score: null,
  target: null,
  gap: null,
  ...said,
});

describe('what differs of an outcome', () => {
  it('given another result, then it is said once, by its word', () => {
    expect(differencesOf({ from: side({ state: ['N'], word: 'Gap', gap: 1 }), to: side({}) })).toEqual([
      { what: 'word', from: 'Gap', to: 'Met' },
    ]);
  });

  it('given a target where there was none, then each of its members is said', () => {
    const target = { wanted: true, priority: 'high', due: '2027-01-01' } as const;
    expect(differencesOf({ from: side({}), to: side({ target: target as Side['target'] }) })).toEqual([
      { what: 'wanted', from: undefined, to: true },
      { what: 'priority', from: undefined, to: 'high' },
      { what: 'due', from: undefined, to: '2027-01-01' },
    ]);
  });

  it('given a score of 0, then it is a score and not nothing', () => {
    expect(differencesOf({ from: side({ score: 0 }), to: side({}) })).toEqual([
      { what: 'score', from: 0, to: undefined },
    ]);
  });
});
