import { describe, expect, it } from 'vitest';
import { type Change, clausesOf, failingIn, supposedBy } from './suppose.ts';

const gives = { state: ['F'], word: 'Met, by our claim', kind: 'claimed', mark: 'met' } as const;
const change = (steps: Change['steps']): Change => ({
  steps,
  gives,
  together: steps.length > 1,
  sentence: '',
});
const step = (name: Change['steps'][number]['step'], code: string) => ({
  step: name,
  operation: '',
  control: code,
  code,
});
const nothing = { claims: [], relations: [] };

describe('a change, supposed', () => {
  it('given a control is put into operation and shown to work, then it is one clause and one state', () => {
    const both = change([step('operate', 'C-1'), step('record', 'C-1')]);
    expect(clausesOf(nothing, both)).toEqual([{ key: 'step.operate-shown', name: 'C-1' }]);
    expect(supposedBy(both)).toEqual(['C-1=works']);
  });

  it('given two are mended, then two clauses and two states', () => {
    const both = change([step('mend', 'C-1'), step('mend', 'C-2')]);
    expect(clausesOf(nothing, both).map(({ name }) => name)).toEqual(['C-1', 'C-2']);
    expect(supposedBy(both)).toEqual(['C-1=works', 'C-2=works']);
  });

  it('given a judgement, an acceptance alone or a hidden control, then it is counted nowhere else', () => {
    expect(supposedBy(change([{ step: 'judge', operation: '', requirement: 'A.5.15' }]))).toBeUndefined();
    expect(supposedBy(change([step('accept', 'C-1')]))).toBeUndefined();
    expect(supposedBy(change([{ step: 'renew', operation: '', hidden: true }]))).toBeUndefined();
  });
});

describe('what if they failed', () => {
  type Claim = Parameters<typeof failingIn>[0]['claims'][number];
  const claim = (state: string, ...standings: readonly [string, string][]) =>
    ({ state, controls: standings.map(([code, standing]) => ({ code, standing })) }) as unknown as Claim;

  it('given controls of several claims, then those that work and count are supposed to fail, each once', () => {
    const claims = [
      claim('confirmed', ['C-1', 'operating'], ['C-2', 'stale']),
      claim('confirmed', ['C-1', 'operating']),
      claim('proposed', ['C-3', 'operating']),
    ];
    expect(failingIn({ claims })).toEqual(['C-1=fails']);
  });
});
