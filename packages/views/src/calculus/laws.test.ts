import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY, F, U } from './knowledge.ts';
import { countNumbers, isMet } from './numbers.ts';
import type { ControlState, Inference, Question, Result } from './question.ts';
import { solve } from './solve.ts';
import { anyQuestion, claim, control, resultsOf } from './testing/questions.ts';

const RUNS = { numRuns: 700 };
const idsOf = (question: Question) => question.requirements.map((requirement) => requirement.id);
const numbersOf = (question: Question) => countNumbers(solve(question).results, idsOf(question));
const hasConflict = (question: Question) => resultsOf(question).some((result) => result.kind === 'conflict');
const byId = (results: Iterable<Result>) => [...results].sort((a, b) => (a.id < b.id ? -1 : 1));

/** What was proved: a gap by closed list is no knowledge. */
const proved = (result: Result) => (result.gapBy === 'claim' ? U : result.knowledge);

function shuffled<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

const anyOrders = anyQuestion.chain((question) =>
  fc
    .tuple(
      shuffled(question.requirements),
      shuffled(question.controls),
      shuffled(question.claims),
      shuffled(question.relations),
    )
    .map(([requirements, controls, claims, relations]) => ({
      question,
      reordered: { ...question, requirements, controls, claims, relations },
    })),
);

/** A question and the same with some of its statements taken away; what is excluded stays as it is. */
const anyLess = anyQuestion.chain((question) =>
  fc
    .tuple(
      fc.subarray([...question.claims]),
      fc.subarray([...question.relations]),
      fc.subarray(idsOf(question)),
    )
    .map(([claims, relations, unjudged]) => {
      const requirements = question.requirements.map((requirement) => {
        const { judgement, ...rest } = requirement;
        return judgement === undefined || unjudged.includes(requirement.id) ? rest : requirement;
      });
      return { more: question, less: { ...question, claims, relations, requirements } };
    }),
);

const revoked = (state: ControlState): ControlState =>
  control(state.id, { implementation: state.implementation, inUse: state.inUse, evidence: 'missing' });

/** A question, and the same with the evidence of some controls revoked. */
const anyRevocation = anyQuestion.chain((question) =>
  fc.subarray(question.controls.map((one) => one.id)).map((ids) => ({
    question,
    after: {
      ...question,
      controls: question.controls.map((one) => (ids.includes(one.id) ? revoked(one) : one)),
    },
  })),
);

