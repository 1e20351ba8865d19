import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countNumbers } from './numbers.ts';
import type { Question } from './question.ts';
import { solve } from './solve.ts';
import { anyQuestion } from './testing/questions.ts';

const RUNS = { numRuns: 700 };
const numbersOf = (question: Question) =>
  countNumbers(
    solve(question).results,
    question.requirements.map((requirement) => requirement.id),
  );

describe('framework numbers', () => {
  it('law 10: the lower bound is never above the upper, and both lie between 0 and 1', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { lower, upper, n, met, possible, byKind } = numbersOf(question);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(upper);
        expect(upper).toBeLessThanOrEqual(1);
        expect(Object.values(byKind).reduce((all, count) => all + count, 0)).toBe(n + byKind.excluded);
        expect([lower, upper]).toEqual(n === 0 ? [0, 0] : [met / n, possible / n]);
      }),
      RUNS,
    );
  });

  it('a hint never moves what is met or unclaimed; it can only silence the closed list (decision 8)', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const confirmed = {
          ...question,
          claims: question.claims.filter((row) => row.capped === undefined),
          relations: question.relations.filter((row) => row.capped === undefined && row.relation !== 'REL'),
        };
        const [now, without] = [numbersOf(question), numbersOf(confirmed)];
        const told = ({ n, met, asserted, unclaimed, stale, conflict }: typeof now) => [
          n,
          met,
          asserted,
          unclaimed,
          stale,
          conflict,
        ];
        expect(told(now)).toEqual(told(without));
        expect(now.possible - without.possible).toBe(without.byKind.gap - now.byKind.gap);
        expect(now.byKind.gap).toBeLessThanOrEqual(without.byKind.gap);
      }),
      RUNS,
    );
  });

  it('the excluded leave n, and are counted as excluded', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const all = question.requirements.map((requirement) => ({ ...requirement, excluded: true }));
        expect(numbersOf({ ...question, requirements: all })).toMatchObject({ n: 0, lower: 0, upper: 0 });
        const out = question.requirements.filter((requirement) => requirement.excluded).length;
        expect(numbersOf(question).excluded).toBeGreaterThanOrEqual(out);
      }),
      RUNS,
    );
  });

  it('an id without a result is passed over', () => {
    expect(countNumbers(new Map(), ['nowhere'])).toMatchObject({ n: 0, lower: 0, upper: 0 });
  });
});
