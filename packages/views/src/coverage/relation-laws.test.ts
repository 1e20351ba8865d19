import type { Story } from '@concord/programme/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countNumbers, F, isMet, type Result, U } from '../calculus/index.ts';
import { relationBetween, stateIn } from '../calculus/testing/worlds.ts';
import { csf, exclude, iso, judge, regulation, start } from '../testing/library.ts';
import { aspectOf, draft, relate } from '../testing/relations.ts';
import { type Coverage, workOutCoverage } from './coverage.ts';

type Place = readonly [framework: string, requirement: string];

/** Three frameworks; RC.CO is made of two of them, section 11 of three and others. */
const places: readonly Place[] = [
  [iso, 'A.5.15'],
  [iso, 'A.5.16'],
  [csf, 'RC.CO-03'],
  [csf, 'RC.CO-04'],
  [csf, 'PR.AA-05'],
  [regulation, '11.1'],
  [regulation, '11.2'],
];
const frameworks = [iso, csf, regulation];
const judgementOf = { F: 'met', P: 'partly', N: 'not-met' } as const;
const inverse = { EQ: 'EQ', SUP: 'SUB', SUB: 'SUP', INT: 'INT', DIS: 'DIS' } as const;

interface Related {
  readonly from: readonly number[];
  readonly to: number;
  readonly relation: keyof typeof inverse;
}

interface Told {
  readonly judged: readonly ('F' | 'P' | 'N' | undefined)[];
  readonly excluded: readonly number[];
  readonly relations: readonly Related[];
  readonly hops: number;
}

const place = fc.nat({ max: places.length - 1 });
const sameEnds = (one: Related, other: Related) => {
  const ends = ({ from, to }: Related) => [[...from].sort().join(), String(to)].sort().join('|');
  return ends(one) === ends(other);
};

/** What may be stated: ends differ, and of the same ends one relation only. */
function statable(relations: readonly Related[]): Related[] {
  const apart = relations.filter(({ from, to }) => !from.includes(to));
  return apart.filter((each, at) => apart.findIndex((other) => sameEnds(each, other)) === at);
}

const anyTold: fc.Arbitrary<Told> = fc.record({
  judged: fc.array(fc.constantFrom('F', 'F', 'P', 'N', undefined, undefined), {
    minLength: places.length,
    maxLength: places.length,
  }),
  excluded: fc.oneof(fc.constant([]), fc.subarray([1, 5, 6], { maxLength: 1 })),
  relations: fc
    .array(
      fc.record({
        from: fc.uniqueArray(place, { minLength: 1, maxLength: 2 }),
        to: place,
        relation: fc.constantFrom('EQ', 'EQ', 'SUP', 'SUP', 'SUB', 'INT', 'DIS'),
      }),
      { maxLength: 7 },
    )
    .map(statable),
  hops: fc.nat({ max: 3 }),
});

const at = (index: number) => places[index] as Place;

function stateThe(story: Story, { from, to, relation }: Related, said: object = {}): void {
  relate(story, from.map(at), [relation, at(to)], said);
}

function tell({ judged, excluded, relations, hops }: Told): Story {
  const story = start(...frameworks).on('2026-01-10');
  judged.forEach((state, index) => {
    if (state) judge(story, at(index), { judgement: judgementOf[state] });
  });
  for (const index of excluded) exclude(story, at(index));
  if (hops !== 1) story.done('relations limit', { hops });
  for (const each of relations) stateThe(story, each);
  return story;
}

const covered = (story: Story): Coverage[] =>
  frameworks.map((framework) => workOutCoverage(story.programme, aspectOf(story, framework)));
const resultsOf = (story: Story): Result[] => covered(story).flatMap(({ results }) => [...results.values()]);

/** All that is said of a requirement but the ids of records, which depend on the order. */
const brief = ({ id, states, kind, hops, gapBy, formerly, inferences, conflict }: Result) => ({
  id,
  states,
  kind,
  hops,
  gapBy,
  formerly,
  from: inferences
    .map(({ by, sources, relation, allows }) => [by, ...sources, relation, allows].join())
    .sort(),
  sides: conflict?.length,
});
/** What is known, without how it is known. */
const known = ({ id, states, kind }: Result) => ({ id, states, kind });

const runs = { numRuns: 60 };

