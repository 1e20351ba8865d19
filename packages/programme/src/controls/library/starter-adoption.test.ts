import { starterControl, starterLibrary } from '@concord/catalog';
import { describe, expect, it } from 'vitest';
import { given, type Story } from '../../testing/index.ts';
import { controlNamed } from '../control.ts';
import { adoptedStarters } from './starter-selection.ts';

const iso = 'iso27001-2022';
const csf = 'nist-csf-2.0';
const { controls, claims, jointClaims } = starterLibrary();

const controlOf = (story: Story, code: string) => {
  const control = controlNamed(story.programme.controls, code);
  if ('refusal' in control) throw new Error(`there is no ${code}`);
  return control;
};
const claimsOf = (story: Story) => [...story.programme.controls.claims.values()];
const counted = (story: Story) => [
  story.programme.controls.controls.size,
  story.programme.controls.claims.size,
];
const of = (...frameworks: string[]) =>
  [...claims, ...jointClaims].filter(({ framework }) => frameworks.includes(framework)).length;

describe('adopting starter controls', () => {
  it('given all of them, then each is there, planned, and remembers where it comes from', () => {
    const story = given(iso);
    story.done('library adopt', { all: true });
    expect(counted(story)).toEqual([controls.length, of(iso)]);
    const starter = starterControl('NET-03');
    expect(controlOf(story, 'net-03')).toMatchObject({
      code: 'NET-03',
      name: starter?.name,
      statement: starter?.statement,
      family: 'Networks',
      test: starter?.test,
      usualEvidence: starter?.usualEvidence,
      frequency: 'half-yearly',
      source: 'starter-library/1/NET-03',
      condition: '',
      conditionHolds: true,
      design: 'accepted',
      implementation: [{ from: '', value: 'planned' }],
    });
    expect(claimsOf(story).every(({ state }) => state === 'proposed')).toBe(true);
  });

  it('given a family and a code, then these alone, and joint claims only of those that are all there', () => {
    const story = given(csf);
    story.done('library adopt', { families: ['networks'], controls: ['gov-01'] });
    const codes = [...story.programme.controls.controls.values()].map(({ code }) => code).sort();
    expect(codes).toEqual(['GOV-01', ...[1, 2, 3, 4, 5, 6].map((at) => `NET-0${at}`)]);
    const networks = new Set(codes);
    const whole = jointClaims.filter(
      (joint) => joint.framework === csf && joint.controls.every((code) => networks.has(code)),
    );
    expect(claimsOf(story).filter((claim) => claim.controls.length > 1)).toHaveLength(whole.length);
    story.done('library adopt', { controls: ['RSK-01'] });
    const joint = claimsOf(story).find(
      ({ requirement, controls: of }) => requirement === 'GV.OC-01' && of.length === 2,
    );
    expect(joint).toMatchObject({ contribution: 'meets', confidence: 'high', state: 'proposed' });
    const members = ['GOV-01', 'RSK-01'].map((code) => controlOf(story, code).id);
    expect(joint?.controls).toEqual(members.sort());
  });

  it('given what a claim says in the library, then it is read so that parts never add up and help shows nothing', () => {
    const story = given(iso);
    story.done('library adopt', { controls: ['GOV-02', 'GOV-05'] });
    const read = Object.fromEntries(
      claimsOf(story).map(({ requirement, contribution, confidence }) => [
        requirement,
        [contribution, confidence],
      ]),
    );
    expect(read['4.3']).toEqual(['meets', 'high']);
    expect(read['4.4']).toEqual(['contributes', 'high']);
    expect(read['7.3']).toEqual(['contributes', 'low']);
  });

  it('given conditions that do not hold, then their controls are there and not of use', () => {
    const story = given(iso);
    story.done('library adopt', { all: true, without: ['ot', 'cloud'] });
    const idle = [...story.programme.controls.controls.values()].filter((control) => !control.conditionHolds);
    expect(idle.map(({ code }) => code).sort()).toEqual(['NET-06', 'SUP-07']);
    expect(controlOf(story, 'SUP-07').condition).toBe('We use cloud services');
  });

  it('given some frameworks, then claims on these only; none where none is adopted', () => {
    const story = given(iso, csf);
    story.done('library adopt', { all: true, frameworks: [csf] });
    expect(counted(story)).toEqual([controls.length, of(csf)]);
    const bare = given();
    bare.done('library adopt', { all: true });
    expect(counted(bare)).toEqual([controls.length, 0]);
  });
});

