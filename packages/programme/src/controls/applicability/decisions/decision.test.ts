import { describe, expect, it } from 'vitest';
import { valueOn } from '../../../foundation/index.ts';
import { given, type Story } from '../../../testing/index.ts';
import { applicabilityKey } from '../../applicability.ts';

const iso = 'iso27001-2022';
const reasons = [
  { kind: 'risk', text: 'Others could read it' },
  { kind: 'law', text: 'The law asks for it' },
];
const included = { framework: iso, requirement: 'A.8.4', applicable: true, reasons };
const excluded = {
  framework: iso,
  requirement: 'A.8.4',
  applicable: false,
  exclusionReason: 'We write no code',
};

const decidedOn = (story: Story, on: string, scope = 'organisation') => {
  const history = story.programme.controls.applicability.get(applicabilityKey(scope, iso, 'A.8.4')) ?? [];
  return valueOn(history, on)?.applicable;
};

describe('deciding whether a requirement is applicable', () => {
  it('given it is, then at least one reason is needed; given it is not, the reason why', () => {
    const story = given(iso);
    expect(story.refusal('applicability decide', { ...included, reasons: [] })).toBe(
      'refused applicability.no-reason at reasons',
    );
    expect(story.refusal('applicability decide', { ...excluded, exclusionReason: undefined })).toBe(
      'refused applicability.no-exclusion-reason at exclusionReason',
    );
    for (const both of [
      { ...excluded, reasons },
      { ...included, exclusionReason: 'We write no code' },
    ]) {
      expect(story.refusal('applicability decide', both)).toBe(
        'refused applicability.both-reasons at reasons',
      );
    }
  });

  it('then kinds and texts of reasons come back together, and the texts can be erased', () => {
    const story = given(iso);
    expect(story.when('applicability decide', included)).toMatchObject({
      facts: [{ erasable: ['reasonTexts'], data: { reasonKinds: ['risk', 'law'] } }],
    });
    expect(story.when('applicability decide', excluded)).toMatchObject({
      facts: [{ erasable: ['reasonTexts', 'exclusionReason'] }],
    });
    story.done('applicability decide', included);
    const key = applicabilityKey('organisation', iso, 'A.8.4');
    expect(story.programme.controls.applicability.get(key)).toMatchObject([
      { from: '', value: { applicable: true, reasons, exclusionReason: '', by: 'ana' } },
    ]);
  });

  it('then a clause cannot be excluded, and a heading cannot be decided on', () => {
    const story = given(iso);
    expect(story.refusal('applicability decide', { ...excluded, requirement: '6.1.3' })).toBe(
      'refused applicability.not-excludable at applicable',
    );
    expect(story.refusal('applicability decide', { ...included, requirement: '6.1.3' })).toBe('');
    expect(story.refusal('applicability decide', { ...excluded, requirement: 'A.8' })).toBe(
      'refused requirement.not-assessable at requirement',
    );
    expect(story.refusal('applicability decide', { ...excluded, framework: 'nist-csf-2.0' })).toBe(
      'conflict framework.not-adopted at framework',
    );
  });

  it('given no day, then the first decision always held, and a later one holds from its recording', () => {
    const story = given(iso).on('2026-03-01');
    story.done('applicability decide', included);
    story.on('2026-04-01').done('applicability decide', excluded);
    expect(['0001-01-01', '2026-03-31', '2026-04-01'].map((day) => decidedOn(story, day))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('given a day, then it holds from that day, which is not to come', () => {
    const story = given(iso).on('2026-03-01');
    expect(story.refusal('applicability decide', { ...excluded, effective: '2026-03-02' })).toBe(
      'refused date.future at effective',
    );
    story.done('applicability decide', { ...excluded, effective: '2026-02-01' });
    expect(['2026-01-31', '2026-02-01'].map((day) => decidedOn(story, day))).toEqual([undefined, false]);
  });

  it('given two scopes, then each has its own decisions', () => {
    const story = given(iso);
    const site = story.done('scopes define', { name: 'Site' });
    story.done('applicability decide', included);
    story.done('applicability decide', { ...excluded, scope: site });
    expect([decidedOn(story, '2026-01-01'), decidedOn(story, '2026-01-01', site)]).toEqual([true, false]);
    expect(story.refusal('applicability decide', { ...excluded, scope: 'nowhere' })).toBe(
      'refused scope.unknown at scope',
    );
  });

  it('given the framework was adopted for a scope, then that is meant', () => {
    const story = given();
    const site = story.done('scopes define', { name: 'Site' });
    story.done('frameworks adopt', { framework: iso, scope: site });
    story.done('applicability decide', excluded);
    expect(decidedOn(story, '2026-01-01', site)).toBe(false);
  });
});
