import { describe, expect, it } from 'vitest';
import { valueOn } from '../../foundation/index.ts';
import { emptyProgramme, fold } from '../../programme.ts';
import { given, type Story } from '../../testing/index.ts';
import { type TierName, targetKey } from '../profile.ts';

const csf = 'nist-csf-2.0';
const fiveLevels = ['None', 'Begun', 'Done', 'Defined', 'Measured'].map((label, value) => ({ value, label }));

function withProfile(): { story: Story; profile: string } {
  const story = given(csf);
  const profile = story.done('profiles create', { name: 'Two years', framework: csf });
  return { story, profile };
}

describe('the tiers of a profile', () => {
  const tierOn = ({ programme }: Story, [profile, name]: readonly [string, TierName], on: string) =>
    valueOn(programme.controls.profiles.get(profile)?.tiers[name] ?? [], on);

  it('then each of the four is chosen for itself, with why, from a day on', () => {
    const { story, profile } = withProfile();
    story.on('2026-05-01');
    story.done('profiles tiers', {
      profile,
      governanceCurrent: 1,
      managementTarget: 3,
      rationale: 'As seen',
    });
    const later = { profile, governanceCurrent: 2, rationale: 'Policy approved', effective: '2026-03-01' };
    story.done('profiles tiers', later);
    expect(tierOn(story, [profile, 'governanceCurrent'], '2026-02-28')).toBeUndefined();
    expect(tierOn(story, [profile, 'governanceCurrent'], '2026-04-01')).toMatchObject({ tier: 2 });
    expect(tierOn(story, [profile, 'governanceCurrent'], '2026-05-01')).toMatchObject({ tier: 1, by: 'ana' });
    expect(tierOn(story, [profile, 'managementTarget'], '2026-05-01')).toMatchObject({
      rationale: 'As seen',
    });
    expect(tierOn(story, [profile, 'managementCurrent'], '2026-05-01')).toBeUndefined();
    story.done('profiles tiers', { profile, governanceCurrent: null, rationale: 'Looked at too early' });
    expect(tierOn(story, [profile, 'governanceCurrent'], '2026-05-01')).toBeNull();
  });

  it('then the same again adds nothing, none at all and a day to come are refused', () => {
    const { story, profile } = withProfile();
    const said = { profile, governanceTarget: 3, rationale: 'Contracts' };
    story.done('profiles tiers', said);
    expect(story.when('profiles tiers', said)).toEqual({ facts: [] });
    expect(story.when('profiles tiers', { profile, managementTarget: null, rationale: 'x' })).toEqual({
      facts: [],
    });
    expect(story.refusal('profiles tiers', { profile, rationale: 'x' })).toBe(
      'invalid profile.no-tier at governanceCurrent',
    );
    expect(story.refusal('profiles tiers', { ...said, effective: '2026-01-02' })).toBe(
      'refused date.future at effective',
    );
    for (const governanceTarget of [0, 5, 2.5])
      expect(() => story.when('profiles tiers', { ...said, governanceTarget })).toThrow();
  });
});

