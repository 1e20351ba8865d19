import type { Story } from '@concord/programme/testing';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../pauses/in-parts.ts';
import { answered, asked } from '../testing/asked.ts';
import { csf, judge, start } from '../testing/library.ts';
import { type ComparisonAsked, compareProfiles } from './compare.ts';

function ground(): { story: Story; profile: string } {
  const story = start(csf);
  return { story, profile: story.done('profiles create', { name: 'Two years', framework: csf }) };
}

const compared = (story: Story, said: ComparisonAsked = {}) =>
  answered(atOnce(compareProfiles(asked(story), said)));

describe('given a profile that changed', () => {
  const { story, profile } = ground();
  story.done('targets set', { profile, requirement: 'PR.AA-01', tier: 2 });
  story.done('profiles tiers', { profile, governanceCurrent: 1, managementCurrent: 2, rationale: 'As seen' });
  story.on('2026-06-01');
  story.done('targets set', { profile, requirement: 'PR.AA-01', tier: 3, priority: 'high' });
  story.done('profiles tiers', {
    profile,
    governanceCurrent: 2,
    managementCurrent: 2,
    rationale: 'Approved',
  });
  story.done('profiles status', { profile, requirement: 'PR.AA-02', status: 'Begun', included: false });
  judge(story, [csf, 'PR.AA-03']);

  it('when two days are compared, then only what differs is told, with both sides', () => {
    const { from, to, tiers, rows, total } = compared(story, { from: '2026-02-01', to: '2026-06-01' });
    expect([from.numbers.met, to.numbers.met, from.gaps, to.gaps, total]).toEqual([0, 1, 1, 1, 106]);
    expect(tiers).toEqual(['governanceCurrent']);
    expect([from.tiers.governanceCurrent?.tier, to.tiers.governanceCurrent?.tier]).toEqual([1, 2]);
    expect(rows.map(({ id, changed }) => [id, changed])).toEqual([
      ['PR.AA-01', ['target']],
      ['PR.AA-02', ['included', 'status']],
      ['PR.AA-03', ['state', 'word']],
    ]);
    expect(rows[0]).toMatchObject({
      from: { target: { tier: 2 } },
      to: { target: { tier: 3, priority: 'high' } },
    });
  });

  it('when a day is compared with itself, then nothing differs; without days, the year before is meant', () => {
    expect(compared(story, { from: '2026-06-01', to: '2026-06-01' }).rows).toEqual([]);
    expect(compared(story).from.on).toBe('2025-06-01');
  });

  it('when another profile is named, then the two are compared on the same day', () => {
    const other = story.done('profiles create', { name: 'Five years', framework: csf });
    const { from, to, rows } = compared(story, { profile, with: other });
    expect([from.profile?.name, to.profile?.name, from.on, to.on]).toEqual([
      'Two years',
      'Five years',
      story.today,
      story.today,
    ]);
    expect(rows.map(({ id }) => id)).toEqual(['PR.AA-01', 'PR.AA-02']);
    expect(rows[0]?.to.target).toBeNull();
    expect(atOnce(compareProfiles(asked(story), { profile, with: 'none' }))).toMatchObject({
      refusal: { code: 'profile.unknown' },
    });
  });
});

it('given a profile that was retired in between, when none is named, then both sides are of the one kept later', () => {
  const { story, profile } = ground();
  const old = story.done('profiles create', { name: 'Old', framework: csf });
  story.on('2026-06-01');
  story.done('profiles retire', { profile: old, reason: 'Over' });
  const { from, to } = compared(story, { from: '2026-02-01', to: '2026-06-01' });
  expect([from.profile?.id, to.profile?.id]).toEqual([profile, profile]);
});

it('given a heading that is left out later, then each outcome under it is no longer included, and no longer counted', () => {
  const { story, profile } = ground();
  story.done('profiles status', { profile, requirement: 'RC.CO-04', included: true });
  story.on('2026-06-01');
  story.done('profiles status', { profile, requirement: 'RC.CO', included: false });
  const { from, to, rows } = compared(story, { from: '2026-02-01', to: '2026-06-01' });
  expect(rows.map(({ id, changed }) => [id, changed])).toEqual([['RC.CO-03', ['included']]]);
  expect([from.numbers.n, from.notIncluded, to.numbers.n, to.notIncluded]).toEqual([106, 0, 105, 1]);
});
