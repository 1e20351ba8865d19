import { describe, expect, it } from 'vitest';
import { countNumbers } from './numbers.ts';
import type { Question } from './question.ts';
import { solve } from './solve.ts';
import { ask, capped, claim, control, judged, relation, said } from './testing/questions.ts';

const results = (given: Partial<Question>) => solve(ask(given)).results;
const idle = (id: string) => control(id, { implementation: 'none' });
const Y = { id: 'Y' };

describe('decision 7: a partly implemented control needs fresh evidence too', () => {
  const by = (evidence: 'fresh' | 'missing', relationName: 'EQ' | 'SUB' | 'SUP' | 'INT') =>
    said({
      requirements: [Y],
      controls: [control('C', { implementation: 'partly', evidence })],
      claims: [claim('C', relationName, 'Y')],
    });

  it('given fresh evidence, then at least partly through EQ and SUB, else nothing', () => {
    expect([by('fresh', 'EQ'), by('fresh', 'SUB')]).toEqual([
      ['FP', 'indicative'],
      ['FP', 'indicative'],
    ]);
    expect([by('fresh', 'SUP'), by('fresh', 'INT')]).toEqual([
      ['U', 'unknown'],
      ['U', 'unknown'],
    ]);
  });

  it('given none, then nothing', () => {
    expect(by('missing', 'EQ')).toEqual(['U', 'unknown']);
  });
});

describe('decision 8: when the closed list speaks', () => {
  const requirements = [{ id: 'W', parts: ['A', 'B'] }, { id: 'A' }, { id: 'B' }];
  const untested = control('T', { evidence: 'missing' });

  it('given one implemented control among the claims, then it is silent', () => {
    const controls = [idle('C'), control('D', { implementation: 'partly', evidence: 'missing' })];
    const claims = [claim('C', 'SUP', 'Y'), claim('D', 'INT', 'Y')];
    expect(said({ requirements: [Y], controls, claims })).toEqual(['U', 'unknown']);
  });

  it('given a claim on the whole, then it counts for the parts', () => {
    const claims = [claim('C', 'SUP', 'W')];
    expect(said({ requirements, controls: [idle('C')], claims }, 'A')).toEqual(['N', 'gap', 'claim']);
    const both = [...claims, claim('T', 'SUP', 'W'), claim('C', 'SUP', 'A')];
    expect(said({ requirements, controls: [idle('C'), untested], claims: both }, 'A')).toEqual([
      'U',
      'unknown',
    ]);
  });

  it('given a claim on a part, then it counts for the whole, and not for its sister', () => {
    const claims = [claim('C', 'SUP', 'A')];
    expect(said({ requirements, controls: [idle('C')], claims }, 'W')).toEqual(['N', 'gap', 'claim']);
    expect(said({ requirements, controls: [idle('C')], claims }, 'B')).toEqual(['U', 'unclaimed']);
  });

  it('given a confirmed claim of an implemented control that a gate keeps a hint, then it is silent', () => {
    for (const gate of ['low confidence', 'scope'] as const) {
      const claims = [claim('C', 'SUP', 'Y'), capped(claim('D', 'SUP', 'Y'), gate)];
      const given = { requirements: [Y], controls: [idle('C'), control('D')], claims };
      expect(said(given)).toEqual(['U', 'unknown']);
    }
  });

  it('given that an implemented control only has a proposed claim, then the closed list speaks', () => {
    const claims = [claim('C', 'SUP', 'Y'), capped(claim('D', 'SUP', 'Y'), 'proposed')];
    expect(said({ requirements: [Y], controls: [idle('C'), control('D')], claims })).toEqual([
      'N',
      'gap',
      'claim',
    ]);
  });
});

describe('decision 9: judgements lapse only when positive', () => {
  it.each(['N', 'P'] as const)('given %s past its validity, then it stands', (state) => {
    expect(said({ requirements: [judged('Y', state, true)] })).toEqual([state, 'gap', 'assessment']);
  });

  it('given F past its validity, then stale, with the old value', () => {
    expect(results({ requirements: [judged('Y', 'F', true)] }).get('Y')).toMatchObject({
      kind: 'stale',
      knowledge: 7,
      formerly: 1,
    });
  });

  it('given F lapsed beside a claim that holds, then it is met by claim', () => {
    const given = {
      requirements: [judged('Y', 'F', true)],
      controls: [control('C')],
      claims: [claim('C', 'SUP', 'Y')],
    };
    expect(said(given)).toEqual(['F', 'claimed']);
  });
});

describe('decision 10: evidence within grace counts as fresh', () => {
  it('given evidence that is due, then the claim holds', () => {
    const controls = [control('C', { evidence: 'due' })];
    expect(said({ requirements: [Y], controls, claims: [claim('C', 'SUP', 'Y')] })).toEqual(['F', 'claimed']);
  });
});