describe('laws of results over own relations, from the facts on', () => {
  it('law 1: given only true statements, then the true state is among those left in every framework', () => {
    const world = fc.record({
      satisfied: fc.integer({ min: 0, max: 31 }),
      atoms: fc.array(fc.integer({ min: 1, max: 31 }), { minLength: 7, maxLength: 7 }),
      told: anyTold,
    });
    fc.assert(
      fc.property(world, ({ satisfied, atoms, told }) => {
        const truth = (index: number) => stateIn(atoms[index] as number, satisfied);
        const union = (from: readonly number[]) =>
          from.reduce((all, each) => all | (atoms[each] as number), 0);
        const judged = told.judged.map((state, index) => state && truth(index));
        const relations = told.relations.map((each) => ({
          ...each,
          relation: relationBetween(union(each.from), atoms[each.to] as number),
        }));
        const results = new Map(
          covered(tell({ ...told, judged, relations })).flatMap(({ results }) => [...results]),
        );
        places.forEach(([, id], index) => {
          const result = results.get(id) as Result;
          expect(result.kind).not.toBe('conflict');
          if (result.kind === 'excluded') return;
          expect(result.states).toContain(truth(index));
          if (isMet(result)) expect(truth(index)).toBe('F');
        });
      }),
      runs,
    );
  });

  it('law 3: a relation stated the other way round says the same, and keeps the original state possible', () => {
    fc.assert(
      fc.property(anyTold, (told) => {
        const turned = told.relations.map((each) =>
          each.from.length > 1
            ? each
            : { from: [each.to], to: each.from[0] as number, relation: inverse[each.relation] },
        );
        expect(resultsOf(tell({ ...told, relations: turned })).map(brief)).toEqual(
          resultsOf(tell(told)).map(brief),
        );
      }),
      runs,
    );
  });

  it('law 4: stated again after it was withdrawn, or a source named twice, changes nothing', () => {
    fc.assert(
      fc.property(anyTold, (told) => {
        const story = tell({ ...told, relations: [] });
        for (const { from, ...rest } of told.relations) {
          const twice = { from: [...from, ...from], ...rest };
          const id = draft(story, twice.from.map(at), [rest.relation, at(rest.to)]);
          story.done('relations withdraw', { relationId: id, reason: 'Once more' });
          stateThe(story, twice);
        }
        expect(resultsOf(story).map(brief)).toEqual(resultsOf(tell(told)).map(brief));
      }),
      runs,
    );
  });

  it('law 5: the order in which relations and judgements were recorded does not matter', () => {
    const anyOrder = anyTold.chain((told) =>
      fc
        .shuffledSubarray([...told.relations], { minLength: told.relations.length })
        .map((relations) => ({ told, relations })),
    );
    fc.assert(
      fc.property(anyOrder, ({ told, relations }) => {
        const story = tell({ ...told, judged: told.judged.map(() => undefined), relations });
        told.judged
          .map((state, index) => [state, index] as const)
          .reverse()
          .forEach(([state, index]) => {
            if (state) judge(story, at(index), { judgement: judgementOf[state] });
          });
        expect(resultsOf(story).map(brief)).toEqual(resultsOf(tell(told)).map(brief));
      }),
      runs,
    );
  });

  it('law 6: over equals the same is known at both ends', () => {
    fc.assert(
      fc.property(anyTold, place, place, (told, one, other) => {
        fc.pre(one !== other);
        const equal = { from: [one], to: other, relation: 'EQ' } as const;
        const relations = [equal, ...told.relations.filter((each) => !sameEnds(each, equal))];
        const results = new Map(
          covered(tell({ ...told, excluded: [], relations })).flatMap(({ results }) => [...results]),
        );
        const [left, right] = [one, other].map((index) => results.get(at(index)[1]) as Result);
        fc.pre(left?.kind !== 'conflict' && right?.kind !== 'conflict');
        expect(left?.states).toEqual(right?.states);
      }),
      runs,
    );
  });

  it('laws 8 and 9: overlaps alone never make anything met, nor raise the lower bound', () => {
    fc.assert(
      fc.property(anyTold, (told) => {
        const relations = told.relations.map((each) => ({ ...each, relation: 'INT' as const }));
        const without = covered(tell({ ...told, relations: [] }));
        covered(tell({ ...told, relations })).forEach((coverage, index) => {
          const before = without[index] as Coverage;
          const met = ({ results }: Coverage) => countNumbers(results, results.keys()).met;
          expect(met(coverage)).toBeLessThanOrEqual(met(before));
          for (const { id, knowledge } of coverage.results.values())
            if (knowledge === F) expect(before.results.get(id)?.knowledge).toBe(F);
        });
      }),
      runs,
    );
  });

  it('law 12: conflict is said exactly where the inferences leave nothing, on every side of it', () => {
    fc.assert(
      fc.property(anyTold, (told) => {
        for (const { kind, inferences, conflict = [] } of resultsOf(tell(told))) {
          if (kind === 'excluded') continue;
          const left = inferences.reduce((all, { allows }) => all & allows, U);
          expect(left === 0).toBe(kind === 'conflict');
          if (kind !== 'conflict') continue;
          expect(conflict.length).toBeGreaterThan(1);
          for (const side of conflict)
            expect(side.by === 'judgement' || side.trail.some(({ by }) => by === 'judgement')).toBe(true);
        }
      }),
      runs,
    );
  });

  it('the same is known of a requirement, whichever of the joined frameworks was asked about', () => {
    fc.assert(
      fc.property(anyTold, (told) => {
        const all = covered(tell(told));
        for (const { aspect, joined, solution } of all)
          for (const { id, framework, requirement } of joined.others.values()) {
            const there = all
              .find((each) => each.aspect.framework.id === framework)
              ?.results.get(requirement);
            const here = solution.results.get(id) as Result;
            expect([aspect.framework.id, here.kind, here.states]).toEqual([
              aspect.framework.id,
              there?.kind,
              there?.states,
            ]);
          }
      }),
      runs,
    );
  });

  it('drafts, low confidence and one-sided ones by words alone never change what is known', () => {
    const said = fc.constantFrom<object | undefined>(
      undefined,
      { confidence: 'low' },
      { rationaleKind: 'syntactic' },
    );
    fc.assert(
      fc.property(anyTold, said, (told, how) => {
        const story = tell({ ...told, relations: [] });
        const before = resultsOf(story).map(known);
        for (const each of told.relations) {
          const words = how !== undefined && 'rationaleKind' in how;
          const relation = words && each.relation !== 'SUB' ? 'SUP' : each.relation;
          if (how) stateThe(story, { ...each, relation }, how);
          else draft(story, each.from.map(at), [relation, at(each.to)]);
        }
        expect(resultsOf(story).map(known)).toEqual(before);
      }),
      runs,
    );
  });

  it('an excluded requirement informs nobody: it is as if nothing were stated of it', () => {
    fc.assert(
      fc.property(anyTold, fc.constantFrom(1, 5, 6), (told, gone) => {
        const relations = told.relations.filter(({ from, to }) => ![...from, to].includes(gone));
        const excluded = [gone];
        expect(resultsOf(tell({ ...told, excluded })).map(brief)).toEqual(
          resultsOf(tell({ ...told, excluded, relations })).map(brief),
        );
      }),
      runs,
    );
  });

  it('beyond the limit of hops nothing counts as met, and the limit changes nothing that is known', () => {
    fc.assert(
      fc.property(anyTold, (told) => {
        const limited = resultsOf(tell(told));
        for (const result of limited) if (isMet(result)) expect(result.hops).toBeLessThanOrEqual(told.hops);
        const wide = resultsOf(tell({ ...told, hops: 3 }));
        expect(limited.map(({ id, knowledge }) => [id, knowledge])).toEqual(
          wide.map(({ id, knowledge }) => [id, knowledge]),
        );
      }),
      runs,
    );
  });

  it('what is told reaches inference over one hop and more, conflicts and hints (or the laws would prove nothing)', () => {
    const seen = new Set<string>();
    for (const told of fc.sample(anyTold, { numRuns: 400, seed: 3 }))
      for (const { kind, hops, gapBy, inferences } of resultsOf(tell(told))) {
        const across = inferences.some(({ by }) => by === 'relation');
        if (across) seen.add(`${kind}${gapBy ? ` by ${gapBy}` : ''} over ${Math.min(hops, 2)}`);
        if (inferences.some(({ union }) => union)) seen.add('through a union');
        if (inferences.some(({ by, sources }) => by === 'relation' && sources.length > 1))
          seen.add('jointly');
      }
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'inferred over 1',
        'inferred over 2',
        'indicative over 1',
        'indicative over 2',
        'gap by inference over 1',
        'conflict over 1',
        'through a union',
        'jointly',
      ]),
    );
  });
});