describe('adopting them again', () => {
  it('given that nothing is missing, then nothing is added', () => {
    const story = given(iso);
    story.done('library adopt', { all: true });
    expect(story.when('library adopt', { all: true })).toEqual({ facts: [] });
    expect(story.when('library adopt', { families: ['Networks'] })).toEqual({ facts: [] });
  });

  it('given a framework adopted since, then the claims on it and no more', () => {
    const story = given(iso);
    story.done('library adopt', { all: true });
    story.done('frameworks adopt', { framework: csf });
    const before = story.programme.controls.controls;
    story.done('library adopt', { all: true });
    expect(counted(story)).toEqual([controls.length, of(iso, csf)]);
    expect(story.programme.controls.controls).toBe(before);
  });

  it('given a control that was renamed, changed or retired, then it stays as the organisation has it', () => {
    const story = given(iso);
    story.done('library adopt', { families: ['Networks'] });
    story.done('controls set', { control: 'NET-01', code: 'OUR-1', name: 'Our networks', statement: null });
    story.done('controls retire', { control: 'NET-02', reason: 'Bought in' });
    const before = story.programme.controls.controls;
    expect(story.when('library adopt', { families: ['Networks'] })).toEqual({ facts: [] });
    story.done('frameworks adopt', { framework: csf });
    story.done('library adopt', { families: ['Networks'] });
    expect(story.programme.controls.controls).toBe(before);
    const stated = claimsOf(story).filter(({ framework }) => framework === csf);
    expect(stated.some(({ controls: of }) => of.includes(controlOf(story, 'OUR-1').id))).toBe(true);
    expect(stated.some(({ controls: of }) => of.includes(controlOf(story, 'NET-02').id))).toBe(false);
  });

  it('given a claim that was refused, then it is not brought up again', () => {
    const story = given(iso);
    story.done('library adopt', { controls: ['GOV-02'] });
    const claim = claimsOf(story).find(({ requirement }) => requirement === '4.3')?.id;
    story.done('claims withdraw', { claim, reason: 'Our scope is not written down' });
    expect(story.when('library adopt', { controls: ['GOV-02'] })).toEqual({ facts: [] });
  });

  it('given that proposals were only undone, then they are brought up again', () => {
    const story = given(iso);
    story.done('library adopt', { controls: ['GOV-02'] });
    story.done('frameworks adopt', { framework: csf });
    story.done('library adopt', { controls: ['GOV-02'] });
    story.done('undo', { entry: story.programme.position });
    const proposed = () =>
      claimsOf(story).filter(({ framework, state }) => framework === csf && state === 'proposed');
    expect(proposed()).toEqual([]);
    story.done('library adopt', { controls: ['GOV-02'] });
    expect(proposed()).toHaveLength(
      claims.filter((each) => each.control === 'GOV-02' && each.framework === csf).length,
    );
  });

  it('given that the whole adoption was undone, then it can be done again', () => {
    const story = given(iso);
    story.done('library adopt', { all: true });
    story.done('undo', { entry: story.programme.position });
    expect(story.programme.controls.controls.size).toBe(0);
    story.done('library adopt', { all: true });
    expect(claimsOf(story).filter(({ state }) => state === 'proposed')).toHaveLength(of(iso));
  });

  it('given a control of which there are two, then the one in use counts', () => {
    const story = given();
    const source = 'starter-library/1/GOV-02';
    for (const code of ['A', 'B', 'C']) story.done('controls add', { code, name: 'Scope', source });
    story.done('controls retire', { control: 'A', reason: 'Double' });
    story.done('controls retire', { control: 'C', reason: 'Double' });
    expect(adoptedStarters(story.programme.controls).get('GOV-02')?.code).toBe('B');
    expect(story.when('library adopt', { controls: ['GOV-02'] })).toEqual({ facts: [] });
  });
});

