import { describe, expect, it } from 'vitest';
import { valueOn } from '../../foundation/index.ts';
import { given, type Story } from '../../testing/index.ts';
import { applicabilityKey } from '../applicability.ts';

const framework = 'nis2-2024-2690';
const left = {
  framework,
  point: '3.2.6',
  applied: false,
  exclusionReason: 'Two old controllers have no clock that can be set',
};
const applied = { framework, point: '3.2.6', applied: true };

const decidedOn = (story: Story, on: string, scope = 'organisation') =>
  valueOn(story.programme.controls.points.get(applicabilityKey(scope, framework, '3.2.6')) ?? [], on);

describe('deciding whether a point within a requirement is applied', () => {
  it('given it is not, then a reason is needed, and can be erased; given it is, there is none', () => {
    const story = given(framework);
    expect(story.refusal('points decide', { ...left, exclusionReason: undefined })).toBe(
      'refused point.no-reason at exclusionReason',
    );
    expect(story.refusal('points decide', { ...applied, exclusionReason: 'x' })).toBe(
      'refused point.reason-unneeded at exclusionReason',
    );
    expect(story.when('points decide', left)).toMatchObject({
      facts: [{ type: 'PointDecided', erasable: ['reasonTexts', 'exclusionReason'] }],
    });
  });

  it('then who answers for it and when it is looked at again are kept, and it holds from its day', () => {
    const story = given(framework).on('2026-03-01');
    story.done('points decide', { ...left, owner: 'ana', reviewOn: '2027-03-01', effective: '2026-02-01' });
    expect(decidedOn(story, '2026-01-31')).toBeUndefined();
    expect(decidedOn(story, '2026-02-01')).toMatchObject({
      applied: false,
      exclusionReason: left.exclusionReason,
      owner: 'ana',
      reviewOn: '2027-03-01',
    });
    story.on('2026-04-01').done('points decide', applied);
    expect([decidedOn(story, '2026-03-31')?.applied, decidedOn(story, '2026-04-01')?.applied]).toEqual([
      false,
      true,
    ]);
    expect(story.refusal('points decide', { ...left, effective: '2026-04-02' })).toBe(
      'refused date.future at effective',
    );
    expect(story.refusal('points decide', { ...left, reviewOn: '2026-03-31' })).toBe(
      'refused review.past at reviewOn',
    );
    expect(story.refusal('points decide', { ...left, reviewOn: '2026-04-01' })).toBe('');
    expect(story.refusal('points decide', { ...left, owner: 'nobody' })).toBe(
      'refused person.unknown at owner',
    );
  });

  it('then it is a point within a requirement that may be left out, of an adopted framework', () => {
    const story = given(framework, 'iso27001-2022');
    const refused = (more: object) => story.refusal('points decide', { ...left, ...more });
    expect(refused({ point: '3.2' })).toBe('refused point.no-point at point');
    expect(refused({ point: '3' })).toBe('refused point.no-point at point');
    expect(refused({ point: '3.2.3.a' })).toBe('');
    expect(refused({ point: '9.2' })).toBe('');
    expect(refused({ point: '3.2.66' })).toBe('refused requirement.unknown-near at point');
    expect(refused({ framework: 'nis2-directive' })).toBe('conflict framework.not-adopted at framework');
    expect(refused({ framework: 'nis3' })).toBe('refused framework.unknown at framework');
    expect(refused({ framework: 'iso27001-2022', point: '6.1.3.a' })).toBe(
      'refused applicability.not-excludable at point',
    );
    expect(refused({ scope: 'nowhere' })).toBe('refused scope.unknown at scope');
  });

  it('given two scopes, then each has its own decision', () => {
    const story = given(framework);
    const site = story.done('scopes define', { name: 'Site' });
    story.done('points decide', { ...left, scope: site });
    expect([decidedOn(story, '2026-03-01'), decidedOn(story, '2026-03-01', site)?.applied]).toEqual([
      undefined,
      false,
    ]);
  });
});
