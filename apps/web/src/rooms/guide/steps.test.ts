import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aimOf, nextOf, type Standing, stepsOf } from './steps.ts';

const nothing: Standing = {
  isScopeStated: false,
  frameworks: [],
  entities: { of: 0, known: 0 },
  controls: { of: 0, idle: 0, owned: 0, operating: 0, partly: 0, unconfirmed: 0, shown: 0 },
  proposals: { claims: 0, frameworks: [] },
};
const controls = { of: 10, idle: 2, owned: 10, operating: 8, partly: 0, unconfirmed: 0, shown: 8 };
/** As the set-up leaves it: everything planned, nobody answers for anything, and nothing is confirmed. */
const planned = { ...nothing.controls, of: 10 };
const statement = { of: 93, decided: 93, errors: 0, warnings: 2, versions: 1 };
const everything: Standing = {
  isScopeStated: true,
  frameworks: ['iso27001-2022', 'nist-csf-2.0'],
  entities: { of: 1, known: 1 },
  controls,
  proposals: nothing.proposals,
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

  it('given what is adopted, then the aim speaks of that alone', () => {
    const aims = [
      ['iso27001-2022', 'nist-csf-2.0'],
      ['iso27001-2022', 'nis2-directive'],
      ['nist-csf-2.0'],
      [],
    ];
    expect(aims.map((frameworks) => aimOf({ frameworks }))).toEqual([
      'both',
      'statement',
      'profile',
      'programme',
    ]);
  });

  it('given proposals on a framework that was adopted later, then controls are not taken over until these are', () => {
    const proposals = { claims: 700, frameworks: ['NIST CSF 2.0'] };
    const later = { ...everything, proposals };
    expect(next(later)).toBe('controls');
    expect(stepsOf(later).find(({ name }) => name === 'controls')).toMatchObject({
      state: 'begun',
      proposals,
    });
    expect(stateOf({ ...later, proposals: nothing.proposals }, 'controls')).toBe('done');
    expect(stateOf({ ...later, controls: nothing.controls }, 'controls')).toBe('todo');
  });

  it('given what was only begun, then it stays next until it is done', () => {
    const begun = {
      ...everything,
      controls: { ...controls, unconfirmed: 4 },
      statement: { ...statement, versions: 0 },
    };
    expect(stateOf(begun, 'claims')).toBe('begun');
    expect(next(begun)).toBe('claims');
  });

  it('given no controls, then nothing that rests on them is next', () => {
    const bare = { ...everything, controls: nothing.controls };
    expect(next(bare)).toBe('controls');
    expect(stepsOf(bare).find(({ name }) => name === 'claims')?.after).toBe('controls');
  });

  it('given a fresh programme, then first applicability, then what works, and only then claims and evidence', () => {
    const open = { ...statement, decided: 90, errors: 89, versions: 0 };
    const fresh = { ...everything, controls: planned, statement: open };
    expect(next(fresh)).toBe('applicability');
    const decided = { ...fresh, statement: { ...open, decided: 93 } };
    expect(next(decided)).toBe('implementation');
    const waiting = stepsOf(decided).flatMap(({ name, after }) => (after ? [`${name} ${after}`] : []));
    expect(waiting).toEqual(['claims implementation', 'evidence implementation', 'published checks']);
    const working = { ...planned, owned: 10, operating: 4, partly: 1, unconfirmed: 5 };
    expect(next({ ...decided, controls: working })).toBe('claims');
    const confirmed = { ...working, unconfirmed: 0 };
    expect(next({ ...decided, controls: confirmed })).toBe('evidence');
    expect(next({ ...decided, controls: { ...confirmed, shown: 1 } }), 'goes on beside').toBe('checks');
    const settled = { ...open, decided: 93, errors: 0 };
    expect(next({ ...decided, controls: { ...confirmed, shown: 1 }, statement: settled })).toBe('published');
    const published = { ...settled, versions: 1 };
    expect(next({ ...decided, controls: { ...confirmed, shown: 1 }, statement: published })).toBe('evidence');
  });

  it('given errors of the statement are open, then they stand before its publication', () => {
    const open = { ...everything, statement: { ...statement, errors: 3, versions: 0 } };
    expect(next(open)).toBe('checks');
    expect(stepsOf(open).find(({ name }) => name === 'published')).toMatchObject({
      state: 'todo',
      after: 'checks',
    });
  });

  it('given nobody answers for what works, or nothing works, then that was begun, not done', () => {
    const state = (of: Partial<typeof controls>) =>
      stateOf({ ...everything, controls: { ...controls, ...of } }, 'implementation');
    expect(state({ owned: 0, operating: 0, partly: 3 })).toBe('begun');
    expect(state({ owned: 10, operating: 0, partly: 0 })).toBe('begun');
    expect(state({ owned: 10, operating: 1, partly: 0 })).toBe('done');
  });

  it('given any counts, then no step is done that counts fewer than all, and the next is never a done one', () => {
    const upTo = (of: number) => fc.integer({ min: 0, max: of });
    const some = fc.record({
      isScopeStated: fc.boolean(),
      owned: upTo(10),
      operating: upTo(5),
      partly: upTo(5),
      unconfirmed: upTo(5),
      shown: upTo(10),
      decided: upTo(93),
      errors: upTo(5),
      targets: upTo(106),
    });
    fc.assert(
      fc.property(some, ({ isScopeStated, decided, errors, targets, unconfirmed, shown, ...of }) => {
        const works = of.operating + of.partly;
        const steps = stepsOf({
          ...everything,
          isScopeStated,
          controls: {
            ...of,
            of: 10,
            idle: 2,
            unconfirmed: Math.min(works, unconfirmed),
            shown: Math.min(works, shown),
          },
          statement: { ...statement, decided, errors },
          profile: { of: 106, targets },
        });
        for (const { name, state, count, of: all } of steps)
          if (state === 'done' && name !== 'checks') expect(count).toBe(all);
        const found = nextOf(steps);
        expect(found?.state).not.toBe('done');
        expect(found === undefined).toBe(steps.every(({ state }) => state === 'done'));
      }),
    );
  });
});
