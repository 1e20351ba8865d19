import { describe, expect, it } from 'vitest';
import { given, type Story } from '../testing/index.ts';
import { claimsOnRequirement } from './claim.ts';

const iso = 'iso27001-2022';
const claim = { controls: ['C-1'], framework: iso, requirement: 'A.5.15' };

function withControls(): Story {
  const story = given(iso);
  for (const code of ['C-1', 'C-2', 'C-3']) story.done('controls add', { code, name: code });
  return story;
}

const statesOf = (story: Story) =>
  claimsOnRequirement(story.programme.controls, iso, 'A.5.15')
    .map(({ state }) => state)
    .toArray();

describe('stating a claim', () => {
  it('given no more than control and requirement, then it proposes that the one meets the other', () => {
    const story = withControls();
    const id = story.done('claims state', { ...claim, controls: ['c-1'] });
    expect(story.programme.controls.claims.get(id)).toMatchObject({
      controls: [story.programme.controls.byCode.get('C-1')],
      contribution: 'meets',
      confidence: 'high',
      state: 'proposed',
      rationale: '',
      by: 'ana',
    });
  });

  it('then the same claim is refused, joint ones in whatever order and however often each is named', () => {
    const story = withControls();
    story.done('claims state', claim);
    expect(story.refusal('claims state', { ...claim, controls: ['c-1', 'C-1'] })).toBe(
      'conflict claim.exists',
    );
    story.done('claims state', { ...claim, controls: ['C-1', 'C-2'] });
    expect(story.refusal('claims state', { ...claim, controls: ['C-2', 'C-1'] })).toBe(
      'conflict claim.exists',
    );
  });

  it('then another contribution, requirement or company is another claim', () => {
    const story = withControls();
    story.done('claims state', claim);
    expect(story.refusal('claims state', { ...claim, contribution: 'contributes' })).toBe('');
    expect(story.refusal('claims state', { ...claim, requirement: 'A.5.16' })).toBe('');
    expect(story.refusal('claims state', { ...claim, controls: ['C-1', 'C-3'] })).toBe('');
  });

  it('then an unknown or retired control is refused', () => {
    const story = withControls();
    story.done('controls retire', { control: 'C-2', reason: 'Replaced' });
    expect(story.refusal('claims state', { ...claim, controls: ['C-1', 'C-9'] })).toBe(
      'refused control.unknown at controls',
    );
    expect(story.refusal('claims state', { ...claim, controls: ['C-1', 'C-2'] })).toBe(
      'conflict control.retired at controls',
    );
  });

  it('then a requirement must be of an adopted framework, exist, and be more than a heading', () => {
    const story = withControls();
    const refusal = (said: object) => story.refusal('claims state', { ...claim, ...said });
    expect(refusal({ framework: 'nist-csf-2.0', requirement: 'PR.AA-05' })).toBe(
      'conflict framework.not-adopted at framework',
    );
    expect(refusal({ framework: 'iso9001' })).toBe('refused framework.unknown at framework');
    expect(refusal({ requirement: 'A.5' })).toBe('refused requirement.not-assessable at requirement');
    expect(refusal({ requirement: 'none of these' })).toBe('refused requirement.unknown at requirement');
    expect(refusal({ requirement: 'a5.51' })).toBe('refused requirement.unknown-near at requirement');
    expect(story.when('claims state', { ...claim, requirement: 'A.5.51' })).toMatchObject({
      refusal: { params: { near: expect.stringContaining('A.5.15') } },
    });
  });
});

describe('what becomes of a claim', () => {
  it('given it is confirmed, then it says by whom, and is not confirmed again', () => {
    const story = withControls();
    const id = story.done('claims state', claim);
    story.by('ben').done('claims confirm', { claim: id });
    expect(story.programme.controls.claims.get(id)).toMatchObject({
      state: 'confirmed',
      by: 'ana',
      confirmedBy: 'ben',
      seq: story.programme.position,
    });
    expect(story.refusal('claims confirm', { claim: id })).toBe('conflict claim.confirmed');
  });

  it('given it is withdrawn, then it can be stated anew, but neither confirmed nor withdrawn again', () => {
    const story = withControls();
    const first = story.done('claims state', claim);
    const withdrawn = { claim: first, reason: 'Not so' };
    story.done('claims withdraw', withdrawn);
    expect(story.refusal('claims confirm', { claim: first })).toBe('conflict claim.withdrawn');
    expect(story.refusal('claims withdraw', withdrawn)).toBe('conflict claim.withdrawn');
    story.done('claims state', claim);
    expect(statesOf(story)).toEqual(['withdrawn', 'proposed']);
  });

  it('then an unknown claim is missing', () => {
    const story = withControls();
    expect(story.refusal('claims confirm', { claim: 'none' })).toBe('missing claim.unknown at claim');
    expect(story.refusal('claims withdraw', { claim: 'none', reason: 'x' })).toBe(
      'missing claim.unknown at claim',
    );
  });
});
