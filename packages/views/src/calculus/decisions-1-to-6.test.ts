import { describe, expect, it } from 'vitest';
import { keyOf } from './knowledge.ts';
import { countNumbers } from './numbers.ts';
import type { Question } from './question.ts';
import { solve } from './solve.ts';
import { ask, capped, claim, control, judged, relation, said } from './testing/questions.ts';

const results = (given: Partial<Question>) => solve(ask(given)).results;
const idle = (id: string) => control(id, { implementation: 'none' });
const Y = { id: 'Y' };

describe('decision 1: hints never enter knowledge and never raise a conflict', () => {
  it.each(['draft', 'scope', 'low confidence', 'proposed', 'rationale'] as const)(
    'given a claim capped by %s, then it is only listed',
    (reason) => {
      const given = {
        requirements: [Y],
        controls: [control('C')],
        claims: [capped(claim('C', 'SUP', 'Y'), reason)],
      };
      expect(said(given)).toEqual(['U', 'unclaimed']);
      expect(results(given).get('Y')!.hints).toMatchObject([{ by: 'claim', reason, suggests: 1 }]);
    },
  );

  it('given a judgement that a capped relation speaks against, then there is no conflict', () => {
    const relations = [capped(relation('X', 'EQ', 'Y'), 'draft'), relation('X', 'REL', 'Y')];
    const given = { requirements: [judged('X', 'F'), judged('Y', 'N')], relations };
    expect(said(given)).toEqual(['N', 'gap', 'assessment']);
    expect(
      results(given)
        .get('Y')!
        .hints.map((hint) => hint.reason),
    ).toEqual(['draft', 'published']);
  });

  it('given a row that says two things are unrelated, then it says nothing and hints nothing', () => {
    const given = { requirements: [judged('X', 'F'), Y], relations: [relation('X', 'DIS', 'Y')] };
    expect(results(given).get('Y')).toMatchObject({ knowledge: 7, inferences: [], hints: [] });
  });
});

describe('decision 2: the closed list is asked last, and informs nobody', () => {
  const claims = [claim('C', 'SUP', 'Y')];

  it('given only claims by controls that are not implemented, then a gap by claim', () => {
    expect(said({ requirements: [Y], controls: [idle('C')], claims })).toEqual(['N', 'gap', 'claim']);
  });

  it('given such a gap, then neither relations nor hints pass it on', () => {
    const relations = [relation('Y', 'EQ', 'Z'), relation('Y', 'REL', 'Z')];
    const given = { requirements: [Y, { id: 'Z' }], controls: [idle('C')], claims, relations };
    expect(said(given, 'Z')).toEqual(['U', 'unclaimed']);
    expect(results(given).get('Z')!.hints).toMatchObject([{ suggests: 7 }]);
  });

  it('given something else that narrows, then the closed list is not asked and cannot conflict', () => {
    const relations = [relation('X', 'EQ', 'Y')];
    expect(said({ requirements: [judged('X', 'F'), Y], controls: [idle('C')], claims, relations })).toEqual([
      'F',
      'inferred',
    ]);
  });

  it('given a lapsed judgement beside it, then stale and not gap', () => {
    expect(said({ requirements: [judged('Y', 'F', true)], controls: [idle('C')], claims })).toEqual([
      'U',
      'stale',
    ]);
  });
});

describe('decision 3: a conflict informs nobody', () => {
  const given = {
    requirements: [judged('Y', 'N'), { id: 'Z' }, { id: 'W' }],
    controls: [control('C')],
    claims: [claim('C', 'SUP', 'Y')],
    relations: [relation('Y', 'EQ', 'Z'), relation('Z', 'REL', 'W'), relation('Y', 'REL', 'W')],
  };

  it('given a claim against a judgement, then conflict with both sides, of a lower kind against a higher', () => {
    const result = results(given).get('Y')!;
    expect([result.knowledge, result.kind]).toEqual([0, 'conflict']);
    expect(result.conflict!.map((side) => [side.by, keyOf(side.allows)])).toEqual([
      ['claim', 'F'],
      ['judgement', 'N'],
    ]);
  });

  it('then others are told nothing, by relation or by hint', () => {
    expect(said(given, 'Z')).toEqual(['U', 'unclaimed']);
    expect(
      results(given)
        .get('W')!
        .hints.map((hint) => keyOf(hint.suggests)),
    ).toEqual(['U', 'U']);
  });

  it('then it counts in the upper bound, not in the lower, and by itself', () => {
    expect(countNumbers(results(given), ['Y'])).toMatchObject({ lower: 0, upper: 1, conflict: 1 });
  });

  it('given two judgements that meet half way, then only the place where they meet is a conflict', () => {
    const requirements = [judged('A', 'F'), { id: 'M' }, judged('B', 'N'), { id: 'Far' }];
    const relations = [relation('A', 'EQ', 'M'), relation('B', 'EQ', 'M'), relation('M', 'EQ', 'Far')];
    const met = { requirements, relations };
    expect(['A', 'M', 'B', 'Far'].map((id) => said(met, id)[1])).toEqual([
      'assessed',
      'conflict',
      'gap',
      'unclaimed',
    ]);
  });

  it('given two judged requirements that are said to be equal, then neither is picked', () => {
    const contrary = {
      requirements: [judged('A', 'F'), judged('B', 'N')],
      relations: [relation('A', 'EQ', 'B')],
    };
    expect([said(contrary, 'A')[1], said(contrary, 'B')[1]]).toEqual(['conflict', 'conflict']);
    const across = results(contrary)
      .get('A')!
      .conflict!.find((side) => side.by === 'relation')!;
    expect(across.trail.map((step) => [step.requirement, step.by])).toEqual([['B', 'judgement']]);
  });

  it('given parts that contradict their whole, then whole and parts are in conflict', () => {
    const requirements = [{ ...judged('W', 'N'), parts: ['A', 'B'] }, judged('A', 'F'), { id: 'B' }];
    expect(said({ requirements }, 'W')[1]).toBe('conflict');
    expect(said({ requirements }, 'A')[1]).toBe('conflict');
    expect(said({ requirements }, 'B')).toEqual(['U', 'unclaimed']);
  });
});

