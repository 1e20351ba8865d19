import { describe, expect, it } from 'vitest';
import { given, type Story } from '../testing/index.ts';
import { targetKey } from './profile.ts';

const csf = 'nist-csf-2.0';

function withProfile(): { story: Story; profile: string } {
  const story = given(csf);
  const profile = story.done('profiles create', { name: 'Two years', framework: csf });
  return { story, profile };
}

describe('creating a profile', () => {
  it('then it is for the scope of the adoption unless another is named', () => {
    const { story, profile } = withProfile();
    expect(story.programme.controls.profiles.get(profile)).toEqual({
      id: profile,
      name: 'Two years',
      framework: csf,
      scope: 'organisation',
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

describe('setting a target', () => {
  it('then the outcome is wanted unless said otherwise, and the latest target stands', () => {
    const { story, profile } = withProfile();
    story.done('targets set', { profile, requirement: 'PR.AA-05', tier: 2, owner: 'ana', rationale: 'Why' });
    const target = () => story.programme.controls.targets.get(targetKey(profile, csf, 'PR.AA-05'));
    expect(target()).toMatchObject({ wanted: true, tier: 2, owner: 'ana', rationale: 'Why', by: 'ana' });
    story.done('targets set', { profile, requirement: 'PR.AA-05', wanted: false });
    expect(target()).toMatchObject({ wanted: false, tier: undefined, owner: undefined, rationale: '' });
  });

  it('then an unknown profile, outcome or owner is refused, and so is a heading', () => {
    const { story, profile } = withProfile();
    const refusal = (said: object) =>
      story.refusal('targets set', { profile, requirement: 'PR.AA-05', ...said });
    expect(refusal({ profile: 'none' })).toBe('missing profile.unknown at profile');
    expect(refusal({ requirement: 'PR.AA-99' })).toBe('refused requirement.unknown-near at requirement');
    expect(refusal({ requirement: 'PR.AA' })).toBe('refused requirement.not-assessable at requirement');
    expect(refusal({ owner: 'nobody' })).toBe('refused person.unknown at owner');
    for (const tier of [0, 5, 1.5]) expect(() => refusal({ tier })).toThrow();
  });
});
