import { describe, expect, it } from 'vitest';
import { newMemory } from '../coverage/memory.ts';
import { asked, csfOf } from '../testing/asked.ts';
import { csf, exclude, judge, start } from '../testing/library.ts';
import { csfProfile } from './csf-profile.ts';

describe('the CSF profile', () => {
  it('has 106 outcomes in 22 categories and 6 functions', () => {
    const { rows, groups, numbers } = csfOf(start(csf));
    expect([new Set(rows.map(({ id }) => id)).size, rows.length]).toEqual([106, 106]);
    expect(groups.map(({ level }) => level).filter((level) => level === 'function')).toHaveLength(6);
    expect(groups.filter(({ level }) => level === 'category')).toHaveLength(22);
    expect(new Set(rows.map(({ category }) => category)).size).toBe(22);
    expect([...new Set(rows.map((row) => row.function))]).toEqual(['GV', 'ID', 'PR', 'DE', 'RS', 'RC']);
    expect(rows.find(({ id }) => id === 'PR.AA-05')).toMatchObject({ category: 'PR.AA', function: 'PR' });
    expect(numbers.n).toBe(106);
  });

  it('then the numbers of the functions add up to those of the whole', () => {
    const story = start(csf);
    judge(story, [csf, 'PR.AA-05']);
    exclude(story, [csf, 'GV.SC-01']);
    const { groups, numbers } = csfOf(story);
    for (const level of ['function', 'category']) {
      const sum = (name: 'n' | 'met' | 'excluded') =>
        groups.filter((group) => group.level === level).reduce((all, group) => all + group.numbers[name], 0);
      expect([sum('n'), sum('met'), sum('excluded')]).toEqual([numbers.n, numbers.met, numbers.excluded]);
    }
    expect(numbers).toMatchObject({ n: 105, met: 1, excluded: 1 });
  });
});

it('given a memory and a change that leaves a function as it stands, then its numbers are those of today', () => {
  const story = start(csf);
  const memory = newMemory();
  const met = () => csfOf(story, { memory }).groups.find(({ id }) => id === 'GV')?.numbers.met;
  const seen = ['GV.OC-01', 'GV.OC-02'].map((outcome) => {
    judge(story, [csf, outcome]);
    return met();
  });
  expect(seen).toEqual([1, 2]);
});

describe('given a profile with a target', () => {
  const story = start(csf);
  const scope = story.done('scopes define', { name: 'Site' });
  const profile = story.done('profiles create', { name: 'Two years', framework: csf, scope });
  story.done('targets set', {
    profile,
    requirement: 'RC.CO-03',
    tier: 3,
    priority: 'high',
    rationale: 'Why',
  });
  const revision = story.programme.position;

  it('when there is only that one, then it is shown without being named, in its scope', () => {
    const view = csfOf(story);
    expect([view.profile, view.scope.id]).toEqual([
      { id: profile, name: 'Two years', assumptions: '' },
      scope,
    ]);
    const row = view.rows.find(({ id }) => id === 'RC.CO-03');
    expect(row).toMatchObject({
      revision,
      target: { wanted: true, tier: 3, priority: 'high', rationale: 'Why' },
    });
    expect(row?.target).not.toHaveProperty('by');
    expect(view.rows.find(({ id }) => id === 'RC.CO-04')).not.toHaveProperty('target');
  });

  it('when there are two, then one must be named', () => {
    const other = story.done('profiles create', { name: 'Five years', framework: csf });
    expect(csfOf(story).profile).toBeUndefined();
    expect(csfProfile(asked(story), other)).toMatchObject({ profile: { name: 'Five years' } });
    expect(csfProfile(asked(story), 'none')).toMatchObject({ refusal: { code: 'profile.unknown' } });
  });

  it('when the same memory is asked for one and the other, then each has its own targets', () => {
    const [one, other] = [...story.programme.controls.profiles.keys()].sort();
    const ask = asked(story);
    const tierIn = (id = '') => {
      const view = csfProfile({ ...ask, scope: 'organisation' }, id);
      return 'refusal' in view ? view : view.rows.find((row) => row.id === 'RC.CO-03')?.target?.tier;
    };
    expect([tierIn(one), tierIn(other), tierIn(one)]).toEqual([3, undefined, 3]);
  });
});
