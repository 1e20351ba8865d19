import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { only } from './knowledge.ts';
import { countNumbers, isMet } from './numbers.ts';
import { solve } from './solve.ts';
import { anyWorld, stateIn } from './testing/worlds.ts';

const RUNS = { numRuns: 1500 };

describe('law 1: soundness, the control feed inside', () => {
  it('given only true statements of a world, then the true state of every requirement is among those left', () => {
    fc.assert(
      fc.property(anyWorld, ({ satisfied, obligations, question }) => {
        for (const result of solve(question).results.values()) {
          expect(result.kind).not.toBe('conflict');
          if (result.kind === 'excluded' || result.gapBy === 'claim') continue;
          const truth = only(stateIn(obligations.get(result.id)!, satisfied));
          expect(result.knowledge & truth, JSON.stringify(result)).toBe(truth);
        }
      }),
      RUNS,
    );
  });

  it('given only true statements, then no more prints as met than is met', () => {
    fc.assert(
      fc.property(anyWorld, ({ satisfied, obligations, question }) => {
        for (const result of solve(question).results.values())
          if (isMet(result)) expect(stateIn(obligations.get(result.id)!, satisfied)).toBe('F');
      }),
      RUNS,
    );
  });

  it('given only true statements, then the share truly met lies in the interval, closed-list gaps apart', () => {
    fc.assert(
      fc.property(anyWorld, ({ satisfied, obligations, question }) => {
        const { results } = solve(question);
        const proved = [...results.values()].filter(
          (one) => one.gapBy !== 'claim' && one.kind !== 'excluded',
        );
        const numbers = countNumbers(
          results,
          proved.map((one) => one.id),
        );
        const truly = proved.filter((one) => stateIn(obligations.get(one.id)!, satisfied) === 'F').length;
        expect(numbers.met).toBeLessThanOrEqual(truly);
        expect(truly).toBeLessThanOrEqual(numbers.possible);
      }),
      RUNS,
    );
  });

  it('the worlds do reach every ground and every kind but conflict (the test would otherwise prove nothing)', () => {
    const grounds = new Set<string>();
    const kinds = new Set<string>();
    for (const { question } of fc.sample(anyWorld, { numRuns: 4000, seed: 7 }))
      for (const result of solve(question).results.values()) {
        kinds.add(result.kind);
        for (const inference of result.inferences) {
          grounds.add(`${inference.by}${inference.union ? ' through a union' : ''}`);
          if (inference.sources.length > 1) grounds.add(`${inference.by} jointly`);
        }
      }
    expect([...kinds].sort()).toEqual(
      [
        'assessed',
        'claimed',
        'excluded',
        'gap',
        'indicative',
        'inferred',
        'stale',
        'unclaimed',
        'unknown',
      ].sort(),
    );
    expect([...grounds].sort()).toEqual([
      'claim',
      'claim jointly',
      'judgement',
      'parts',
      'parts jointly',
      'relation',
      'relation jointly',
      'relation through a union',
      'whole',
    ]);
  });
});
