import { describe, expect, it } from 'vitest';
import { given, type Story } from '../../testing/index.ts';
import { proposalsToTake, proposalsWaiting } from './starter-waiting.ts';

const iso = 'iso27001-2022';
const csf = 'nist-csf-2.0';

const waiting = (story: Story, framework: string) =>
  proposalsWaiting(story.programme).find((each) => each.framework === framework);
const noticed = (story: Story, framework: string) => {
  const decision = story.when('frameworks adopt', { framework });
  return 'refusal' in decision ? decision.refusal : decision.notices;
};
const statedBy = (story: Story, input: object) => {
  const before = story.programme.controls.claims.size;
  story.done('library adopt', input);
  return story.programme.controls.claims.size - before;
};

describe('proposals that nobody took over', () => {
  it('given a framework left out in set-up, then its adoption says how many, and that many are then taken over', () => {
    const story = given(iso);
    story.done('library adopt', { all: true });
    const before = waiting(story, csf);
    expect(before).toMatchObject({ isAdopted: false });
    expect(before?.claims).toBeGreaterThan(400);
    expect(noticed(story, csf)).toEqual([
      { code: 'starter.proposals-wait', params: { count: before?.claims, framework: csf } },
    ]);
    story.done('frameworks adopt', { framework: csf });
    expect(waiting(story, csf)).toEqual({ framework: csf, isAdopted: true, claims: before?.claims });
    expect(waiting(story, iso)?.claims).toBe(0);
    expect(statedBy(story, { present: true, frameworks: [csf] })).toBe(before?.claims);
    expect(waiting(story, csf)?.claims).toBe(0);
  });

  it('given a language, then each that can be taken over is told in it, with its controls and why', () => {
    const story = given(iso);
    story.done('library adopt', { controls: ['GOV-02'] });
    expect(proposalsToTake(story.programme, 'en')).toEqual([]);
    story.done('frameworks adopt', { framework: csf });
    const told = proposalsToTake(story.programme, 'de');
    expect(told).toHaveLength(waiting(story, csf)?.claims ?? 0);
    const [control] = story.programme.controls.controls.keys();
    expect(told[0]).toMatchObject({ framework: csf, controls: [control], contribution: expect.any(String) });
    const english = proposalsToTake(story.programme, 'en').map(({ rationale }) => rationale);
    expect(told.map(({ rationale }) => rationale)).not.toEqual(english);
  });

  it('given a part of the library, then only what that part is proposed for counts', () => {
    const story = given(iso);
    story.done('library adopt', { families: ['Networks'] });
    story.done('controls retire', { control: 'NET-02', reason: 'Bought in' });
    const counted = waiting(story, csf)?.claims;
    story.done('frameworks adopt', { framework: csf });
    expect(statedBy(story, { present: true })).toBe(counted);
    story.done('controls add', { code: 'OURS', name: 'Ours' });
    expect(waiting(story, csf)?.claims).toBe(0);
  });

  it('given nothing of the starter library is there, then nothing waits and the adoption says nothing', () => {
    const story = given();
    story.done('controls add', { code: 'OURS', name: 'Ours' });
    expect(noticed(story, csf)).toBeUndefined();
    expect(proposalsWaiting(story.programme).map(({ claims }) => claims)).toEqual([0, 0, 0, 0]);
  });

  it('given what was refused, then it does not wait', () => {
    const story = given(iso);
    story.done('library adopt', { controls: ['GOV-02'] });
    const [claim] = story.programme.controls.claims.keys();
    story.done('claims withdraw', { claim, reason: 'Not ours' });
    expect(waiting(story, iso)?.claims).toBe(0);
  });

  it('given a framework that the starter library does not know, then its adoption says nothing', () => {
    const story = given(iso);
    story.done('library adopt', { all: true });
    expect(noticed(story, 'nist-csf-1.1')).toBeUndefined();
    expect(waiting(story, 'nist-csf-1.1')).toBeUndefined();
  });
});
