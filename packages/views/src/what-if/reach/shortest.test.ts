import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../pauses/in-parts.ts';
import { byPrices, byShares, demandsOn, missingOf } from './bound.ts';
import { Closure } from './closure.ts';
import { greedyList, inOrderOfGain, pruned, satisfies } from './greedy.ts';
import type { Problem, Rule } from './rules.ts';
import { shortestList } from './shortest.ts';
import { simplified } from './simplify.ts';

const controls = 7;
const nodes = 8;
const place = fc.nat({ max: controls - 1 });
const node = fc.nat({ max: nodes - 1 });

const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      needs: fc.uniqueArray(place, { maxLength: 3 }),
      from: fc.constant([]),
      gives: node,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      needs: fc.uniqueArray(place, { maxLength: 1 }),
      from: fc.uniqueArray(node, { minLength: 1, maxLength: 3 }),
      gives: node,
    }),
  },
);
const anyWish = fc.record({
  nodes: fc.uniqueArray(node, { minLength: 1, maxLength: nodes }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** Any small problem; what is wanted is as much as all controls together meet, or a share of it. */
const anyProblem: fc.Arbitrary<Problem> = fc
  .record({
    rules: fc.array(anyRule, { minLength: 4, maxLength: 16 }),
    wishes: fc.array(anyWish, { minLength: 1, maxLength: 2 }),
  })
  .map(({ rules, wishes }) => {
    const most = meets({ rules }, [...Array(controls).keys()]);
    const wanted = wishes.map(({ nodes: of, share }) => {
      const reachable = of.filter((each) => most.has(each)).length;
      return { nodes: of, atLeast: share < 0.3 ? Math.ceil(reachable * share * 3) : reachable };
    });
    return { controls, nodes, rules, wanted };
  });

/** Said another way: every rule again and again until nothing follows. */
function meets({ rules }: Pick<Problem, 'rules'>, list: readonly number[]): Set<number> {
  const met = new Set<number>();
  for (let before = -1; before < met.size; ) {
    before = met.size;
    for (const { needs, from, gives } of rules) {
      if (needs.every((each) => list.includes(each)) && from.every((each) => met.has(each))) met.add(gives);
    }
  }
  return met;
}

function isEnough(problem: Problem, list: readonly number[]): boolean {
  const met = meets(problem, list);
  return problem.wanted.every(
    ({ nodes: of, atLeast }) => of.filter((each) => met.has(each)).length >= atLeast,
  );
}

const subsets = Array.from({ length: 2 ** controls }, (_, bits) =>
  [...Array(controls).keys()].filter((at) => (bits & (1 << at)) !== 0),
).sort((one, other) => one.length - other.length);

function shortestByTrial(problem: Problem, among = subsets): number {
  return among.find((list) => isEnough(problem, list))?.length ?? -1;
}

describe('the shortest list', () => {
  it('given any small problem, is as short as trying all of them finds, and says so', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const { list, fewest } = atOnce(shortestList(atOnce(simplified(problem))))!;
        expect(isEnough(problem, list)).toBe(true);
        expect([list.length, fewest]).toEqual([shortestByTrial(problem), list.length]);
      }),
      { numRuns: 600 },
    );
  });

  it('given no step to search, is never longer than it says, and no list is shorter than its bound', () => {
    let loose = 0;
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const { list, fewest } = atOnce(shortestList(problem, -1))!;
        const best = shortestByTrial(problem);
        expect(isEnough(problem, list)).toBe(true);
        expect(fewest).toBeLessThanOrEqual(best);
        expect(list.length).toBeGreaterThanOrEqual(best);
        if (list.length > fewest) loose += 1;
      }),
      { numRuns: 600 },
    );
    expect(loose).toBeLessThan(300);
  });

  it('given some controls chosen and others out of the question, each bound holds for what is left', () => {
    fc.assert(
      fc.property(
        anyProblem,
        fc.array(fc.constantFrom('in', 'out', 'open', 'open'), { minLength: controls, maxLength: controls }),
        (problem, said) => {
          const all = [...Array(controls).keys()];
          const [chosen, open] = ['in', 'open'].map((word) => all.filter((each) => said[each] === word)) as [
            number[],
            number[],
          ];
          const closure = new Closure(problem);
          closure.addAll(chosen);
          const left = subsets.filter((list) => list.every((each) => open.includes(each)));
          const best = left.find((list) => isEnough(problem, [...chosen, ...list]))?.length;
          fc.pre(best !== undefined);
          const [demands, missing] = [atOnce(demandsOn(closure, open)), missingOf(closure)];
          expect(byShares(demands, missing)).toBeLessThanOrEqual(best as number);
          expect(byPrices(demands, missing)).toBeLessThanOrEqual(best as number);
          for (const { node: of, controls: part, atLeast } of demands) {
            const without = open.filter((each) => !part.includes(each));
            expect(meets(problem, [...chosen, ...without]).has(of)).toBe(false);
            const few = left.filter((list) => meets(problem, [...chosen, ...list]).has(of))[0] ?? [];
            expect(atLeast).toBeLessThanOrEqual(few.length);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('given what gains most first and leads astray, is still found; without a search the gap is told', () => {
    const covers = [
      [0, 1, 2, 3, 7, 8, 9, 10],
      [4, 5, 11, 12],
      [6, 13],
      [0, 1, 2, 3, 4, 5, 6],
      [7, 8, 9, 10, 11, 12, 13],
    ];
    const rules = covers.flatMap((all, control) =>
      all.map((gives) => ({ needs: [control], from: [], gives })),
    );
    const wanted = [{ nodes: [...Array(14).keys()], atLeast: 14 }];
    const problem = { controls: 5, nodes: 14, rules, wanted };
    const found = atOnce(shortestList(problem));
    expect([[...(found?.list ?? [])].sort(), found?.fewest]).toEqual([[3, 4], 2]);
    expect(atOnce(shortestList(problem, -1))).toEqual({ list: [0, 1, 2], fewest: 2 });
  });

  it('is nothing where nothing is missing, and none where all controls do not do', () => {
    const rules = [{ needs: [0], from: [], gives: 0 }];
    const wanted = (atLeast: number) => [{ nodes: [0, 1], atLeast }];
    expect(atOnce(shortestList({ controls: 1, nodes: 2, rules, wanted: wanted(0) }))).toEqual({
      list: [],
      fewest: 0,
    });
    expect(atOnce(shortestList({ controls: 1, nodes: 2, rules, wanted: wanted(2) }))).toBeUndefined();
  });
});

describe('what is met', () => {
  it('given any additions and any taken back, is what follows from those that are left', () => {
    fc.assert(
      fc.property(
        anyProblem,
        fc.array(place, { maxLength: 6 }),
        fc.array(place, { maxLength: 6 }),
        (problem, kept, undone) => {
          const closure = new Closure(problem);
          closure.addAll(kept);
          const mark = closure.mark;
          const before = [...closure.counts];
          closure.addAll(undone);
          closure.without(0, undone);
          closure.back(mark);
          const met = [...closure.met.keys()].filter((each) => closure.met[each] === 1);
          expect(new Set(met)).toEqual(meets(problem, kept));
          expect(closure.counts).toEqual(before);
          expect(closure.satisfied).toBe(isEnough(problem, kept));
        },
      ),
    );
  });

  it('given rules that go round, is the same without them', () => {
    fc.assert(
      fc.property(anyProblem, fc.uniqueArray(place), (problem, list) => {
        const wanted = new Set(problem.wanted.flatMap(({ nodes: of }) => of));
        const met = (rules: readonly Rule[]) =>
          [...meets({ rules }, list)].filter((each) => wanted.has(each)).sort();
        expect(met(atOnce(simplified(problem)).rules)).toEqual(met(problem.rules));
      }),
    );
    const round: Problem = {
      controls: 1,
      nodes: 3,
      rules: [
        { needs: [0], from: [], gives: 0 },
        { needs: [], from: [0, 1], gives: 2 },
        { needs: [], from: [2], gives: 0 },
        { needs: [], from: [2], gives: 1 },
      ],
      wanted: [{ nodes: [0, 1], atLeast: 1 }],
    };
    expect(atOnce(simplified(round)).rules).toEqual([{ needs: [0], from: [], gives: 0 }]);
  });
});

describe('the order of gain', () => {
  it('given any list without anything needless, names each of it once, and those of use together beside each other', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const closure = new Closure(problem);
        const list = atOnce(pruned(closure, atOnce(greedyList(closure))!));
        for (const each of list)
          expect(
            satisfies(
              closure,
              list.filter((other) => other !== each),
            ),
          ).toBe(false);
        const moves = atOnce(inOrderOfGain(problem, list));
        expect(moves.flat().sort()).toEqual([...list].sort());
      }),
    );
  });

  it('puts first what gains most for each control', () => {
    const rules = [
      { needs: [0], from: [], gives: 0 },
      { needs: [1], from: [], gives: 1 },
      { needs: [1], from: [], gives: 2 },
      ...[3, 4, 5, 6].map((gives) => ({ needs: [2, 3], from: [], gives })),
    ];
    const problem = { controls: 4, nodes: 7, rules, wanted: [{ nodes: [0, 1, 2, 3, 4, 5, 6], atLeast: 7 }] };
    expect(atOnce(inOrderOfGain(problem, [0, 1, 2, 3]))).toEqual([[2, 3], [1], [0]]);
  });
});