describe('a scale and scores', () => {
  const scoreOf = ({ programme }: Story, profile: string, requirement = 'PR.AA-05') =>
    programme.controls.scores.get(targetKey(profile, csf, requirement));
  const requirement = 'PR.AA-05';
  const rationale = 'Looked';

  it('then without a scale nothing is scored, and no value lies beyond its ends', () => {
    const { story, profile } = withProfile();
    const refusal = (said: object) =>
      story.refusal('profiles score', { profile, requirement, rationale, ...said });
    expect(refusal({ score: 2 })).toBe('conflict profile.no-scale at score');
    story.done('profiles scale', { profile, levels: fiveLevels });
    expect(refusal({ score: 5 })).toBe('refused profile.off-scale at score');
    expect(refusal({ score: 2, practice: 5 })).toBe('refused profile.off-scale at practice');
    expect(refusal({ policy: 2 })).toBe('invalid profile.no-score at score');
    expect(refusal({ score: 2, requirement: 'PR.AA' })).toBe(
      'refused requirement.not-assessable at requirement',
    );
    expect(refusal({ score: 2, scoredOn: '2026-01-02' })).toBe('refused date.future at scoredOn');
    expect(refusal({ score: 0 })).toBe('');
  });

  it('then policy and practice alone give their mean, and null is not assessed', () => {
    const { story, profile } = withProfile();
    story.done('profiles scale', { profile, levels: fiveLevels });
    story.done('profiles score', { profile, requirement, rationale, policy: 3, practice: 0 });
    expect(scoreOf(story, profile)?.at(-1)?.value).toMatchObject({
      value: 1.5,
      policy: 3,
      practice: 0,
      by: 'ana',
    });
    story.done('profiles score', { profile, requirement, rationale, score: null });
    expect(scoreOf(story, profile)?.at(-1)?.value).toBeNull();
    expect(scoreOf(story, profile, 'PR.AA-01')).toBeUndefined();
  });

  it('then a scale has 2 to 11 values that rise, each with a name of its own, and room for what was scored', () => {
    const { story, profile } = withProfile();
    const set = (levels: object) => story.refusal('profiles scale', { profile, levels });
    expect(set([fiveLevels[1], fiveLevels[0]] as object)).toBe('invalid profile.scale-order at levels');
    expect(
      set([
        { value: 0, label: 'Low' },
        { value: 1, label: 'low' },
      ]),
    ).toBe('invalid profile.scale-labels at levels');
    expect(() => set([fiveLevels[0]] as object)).toThrow();
    expect(() => set(Array.from({ length: 12 }, (_, value) => ({ value, label: `${value}` })))).toThrow();
    story.done('profiles scale', { profile, levels: fiveLevels });
    expect(story.when('profiles scale', { profile, levels: fiveLevels })).toEqual({ facts: [] });
    story.done('profiles score', { profile, requirement, rationale, score: 4 });
    expect(set(fiveLevels.slice(0, 4))).toBe('conflict profile.scale-outgrown at levels');
    story.done('profiles score', { profile, requirement, rationale, score: 1 });
    expect(set(fiveLevels.slice(0, 4))).toBe('conflict profile.scale-outgrown at levels');
    expect(set([...fiveLevels, { value: 5, label: 'Best' }])).toBe('');
  });
});

describe('what is said of an outcome', () => {
  const statusOf = ({ programme }: Story, profile: string, requirement = 'PR.AA-05') =>
    programme.controls.statuses.get(targetKey(profile, csf, requirement))?.at(-1)?.value;
  const requirement = 'PR.AA-05';

  it('then what is left out stays, null takes away, and the same again adds nothing', () => {
    const { story, profile } = withProfile();
    const said = { profile, requirement, included: true, status: 'Half done', priority: 'high' };
    story.done('profiles status', said);
    story.done('profiles status', { profile, requirement, notes: 'Ask Ben', status: null });
    expect(statusOf(story, profile)).toMatchObject({
      included: true,
      priority: 'high',
      status: '',
      notes: 'Ask Ben',
      roles: '',
    });
    expect(story.when('profiles status', { profile, requirement, notes: 'Ask Ben', included: true })).toEqual(
      {
        facts: [],
      },
    );
    story.done('profiles status', { profile, requirement, included: null, priority: null });
    expect(statusOf(story, profile)).toMatchObject({ included: undefined, priority: undefined });
  });

  it('then a heading that is the union of outcomes can be spoken of, and what is not there cannot', () => {
    const { story, profile } = withProfile();
    story.done('profiles status', { profile, requirement: 'PR.AA', status: 'Going well' });
    expect(statusOf(story, profile, 'PR.AA')).toMatchObject({ status: 'Going well' });
    expect(story.refusal('profiles status', { profile, requirement: 'PR.AA-99', status: 'x' })).toBe(
      'refused requirement.unknown-near at requirement',
    );
  });

  it('when a text is erased, then it is gone and what it replaced does not come back', () => {
    const { story, profile } = withProfile();
    story.done('profiles status', { profile, requirement, status: 'first', priority: 'low' });
    story.done('profiles status', { profile, requirement, status: 'second' });
    const facts = [...story.facts.slice(0, -1), ...story.erased().slice(-1)];
    const programme = fold(emptyProgramme, facts);
    const status = programme.controls.statuses.get(targetKey(profile, csf, requirement))?.at(-1)?.value;
    expect(status).toMatchObject({ status: '', priority: 'low' });
  });
});