describe('decision 4: a requirement that only a hint speaks for is unclaimed', () => {
  it('given only a crosswalk row, then unclaimed, the hint listed both ways', () => {
    const given = { requirements: [judged('X', 'F'), Y], relations: [relation('X', 'REL', 'Y')] };
    expect(said(given)).toEqual(['U', 'unclaimed']);
    expect(results(given).get('Y')!.hints).toMatchObject([{ sources: ['X'], suggests: 3 }]);
    expect(results(given).get('X')!.hints).toMatchObject([{ sources: ['Y'], suggests: 7 }]);
  });

  it('given a claim whose control is stale, untested or failed, then it is claimed, and not a gap', () => {
    const by = (evidence: 'stale' | 'missing' | 'failed') =>
      said({
        requirements: [Y],
        controls: [control('C', { evidence })],
        claims: [claim('C', 'SUP', 'Y')],
      })[1];
    expect([by('stale'), by('missing'), by('failed')]).toEqual(['stale', 'unknown', 'unknown']);
  });
});

describe('decision 5: over how many relations', () => {
  const chain = {
    requirements: [judged('A', 'F'), { id: 'B' }, { id: 'C' }, { id: 'Part' }, { id: 'D', parts: ['B'] }],
    relations: [relation('A', 'SUP', 'B'), relation('B', 'SUP', 'C')],
  };

  it('given one relation, then inferred; two: true, but indicative and not in the lower bound', () => {
    expect([said(chain, 'B'), said(chain, 'C')]).toEqual([
      ['F', 'inferred'],
      ['F', 'indicative'],
    ]);
    expect(results(chain).get('C')!.hops).toBe(2);
    expect(countNumbers(results(chain), ['C'])).toMatchObject({ met: 0, possible: 1 });
  });

  it('given another limit, then that one counts', () => {
    expect(said({ ...chain, hopLimit: 2 }, 'C')).toEqual(['F', 'inferred']);
    expect(said({ ...chain, hopLimit: 0 }, 'B')).toEqual(['F', 'indicative']);
  });

  it('given whole and parts on the way, then they are no hop', () => {
    expect(said(chain, 'D')).toEqual(['F', 'inferred']);
    expect(results(chain).get('D')).toMatchObject({ hops: 1, inferences: [{ by: 'parts', hops: 1 }] });
    const requirements = [judged('A', 'F'), judged('B', 'F'), { id: 'W', parts: ['A', 'B'] }];
    expect(said({ requirements, hopLimit: 0 }, 'W')).toEqual(['F', 'inferred']);
    const whole = [{ ...judged('W', 'F'), parts: ['A', 'B'] }, { id: 'A' }, { id: 'B' }];
    expect(said({ requirements: whole, hopLimit: 0 }, 'A')).toEqual(['F', 'inferred']);
  });

  it('given a claim that only contributes, then what a relation proves is inferred, not claimed', () => {
    const controls = [control('C')];
    expect(said({ ...chain, controls, claims: [claim('C', 'INT', 'B')] }, 'B')).toEqual(['F', 'inferred']);
    expect(said({ ...chain, controls, claims: [claim('C', 'EQ', 'B')] }, 'B')).toEqual(['F', 'claimed']);
  });

  it('given a shorter and a longer way, then the shorter counts', () => {
    const relations = [...chain.relations, relation('A', 'SUP', 'C')];
    expect(said({ ...chain, relations }, 'C')).toEqual(['F', 'inferred']);
  });
});

describe('decision 6: failed is not stale', () => {
  const by = (evidence: 'stale' | 'failed') => ({
    requirements: [Y],
    controls: [control('C', { evidence })],
    claims: [claim('C', 'SUP', 'Y')],
  });

  it('given evidence that ran out, then stale with the old value; given a failing result, then unknown', () => {
    expect(results(by('stale')).get('Y')).toMatchObject({ kind: 'stale', knowledge: 7, formerly: 1 });
    expect(results(by('failed')).get('Y')!.kind).toBe('unknown');
    expect(results(by('failed')).get('Y')!.formerly).toBeUndefined();
  });

  it('given a lapse elsewhere, then what rested on it is stale too', () => {
    const given = { requirements: [judged('X', 'F', true), Y], relations: [relation('X', 'INT', 'Y')] };
    expect(results(given).get('Y')).toMatchObject({ kind: 'stale', formerly: 3 });
  });

  it('given that something narrower than U is left, then that prints, with the old value beside it', () => {
    const given = by('stale');
    const claims = [...given.claims, claim('D', 'INT', 'Y')];
    const result = results({ ...given, claims, controls: [...given.controls, control('D')] }).get('Y');
    expect(result).toMatchObject({ kind: 'indicative', knowledge: 3, formerly: 1 });
  });
});
