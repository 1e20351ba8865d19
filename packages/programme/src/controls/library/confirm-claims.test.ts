import { describe, expect, it } from 'vitest';
import { given, type Story } from '../../testing/index.ts';

const iso = 'iso27001-2022';
const csf = 'nist-csf-2.0';
const claimsOf = (story: Story, state: string) =>
  [...story.programme.controls.claims.values()].filter((claim) => claim.state === state);
const joint = (story: Story, state: string) =>
  claimsOf(story, state).filter(({ controls }) => controls.length > 1);

/** Parties (4.2) are answered by GOV-01 and COM-01 together. */
function proposed(...frameworks: string[]): Story {
  const story = given(...(frameworks.length > 0 ? frameworks : [iso]));
  story.done('library adopt', { controls: ['GOV-01', 'COM-01'] });
  return story;
}

describe('confirming claims in one go', () => {
  it('given a control, then its own claims are confirmed, and each says how many there were', () => {
    const story = proposed();
    story.by('ben').done('claims confirm-all', { controls: ['gov-01'] });
    const confirmed = claimsOf(story, 'confirmed');
    expect(confirmed.length).toBeGreaterThan(2);
    const marks = confirmed.map(({ bulk, confirmedBy }) => [bulk, confirmedBy]);
    expect(new Set(marks.map(String))).toEqual(new Set([`${confirmed.length},ben`]));
    expect(joint(story, 'confirmed')).toEqual([]);
  });

  it('given the last member of a joint claim, then that goes too', () => {
    const story = proposed();
    story.done('claims confirm-all', { controls: ['GOV-01'] });
    story.done('claims confirm-all', { controls: ['COM-01'] });
    expect(joint(story, 'confirmed').map(({ requirement }) => requirement)).toEqual(['4.2']);
    expect(claimsOf(story, 'proposed')).toEqual([]);
  });

  it('given all members at once, then the joint claim goes with them', () => {
    const story = proposed();
    story.done('claims confirm-all', { controls: ['COM-01', 'GOV-01'] });
    expect(joint(story, 'confirmed')).toHaveLength(1);
    expect(joint(story, 'proposed')).toHaveLength(0);
  });

  it('given that the other member’s own claim was refused, then the joint claim stays a proposal', () => {
    const story = proposed();
    const claim = claimsOf(story, 'proposed').find(
      ({ requirement, controls }) => requirement === '4.2' && controls.length === 1,
    )?.id;
    story.done('claims withdraw', { claim, reason: 'Not so' });
    story.done('claims confirm-all', { controls: ['COM-01'] });
    expect(joint(story, 'proposed')).toHaveLength(1);
  });

  it('given a family, some frameworks or ids, then these alone', () => {
    const story = proposed(iso, csf);
    story.done('claims confirm-all', { families: ['governance'], frameworks: [csf] });
    const confirmed = claimsOf(story, 'confirmed');
    expect(new Set(confirmed.map(({ framework }) => framework))).toEqual(new Set([csf]));
    const [one, two] = claimsOf(story, 'proposed').map(({ id }) => id);
    story.done('claims confirm-all', { claims: [one, two] });
    expect(claimsOf(story, 'confirmed')).toHaveLength(confirmed.length + 2);
  });

  it('given all, then nothing is left; again, and nothing happens', () => {
    const story = proposed();
    story.done('claims confirm-all', { all: true });
    expect(claimsOf(story, 'proposed')).toEqual([]);
    expect(story.when('claims confirm-all', { all: true })).toEqual({ facts: [] });
  });

  it('given only what is in practice, then claims of planned controls and of those of no use wait', () => {
    const story = proposed();
    story.done('claims confirm-all', { all: true, inPractice: true });
    expect(claimsOf(story, 'confirmed')).toEqual([]);
    story.done('controls set', { control: 'GOV-01', implementation: 'partly' });
    story.done('claims confirm-all', { all: true, inPractice: true });
    const own = claimsOf(story, 'confirmed');
    expect(own.length).toBeGreaterThan(2);
    expect(new Set(own.map(({ controls }) => controls.length))).toEqual(new Set([1]));
    story.done('controls set', { control: 'COM-01', condition: 'Where it is told', conditionHolds: false });
    story.done('claims confirm-all', { families: ['governance'], inPractice: true });
    expect(
      joint(story, 'confirmed').map(({ requirement }) => requirement),
      'without the idle one',
    ).toEqual(['4.2']);
    expect(claimsOf(story, 'proposed').every(({ controls }) => controls.length === 1)).toBe(true);
  });

  it('given only what is in practice, then claims of a control that is retired by then wait, joint ones too', () => {
    const story = proposed().on('2026-02-01');
    for (const control of ['GOV-01', 'COM-01'])
      story.done('controls set', { control, implementation: 'operating' });
    const com = story.programme.controls.byCode.get('com-01') as string;
    const on = story.on('2026-02-10');
    on.done('controls retire', { control: 'COM-01', reason: 'Gone', effective: '2026-02-05' });
    on.done('claims confirm-all', { all: true, inPractice: true });
    expect(claimsOf(on, 'confirmed').length).toBeGreaterThan(2);
    expect(claimsOf(on, 'confirmed').filter(({ controls }) => controls.includes(com))).toEqual([]);
    expect(joint(on, 'proposed').map(({ requirement }) => requirement)).toEqual(['4.2']);
    const earlier = story.on('2026-02-04');
    earlier.done('claims confirm-all', { all: true, inPractice: true });
    expect(claimsOf(earlier, 'proposed'), 'not retired yet').toEqual([]);
  });

  it('given only what is in practice, then claims on what was decided not to be applicable are passed over, and told', () => {
    const story = given(iso).on('2026-01-01');
    story.done('library adopt', { controls: ['DEV-01'] });
    story.done('controls set', { control: 'DEV-01', implementation: 'operating' });
    const first = claimsOf(story, 'proposed')[0]?.requirement as string;
    const elsewhere = story.done('scopes define', { name: 'Elsewhere' });
    const out = { framework: iso, applicable: false, exclusionReason: 'Nothing is developed' };
    for (const { requirement } of claimsOf(story, 'proposed'))
      story.done('applicability decide', { ...out, requirement, scope: elsewhere });
    const asked = { all: true, inPractice: true };
    expect(story.when('claims confirm-all', asked), 'excluded elsewhere').not.toHaveProperty('notices');
    const on = story.on('2026-02-01');
    on.done('applicability decide', { ...out, requirement: first });
    const notices = [{ code: 'claims.excluded-passed-over', params: { count: 1 } }];
    expect(on.when('claims confirm-all', asked)).toMatchObject({ notices });
    on.done('claims confirm-all', asked);
    expect(claimsOf(on, 'proposed').map(({ requirement }) => requirement)).toEqual([first]);
    expect(on.when('claims confirm-all', asked)).toEqual({ facts: [], notices });
    on.done('claims confirm-all', { all: true });
    expect(claimsOf(on, 'proposed')).toEqual([]);
  });

  it('given one claim confirmed by itself, then it says nothing of a go', () => {
    const story = proposed();
    story.done('claims confirm', { claim: claimsOf(story, 'proposed')[0]?.id });
    expect(claimsOf(story, 'confirmed')[0]).not.toHaveProperty('bulk');
  });
});