describe('decision 11: own relations inform both ways', () => {
  it('given X SUB Y and Y met, then X is met', () => {
    const given = { requirements: [judged('Y', 'F'), { id: 'X' }], relations: [relation('X', 'SUB', 'Y')] };
    expect(said(given, 'X')).toEqual(['F', 'inferred']);
  });

  it('given a joint relation, then backwards it tells of the union, and through it of a member', () => {
    const requirements = [{ id: 'X1' }, { id: 'X2' }, judged('Y', 'F')];
    const back = (name: 'SUB' | 'SUP') => ({ requirements, relations: [relation(['X1', 'X2'], name, 'Y')] });
    expect(said(back('SUB'), 'X1')).toEqual(['F', 'inferred']);
    expect(said(back('SUP'), 'X1')).toEqual(['U', 'unclaimed']);
    expect(results(back('SUB')).get('X1')!.inferences).toMatchObject([
      { sources: ['Y'], relation: 'SUP', union: ['X1', 'X2'], hops: 1 },
    ]);
  });
});

describe('decision 12: the excluded and the retired', () => {
  it('given an excluded requirement, then it leaves n, and no relation passes through it', () => {
    const given = {
      requirements: [{ ...judged('X', 'F'), excluded: true }, Y, judged('Z', 'F')],
      relations: [relation('X', 'EQ', 'Y'), relation(['X', 'Z'], 'SUP', 'Y'), relation('X', 'REL', 'Y')],
    };
    expect(results(given).get('Y')).toMatchObject({ kind: 'unclaimed', hints: [] });
    expect(results(given).get('X')).toMatchObject({ kind: 'excluded', inferences: [] });
    expect(countNumbers(results(given), ['X', 'Y', 'Z'])).toMatchObject({ n: 2, excluded: 1 });
  });

  it('given an excluded part, then the whole is what remains', () => {
    const requirements = [
      { id: 'W', parts: ['A', 'B'] },
      judged('A', 'F'),
      { ...judged('B', 'N'), excluded: true },
    ];
    expect(said({ requirements }, 'W')).toEqual(['F', 'inferred']);
  });

  it('given that every part is excluded, then a heading leaves too, upwards, and an assessable whole stays', () => {
    const out = { id: 'A', excluded: true };
    const heading = { id: 'W', parts: ['A'], assessable: false };
    const above = { id: 'V', parts: ['W'], assessable: false };
    expect(said({ requirements: [above, heading, out] }, 'V')[1]).toBe('excluded');
    expect(said({ requirements: [{ id: 'W', parts: ['A'] }, out] }, 'W')[1]).toBe('unclaimed');
  });

  it('given a part that the question does not have, then the parts say nothing of the whole', () => {
    const requirements = [{ id: 'W', parts: ['A', 'elsewhere'] }, judged('A', 'F')];
    expect(said({ requirements }, 'W')).toEqual(['U', 'unclaimed']);
    const judgedWhole = [{ ...judged('W', 'F'), parts: ['A', 'elsewhere'] }, { id: 'A' }];
    expect(said({ requirements: judgedWhole }, 'A')).toEqual(['F', 'inferred']);
  });

  it('given a retired control, then its claims are gone, joint ones too', () => {
    const claims = [claim('gone', 'SUP', 'Y'), claim(['C', 'gone'], 'SUP', 'Y')];
    expect(said({ requirements: [Y], controls: [control('C')], claims })).toEqual(['U', 'unclaimed']);
  });
});

describe('decision 13: members of a joint claim', () => {
  const claims = [claim(['C', 'D'], 'SUP', 'Y')];

  it('given one member that is not implemented, then the joint claim proves nothing and is no gap', () => {
    expect(said({ requirements: [Y], controls: [control('C'), idle('D')], claims })).toEqual([
      'U',
      'unknown',
    ]);
  });

  it('given a member whose condition of use does not hold, then it is struck', () => {
    const controls = [control('C'), control('D', { inUse: false, implementation: 'none' })];
    expect(said({ requirements: [Y], controls, claims })).toEqual(['F', 'claimed']);
    expect(results({ requirements: [Y], controls, claims }).get('Y')!.inferences).toMatchObject([
      { sources: ['C'] },
    ]);
  });

  it('given a member named twice, then it is one member', () => {
    const twice = { requirements: [Y], controls: [control('C')], claims: [claim(['C', 'C'], 'SUP', 'Y')] };
    expect(results(twice).get('Y')!.inferences).toMatchObject([{ sources: ['C'] }]);
  });

  it('given that no member is left, then the claim is gone', () => {
    const controls = [control('C', { inUse: false }), control('D', { inUse: false })];
    expect(said({ requirements: [Y], controls, claims })).toEqual(['U', 'unclaimed']);
    expect(said({ requirements: [Y], controls, claims: [claim('C', 'SUP', 'Y')] })).toEqual([
      'U',
      'unclaimed',
    ]);
  });
});