describe('adopting what is there already', () => {
  it('given a framework adopted later, then its claims on controls that are in the library, and no control', () => {
    const story = given(iso);
    story.done('library adopt', { families: ['Networks'], controls: ['GOV-01'], without: ['ot'] });
    story.done('controls retire', { control: 'NET-02', reason: 'Bought in' });
    story.done('frameworks adopt', { framework: csf });
    const before = story.programme.controls.controls;
    story.done('library adopt', { present: true });
    expect(story.programme.controls.controls).toBe(before);
    const mine = new Set(['GOV-01', 'NET-01', 'NET-03', 'NET-04', 'NET-05', 'NET-06']);
    const meant = [...claims.map(({ control, ...of }) => ({ ...of, controls: [control] })), ...jointClaims];
    const wanted = meant.filter((of) => of.framework === csf && of.controls.every((code) => mine.has(code)));
    expect(wanted.length).toBeGreaterThan(5);
    expect(claimsOf(story).filter(({ framework }) => framework === csf)).toHaveLength(wanted.length);
    expect(controlOf(story, 'NET-06').conditionHolds, 'stays not of use').toBe(false);
  });

  it('given controls of the starter library are named besides, then these come too', () => {
    const story = given(iso);
    story.done('library adopt', { controls: ['GOV-01'] });
    story.done('library adopt', { present: true, controls: ['GOV-02'] });
    expect([...story.programme.controls.controls.values()].map(({ code }) => code)).toEqual([
      'GOV-01',
      'GOV-02',
    ]);
  });

  it('given nothing of it is there, or nothing is new, then nothing is recorded', () => {
    const story = given(iso);
    expect(story.when('library adopt', { present: true })).toEqual({ facts: [] });
    story.done('library adopt', { all: true });
    expect(story.when('library adopt', { present: true })).toEqual({ facts: [] });
  });
});

describe('what cannot be adopted', () => {
  it('given controls of our own with these codes, then all of them are named and nothing is added', () => {
    const story = given(iso);
    story.done('controls add', { code: 'gov-02', name: 'Ours' });
    story.done('controls add', { code: 'NET-01', name: 'Ours too' });
    expect(story.tried('library adopt', { all: true })).toMatchObject({
      kind: 'conflict',
      code: 'starter.codes-taken',
      params: { codes: 'GOV-02, NET-01' },
    });
    expect(counted(story)).toEqual([2, 0]);
    expect(story.tried('library adopt', { controls: ['GOV-01'] })).toBeUndefined();
  });

  it.each([
    [{}, 'invalid starter.none-chosen at all'],
    [{ families: ['Networks', 'Gardening'] }, 'refused starter.families-unknown at families'],
    [{ controls: ['GOV-01', 'NO-01'] }, 'refused starter.controls-unknown at controls'],
    [{ all: true, frameworks: [iso, csf] }, 'conflict framework.not-adopted at frameworks'],
  ])('given %j, then it is refused: %s', (input, refusal) => {
    expect(given(iso).refusal('library adopt', input)).toBe(refusal);
  });

  it('given names that mean nothing, then all of them are said', () => {
    const story = given();
    expect(story.tried('library adopt', { controls: ['X-1', 'GOV-01', 'X-2'] })?.params).toMatchObject({
      controls: 'X-1, X-2',
    });
    expect(story.tried('library adopt', { families: ['Yes', 'No'] })?.params).toMatchObject({
      families: 'Yes, No',
    });
  });
});
