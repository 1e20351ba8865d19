import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextOf, type Standing, stepsOf } from './steps.ts';

const nothing: Standing = {
  isScopeStated: false,
  frameworks: [],
  entities: { of: 0, known: 0 },
  controls: { of: 0, confirmed: 0, operating: 0, partly: 0, shown: 0 },
};
const controls = { of: 10, confirmed: 10, operating: 10, partly: 0, shown: 10 };
const statement = { of: 93, decided: 93, errors: 0, warnings: 2, versions: 1 };
const everything: Standing = {
  isScopeStated: true,
  frameworks: ['iso27001-2022', 'nist-csf-2.0'],
  entities: { of: 1, known: 1 },
  controls,
  statement,
  profile: { of: 106, targets: 106 },
};
const next = (standing: Standing) => nextOf(stepsOf(standing))?.name;
const stateOf = (standing: Standing, name: string) =>
  stepsOf(standing).find((step) => step.name === name)?.state;

describe('the steps to a first statement and profile', () => {
  it('given nothing, then the scope is next; given everything, then nothing is', () => {
    expect(next(nothing)).toBe('scope');
    expect(next(everything)).toBeUndefined();
    expect(stepsOf(everything).every(({ state }) => state === 'done')).toBe(true);
  });

  it('given ISO/IEC 27001 or CSF is not adopted, then their steps are not asked for', () => {
    const { statement: _statement, profile: _profile, ...neither } = everything;
    const names = stepsOf(neither).map(({ name }) => name);
    for (const absent of ['applicability', 'checks', 'published', 'profile'])
      expect(names).not.toContain(absent);
  });

  it('given what was only begun, then it stays next until it is done', () => {
    const begun = {
      ...everything,
      controls: { ...controls, confirmed: 4 },
      statement: { ...statement, decided: 0, versions: 0 },
    };
    expect(stateOf(begun, 'claims')).toBe('begun');
    expect(next(begun)).toBe('claims');
  });

  it('given no controls, then nothing that rests on them is next', () => {
    const bare = { ...everything, controls: nothing.controls };
    expect(next(bare)).toBe('controls');
    expect(stepsOf(bare).find(({ name }) => name === 'claims')?.after).toBe('controls');
  });

  it('given errors of the statement are open, then they stand before its publication', () => {
    const open = { ...everything, statement: { ...statement, errors: 3, versions: 0 } };
    expect(next(open)).toBe('checks');
    expect(stepsOf(open).find(({ name }) => name === 'published')).toMatchObject({
      state: 'todo',
      after: 'checks',
    });
  });

  it('given controls that are partly in practice, then that was begun, not done', () => {
    expect(
      stateOf({ ...everything, controls: { ...controls, operating: 0, partly: 3 } }, 'implementation'),
    ).toBe('begun');
  });

  it('given any counts, then no step is done that counts fewer than all, and the next is never a done one', () => {
    const upTo = (of: number) => fc.integer({ min: 0, max: of });
    const some = fc.record({
      isScopeStated: fc.boolean(),
      confirmed: upTo(10),
      operating: upTo(10),
      shown: upTo(10),
      decided: upTo(93),
      errors: upTo(5),
      targets: upTo(106),
    });
    fc.assert(
      fc.property(some, ({ isScopeStated, confirmed, operating, shown, decided, errors, targets }) => {
        const steps = stepsOf({
          ...everything,
          isScopeStated,
          controls: { of: 10, partly: 0, confirmed, operating, shown },
          statement: { ...statement, decided, errors },
          profile: { of: 106, targets },
        });
        for (const { name, state, count, of } of steps)
          if (state === 'done' && name !== 'checks') expect(count).toBe(of);
        const found = nextOf(steps);
        expect(found?.state).not.toBe('done');
        expect(found === undefined).toBe(steps.every(({ state }) => state === 'done'));
      }),
    );
  });
});
