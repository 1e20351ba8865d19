import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solve, solveIncrementally } from './solve.ts';
import { anyQuestion, claim, control } from './testing/questions.ts';

const RUNS = { numRuns: 500 };

describe('solving again after a change', () => {
  const anyChange = fc.tuple(anyQuestion, anyQuestion, fc.subarray([0, 1, 2, 3, 4, 5, 6], { maxLength: 3 }));

  it('given what changed, then the answer is the same as from scratch', () => {
    fc.assert(
      fc.property(anyChange, ([before, other, places]) => {
        const changed = new Set(places.map((at) => `R${at}`));
        const touches = (id: string) => changed.has(id);
        const claims = [
          ...before.claims.filter((row) => !touches(row.requirement)),
          ...other.claims
            .filter((row) => touches(row.requirement))
            .map((row) => ({ ...row, id: `${row.id}'` })),
        ];
        const relations = [
          ...before.relations.filter((row) => ![row.to, ...row.from].some(touches)),
          ...other.relations
            .filter((row) => [row.to, ...row.from].some(touches))
            .map((row) => ({ ...row, id: `${row.id}'` })),
        ];
        const requirements = before.requirements.map((one, at) =>
          touches(one.id) ? other.requirements[at]! : one,
        );
        const after = { ...before, claims, relations, requirements };
        const again = solveIncrementally(solve(before), after, changed).results;
        expect([...again.values()]).toEqual([...solve(after).results.values()]);
      }),
      RUNS,
    );
  });

  it('given that nothing changed, then every result is the same object', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const first = solve(question);
        const again = solveIncrementally(first, question, new Set());
        for (const [id, result] of again.results)
          if (result.kind !== 'excluded') expect(result).toBe(first.results.get(id));
      }),
      RUNS,
    );
  });

  it('given a change, then results that it cannot reach are the same objects', () => {
    const requirements = ['A', 'B', 'Z'].map((id) => ({ id }));
    const claims = ['A', 'B', 'Z'].map((id) => claim(`C${id}`, 'SUP', id));
    const relations = [{ id: 'A EQ B', from: ['A'], to: 'B', relation: 'EQ' as const }];
    const controls = ['CA', 'CB', 'CZ'].map((id) => control(id));
    const question = { requirements, claims, relations, controls };
    const first = solve(question);
    const failed = controls.map((one) => (one.id === 'CA' ? control('CA', { evidence: 'failed' }) : one));
    const next = solveIncrementally(first, { ...question, controls: failed }, new Set(['A']));
    expect(next.results.get('Z')).toBe(first.results.get('Z'));
    expect(next.results.get('A')!.kind).toBe('inferred');
    expect(next.results.get('B')).not.toBe(first.results.get('B'));
  });

  it('given another hop limit, then everything is worked out anew', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const other = { ...question, hopLimit: (question.hopLimit ?? 1) + 1 };
        const again = solveIncrementally(solve(question), other, new Set()).results;
        expect([...again.values()]).toEqual([...solve(other).results.values()]);
      }),
      { numRuns: 300 },
    );
  });
});