describe('laws of the calculus', () => {
  it('law 2: where nothing contradicts, more information never enlarges what is known', () => {
    fc.assert(
      fc.property(anyLess, ({ more, less }) => {
        fc.pre(!hasConflict(more));
        const before = solve(less).results;
        for (const result of resultsOf(more))
          expect(proved(result) & ~proved(before.get(result.id)!)).toBe(EMPTY);
      }),
      RUNS,
    );
  });

  it('law 4: the same rows twice, under other ids, or a member named twice, change nothing known', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const twice = <Row extends { id: string }>(rows: readonly Row[]) =>
          rows.flatMap((row) => [row, { ...row, id: `${row.id} again` }]);
        const doubled = {
          ...question,
          claims: twice(question.claims).map((row) => ({
            ...row,
            controls: [...row.controls, ...row.controls],
          })),
          relations: twice(question.relations).map((row) => ({ ...row, from: [...row.from, ...row.from] })),
        };
        const brief = (result: Result) => [result.id, result.knowledge, result.kind, result.formerly];
        expect(resultsOf(doubled).map(brief)).toEqual(resultsOf(question).map(brief));
      }),
      RUNS,
    );
  });

  it('law 5: no order of requirements, controls, claims or relations matters, not even for the proof', () => {
    fc.assert(
      fc.property(anyOrders, ({ question, reordered }) => {
        expect(byId(resultsOf(reordered))).toEqual(byId(resultsOf(question)));
      }),
      RUNS,
    );
  });

  it('law 8: given only overlaps and crosswalk rows between requirements, then nothing more is met by them', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const relations = question.relations.map((row, at) => ({
          ...row,
          relation: at % 3 === 0 ? ('REL' as const) : ('INT' as const),
        }));
        const flat = question.requirements.map(({ parts: _parts, ...rest }) => rest);
        for (const result of resultsOf({ ...question, requirements: flat, relations }))
          if (result.knowledge === F) expect(['assessed', 'claimed']).toContain(result.kind);
      }),
      RUNS,
    );
  });

  it('law 9: adding overlaps never raises the lower bound, where they bring no conflict', () => {
    fc.assert(
      fc.property(anyQuestion, fc.boolean(), (question, published) => {
        const relations = question.relations.filter((row) => row.relation !== 'INT');
        const overlaps = question.relations.map((row) => ({
          ...row,
          id: `${row.id} overlap`,
          relation: published ? ('REL' as const) : ('INT' as const),
        }));
        const without = { ...question, relations };
        fc.pre(!hasConflict(without));
        const raised = numbersOf({ ...question, relations: [...relations, ...overlaps] }).met;
        expect(raised).toBeLessThanOrEqual(numbersOf(without).met);
      }),
      RUNS,
    );
  });

  it('law 11: where nothing contradicts, revoking evidence never raises the lower bound', () => {
    fc.assert(
      fc.property(anyRevocation, ({ question, after }) => {
        fc.pre(!hasConflict(question));
        expect(numbersOf(after).met).toBeLessThanOrEqual(numbersOf(question).met);
      }),
      RUNS,
    );
  });

  it('law 12: conflict is reported exactly where the inferences kept leave no state, two or three of them', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        for (const result of resultsOf(question)) {
          if (result.kind === 'excluded') continue;
          const left = result.inferences.reduce((all, one) => all & one.allows, U);
          expect(left === EMPTY).toBe(result.kind === 'conflict');
          expect(left).toBe(proved(result));
          if (result.kind !== 'conflict') continue;
          const sides = result.conflict!;
          expect(sides.reduce((all, one) => all & one.allows, U)).toBe(EMPTY);
          for (const side of sides) {
            const { trail, ...inference } = side;
            expect(result.inferences).toContainEqual(inference);
            const across = !['judgement', 'claim'].includes(side.by);
            expect(trail.length > 0).toBe(across);
            const others = sides.filter((one) => one !== side);
            expect(others.reduce((all, one) => all & one.allows, U)).not.toBe(EMPTY);
          }
        }
      }),
      RUNS,
    );
  });

  it('adding a control that is not implemented never changes a result that was met', () => {
    fc.assert(
      fc.property(anyQuestion, fc.nat({ max: 6 }), (question, at) => {
        const id = question.requirements[at]!.id;
        const idle = control('idle', { implementation: 'none' });
        const more = {
          ...question,
          controls: [...question.controls, idle],
          claims: [...question.claims, claim('idle', 'SUP', id), claim('idle', 'EQ', id)],
        };
        const after = solve(more).results;
        for (const result of resultsOf(question))
          if (result.knowledge === F) expect(after.get(result.id)).toEqual(result);
      }),
      RUNS,
    );
  });

  it('every step of a proof rests on something that was known earlier; a conflict brings its own trail', () => {
    const isGround = (one: Inference) => one.by === 'judgement' || one.by === 'claim';
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { results } = solve(question);
        for (const result of results.values()) {
          const rests = (step: Inference) =>
            step.sources.some((id) => results.get(id)!.inferences.some((one) => one.hops <= step.hops));
          if (result.kind !== 'conflict')
            for (const step of result.inferences) expect(isGround(step) || rests(step)).toBe(true);
          for (const side of result.conflict ?? [])
            expect(isGround(side) || side.trail.some(isGround), JSON.stringify(side)).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe('the questions that the laws were tried on', () => {
  it('reach every kind, so that no law holds for want of cases', () => {
    const kinds = new Set<string>();
    let metAcross = 0;
    for (const question of fc.sample(anyQuestion, { numRuns: 3000, seed: 11 }))
      for (const result of resultsOf(question)) {
        kinds.add(`${result.kind}${result.gapBy ? ` by ${result.gapBy}` : ''}`);
        if (isMet(result) && result.hops > 0) metAcross += 1;
      }
    expect([...kinds].sort()).toEqual([
      'assessed',
      'claimed',
      'conflict',
      'excluded',
      'gap by assessment',
      'gap by claim',
      'gap by inference',
      'indicative',
      'inferred',
      'stale',
      'unclaimed',
      'unknown',
    ]);
    expect(metAcross).toBeGreaterThan(100);
  });
});
