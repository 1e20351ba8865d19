import { describe, expect, it } from 'vitest';
import { given, type Story } from '../../testing/index.ts';
import { targetKey } from '../profile.ts';

const csf = 'nist-csf-2.0';

function withProfile(): { story: Story; profile: string } {
  const story = given(csf);
  const profile = story.done('profiles create', { name: 'Two years', framework: csf });
  return { story, profile };
}

const profileOf = ({ programme }: Story, id: string) => programme.controls.profiles.get(id);

describe('creating a profile', () => {
  it('then it is for the scope of the adoption unless another is named', () => {
    const { story, profile } = withProfile();
    expect(profileOf(story, profile)).toEqual({
      id: profile,
      name: 'Two years',
      framework: csf,
      scope: 'organisation',
      assumptions: '',
      tiers: {},
      seq: story.programme.position,
    });
  });

  it('then a name that is taken, an unknown scope and a framework that is not adopted are refused', () => {
    const { story } = withProfile();
    const refusal = (said: object) =>
      story.refusal('profiles create', { name: 'New', framework: csf, ...said });
    expect(refusal({ name: 'Two years' })).toBe('conflict profile.name-taken at name');
    expect(refusal({ scope: 'nowhere' })).toBe('refused scope.unknown at scope');
    expect(refusal({ framework: 'iso27001-2022' })).toBe('conflict framework.not-adopted at framework');
    story.done('frameworks adopt', { framework: 'iso27001-2022' });
    expect(refusal({ name: 'Two years', framework: 'iso27001-2022' })).toBe('');
  });
});

describe('changing a profile', () => {
  it('then only what differs is recorded, and null takes the assumptions away', () => {
    const { story, profile } = withProfile();
    story.done('profiles change', { profile, assumptions: 'No plant', name: 'Two years' });
    expect(story.facts.at(-1)?.data).toEqual({ assumptions: 'No plant' });
    expect(story.when('profiles change', { profile, assumptions: 'No plant' })).toEqual({ facts: [] });
    story.done('profiles change', { profile, assumptions: null, name: 'Three years' });
    expect(profileOf(story, profile)).toMatchObject({ assumptions: '', name: 'Three years' });
  });

  it('then the name of another and an unknown scope are refused', () => {
    const { story, profile } = withProfile();
    story.done('profiles create', { name: 'Five years', framework: csf });
    const refusal = (said: object) => story.refusal('profiles change', { profile, ...said });
    expect(refusal({ name: 'Five years' })).toBe('conflict profile.name-taken at name');
    expect(refusal({ scope: 'nowhere' })).toBe('refused scope.unknown at scope');
    expect(story.refusal('profiles change', { profile: 'none' })).toBe('missing profile.unknown at profile');
  });

  it('when its texts are erased, then nothing of what they replaced comes back', () => {
    const { story, profile } = withProfile();
    story.done('profiles change', { profile, assumptions: 'secret', name: 'secret' });
    const erased = story.erased().at(-1);
    expect([erased?.data, erased?.redacted]).toEqual([{}, ['name', 'assumptions']]);
  });
});

describe('retiring a profile', () => {
  it('then it stays to be read, its name is free, and nothing about it can be changed', () => {
    const { story, profile } = withProfile();
    expect(story.refusal('profiles retire', { profile, reason: 'Old', effective: '2026-01-02' })).toBe(
      'refused date.future at effective',
    );
    story.done('profiles retire', { profile, reason: 'Old' });
    expect(profileOf(story, profile)).toMatchObject({ name: 'Two years', retiredOn: story.today });
    const retired = 'conflict profile.retired at profile';
    for (const [name, said] of [
      ['profiles retire', { reason: 'Again' }],
      ['profiles change', { name: 'New' }],
      ['profiles tiers', { governanceCurrent: 1, rationale: 'x' }],
      ['profiles status', { requirement: 'PR.AA-05', status: 'x' }],
      ['targets set', { requirement: 'PR.AA-05' }],
    ] as const)
      expect(story.refusal(name, { profile, ...said })).toBe(retired);
    expect(story.refusal('profiles create', { name: 'Two years', framework: csf })).toBe('');
  });
});

describe('setting a target', () => {
  it('then the outcome is wanted unless said otherwise, and the latest target stands', () => {
    const { story, profile } = withProfile();
    story.done('targets set', { profile, requirement: 'PR.AA-05', tier: 2, owner: 'ana', rationale: 'Why' });
    const target = () => story.programme.controls.targets.get(targetKey(profile, csf, 'PR.AA-05'));
    expect(target()).toMatchObject({ wanted: true, tier: 2, owner: 'ana', rationale: 'Why', by: 'ana' });
    story.done('targets set', { profile, requirement: 'PR.AA-05', policies: 'A policy', notes: 'Soon' });
    expect(target()).toMatchObject({ policies: 'A policy', notes: 'Soon', rationale: '' });
    story.done('targets set', { profile, requirement: 'PR.AA-05', wanted: false });
    expect(target()).toMatchObject({ wanted: false, tier: undefined, owner: undefined, rationale: '' });
    expect(target()).not.toHaveProperty('policies');
  });

  it('then each is kept with the day it was set', () => {
    const { story, profile } = withProfile();
    const set = (tier: number) => story.done('targets set', { profile, requirement: 'PR.AA-05', tier });
    set(1);
    story.on('2026-03-01');
    set(3);
    const history = story.programme.controls.targetHistory.get(targetKey(profile, csf, 'PR.AA-05')) ?? [];
    expect(history.map(({ from, value }) => [from, value.tier])).toEqual([
      ['2026-01-01', 1],
      ['2026-03-01', 3],
    ]);
  });

  it('then an unknown profile, outcome or owner is refused, and so is a heading', () => {
    const { story, profile } = withProfile();
    const refusal = (said: object) =>
      story.refusal('targets set', { profile, requirement: 'PR.AA-05', ...said });
    expect(refusal({ profile: 'none' })).toBe('missing profile.unknown at profile');
    expect(refusal({ requirement: 'PR.AA-99' })).toBe('refused requirement.unknown-near at requirement');
    expect(refusal({ requirement: 'PR.AA' })).toBe('refused requirement.not-assessable at requirement');
    expect(refusal({ owner: 'nobody' })).toBe('refused person.unknown at owner');
    expect(refusal({ score: 3 })).toBe('conflict profile.no-scale at score');
    for (const tier of [0, 5, 1.5]) expect(() => refusal({ tier })).toThrow();
  });
});