describe('refusing claims in one go', () => {
  it('given a control, then every proposal in which it takes part is withdrawn, and what is confirmed stays', () => {
    const story = proposed();
    const kept = claimsOf(story, 'proposed').find(({ controls }) => controls.length === 1)?.id;
    story.done('claims confirm', { claim: kept });
    story.done('claims refuse-all', { controls: ['GOV-01'], reason: 'We do it otherwise' });
    const refused = claimsOf(story, 'withdrawn');
    expect(refused.some(({ controls }) => controls.length === 2)).toBe(true);
    expect(refused.every(({ bulk }) => bulk === refused.length)).toBe(true);
    expect(refused.every((claim) => !('reason' in claim))).toBe(true);
    expect(claimsOf(story, 'confirmed').map(({ id }) => id)).toEqual([kept]);
    const [fact] = story.facts.filter(({ type }) => type === 'ClaimWithdrawn');
    expect(fact?.data).toMatchObject({ reason: 'We do it otherwise', bulk: refused.length });
  });
});

describe.each(['claims confirm-all', 'claims refuse-all'])('%s', (name) => {
  it.each([
    [{}, 'invalid claims.none-chosen at all'],
    [{ controls: ['NO-1'] }, 'refused control.unknown at controls'],
    [{ families: ['Networks'] }, 'refused control.family-unknown at families'],
    [{ claims: ['no-claim'] }, 'refused claim.unknown at claims'],
  ])('given %j, then it is refused: %s', (input, refusal) => {
    const reason = name === 'claims refuse-all' ? { reason: 'No' } : {};
    expect(proposed().refusal(name, { ...input, ...reason })).toBe(refusal);
  });
});

it('a claim named by id that was decided on already is refused, as it is by itself', () => {
  const story = proposed();
  const claim = claimsOf(story, 'proposed')[0]?.id;
  story.done('claims confirm', { claim });
  expect(story.refusal('claims confirm-all', { claims: [claim] })).toBe('conflict claim.confirmed');
});
