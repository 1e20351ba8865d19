import { describe, expect, it } from 'vitest';
import { given, type Story } from '../testing/index.ts';
import { applicabilityKey } from './applicability.ts';
import { judgementOn } from './assessment.ts';

const iso = 'iso27001-2022';
const judged = { framework: iso, requirement: 'A.5.15', judgement: 'met', reasons: 'Sampled ten accounts' };

const countsOn = (story: Story, on: string, scope = 'organisation') =>
  judgementOn(story.programme.controls, applicabilityKey(scope, iso, 'A.5.15'), on);

describe('judging a requirement', () => {
  it('given no days, then it is judged today and counts for twelve months', () => {
    const story = given(iso).on('2024-02-29');
    story.done('requirements assess', judged);
    expect(countsOn(story, '2024-02-29')).toMatchObject({
      judgement: 'met',
      assessedOn: '2024-02-29',
      validUntil: '2025-02-28',
      reasons: 'Sampled ten accounts',
      by: 'ana',
    });
    expect(countsOn(story, '2024-02-28')).toBeUndefined();
  });

  it('then reasons are needed, and can be erased', () => {
    const story = given(iso);
    expect(() => story.when('requirements assess', { ...judged, reasons: ' ' })).toThrow();
    expect(story.when('requirements assess', judged)).toMatchObject({ facts: [{ erasable: ['reasons'] }] });
  });

  it('then a day to come, a validity that ends before it, and what cannot be judged are refused', () => {
    const story = given(iso).on('2026-03-01');
    const refusal = (said: object) => story.refusal('requirements assess', { ...judged, ...said });
    expect(refusal({ assessedOn: '2026-03-02' })).toBe('refused date.future at assessedOn');
    expect(refusal({ assessedOn: '2026-02-01', validUntil: '2026-01-31' })).toBe(
      'refused assessment.validity-before at validUntil',
    );
    expect(refusal({ assessedOn: '2026-02-01', validUntil: '2026-02-01' })).toBe('');
    expect(refusal({ requirement: 'A.5' })).toBe('refused requirement.not-assessable at requirement');
    expect(refusal({ scope: 'nowhere' })).toBe('refused scope.unknown at scope');
  });

  it('given several, then the latest counts, whatever it says; of the same day the one recorded later', () => {
    const story = given(iso).on('2026-06-01');
    const said = (judgement: string, assessedOn: string) =>
      story.done('requirements assess', { ...judged, judgement, assessedOn });
    said('not-met', '2026-05-01');
    said('met', '2026-03-01');
    expect(countsOn(story, '2026-06-01')?.judgement).toBe('not-met');
    expect(countsOn(story, '2026-04-30')?.judgement).toBe('met');
    said('partly', '2026-05-01');
    expect(countsOn(story, '2026-05-01')?.judgement).toBe('partly');
  });

  it('given another scope, then it says nothing about this one', () => {
    const story = given(iso);
    const site = story.done('scopes define', { name: 'Site' });
    story.done('requirements assess', { ...judged, scope: site });
    expect([countsOn(story, '2026-01-01'), countsOn(story, '2026-01-01', site)?.judgement]).toEqual([
      undefined,
      'met',
    ]);
  });
});
