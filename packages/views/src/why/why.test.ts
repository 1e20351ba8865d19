import { edition } from '@concord/catalog';
import { given, type Story } from '@concord/programme/testing';
import { describe, expect, it } from 'vitest';
import type { Side } from '../calculus/index.ts';
import { workOutCoverage } from '../coverage/coverage.ts';
import { asked, whyOf } from '../testing/asked.ts';
import { addControl, claim, csf, exclude, iso, judge, show, start } from '../testing/library.ts';
import { visibleSide } from './visible-inference.ts';
import { whyRequirement } from './why.ts';

const access = [iso, 'A.5.15'] as const;
const sentencesOf = (story: Story, on = story.today) => whyOf(story, access, { on }).sentences;

function withControl(said: object = {}): Story {
  const story = start(iso).on('2026-01-10');
  addControl(story, 'C-1', said);
  return story;
}

describe('why a requirement stands where it stands, in sentences', () => {
  it('given nothing, then what is missing', () => {
    expect(sentencesOf(start(iso))).toEqual([
      'A.5.15 Access control: Unclaimed.',
      'No control is claimed for it.',
      'If another control that operates with fresh evidence were claimed to meet A.5.15, and the claim confirmed, this would be met, by our claim.',
      'If an assessor judged A.5.15 met, this would be met, as assessed.',
    ]);
  });

  it('given a proposed claim, then that it is a hint', () => {
    const story = withControl();
    story.done('claims state', { controls: ['C-1'], framework: iso, requirement: 'A.5.15' });
    expect(sentencesOf(story)).toEqual([
      'A.5.15 Access control: Unclaimed: no claim that counts says that it is met.',
      'C-1 Name of C-1 is claimed to meet it. The claim is only proposed, so it is a hint and does not count.',
      'C-1 is untested: nothing shows yet that it works.',
      'Only together: if the claim of C-1 were confirmed and C-1 had a passing result, this would be met, by our claim.',
    ]);
  });

  it('given a claim that was confirmed with others in one go, then that it was', () => {
    const story = withControl();
    story.done('claims state', { controls: ['C-1'], framework: iso, requirement: 'A.5.15' });
    story.done('claims state', { controls: ['C-1'], framework: iso, requirement: 'A.5.16' });
    story.done('claims confirm-all', { all: true });
    expect(sentencesOf(story)[1]).toBe(
      'C-1 Name of C-1 is claimed to meet it. The claim was confirmed in one go with others, 2 claims in all, and counts.',
    );
    expect(whyOf(story, access).claims).toMatchObject([{ state: 'confirmed', bulk: 2 }]);
  });

  it('given it is met, then by what, until when, and nothing to change', () => {
    const story = withControl();
    claim(story, 'C-1', access);
    story.done('evidence add', {
      controls: ['C-1'],
      outcome: 'works',
      title: 'Review',
      link: 'https://a.example',
    });
    expect(sentencesOf(story)).toEqual([
      'A.5.15 Access control: Met, by our claim.',
      'C-1 Name of C-1 is claimed to meet it. The claim is confirmed and counts.',
      'C-1 operates; “Review” of 10 Jan 2026, less than a day old, counts until 10 Apr 2026, with grace until 25 Apr 2026.',
    ]);
    expect(sentencesOf(story, '2026-04-11')[2]).toBe(
      'C-1 operates; “Review” of 10 Jan 2026, 91 days old, was due on 10 Apr 2026 and counts, in grace, until 25 Apr 2026.',
    );
    expect(sentencesOf(story, '2026-04-26').slice(2)).toEqual([
      'C-1 has evidence that has lapsed; “Review” of 10 Jan 2026, 106 days old, counted until 25 Apr 2026. Unknown is not failed.',
      'Before evidence lapsed, the possible states were: F (F met, P partly, N not met).',
      'If C-1 had fresh evidence again, this would be met, by our claim.',
    ]);
  });

  it.each([
    [{ implementation: 'planned' }, 'If C-1 operated with fresh evidence, this would be met, by our claim.'],
    [
      { design: 'draft' },
      'Only together: if the design of C-1 were accepted and C-1 had a passing result, this would be met, by our claim.',
    ],
    [{}, 'If C-1 had a passing result, this would be met, by our claim.'],
    [
      { condition: 'If', conditionHolds: false },
      'If an assessor judged A.5.15 met, this would be met, as assessed.',
    ],
  ])('given a control of %j, then what would change it', (said, sentence) => {
    const story = withControl(said);
    claim(story, 'C-1', access);
    const last = sentencesOf(story).at(-1);
    expect(last).toBe(sentence);
  });

  it('given it was partly done, or failed, then what would change it', () => {
    const partly = withControl({ implementation: 'partly' });
    claim(partly, 'C-1', access, { contribution: 'equals' });
    show(partly, 'C-1');
    expect(sentencesOf(partly).at(-1)).toBe('If C-1 operated, this would be met, by our claim.');
    show(partly, 'C-1', { outcome: 'fails' });
    expect(sentencesOf(partly).slice(-2)).toEqual([
      'Only together: if C-1 operated and C-1 were mended and passed its test, this would be met, by our claim.',
      'If C-1 were mended and passed its test, this would be at least partly met: supported, not proven.',
    ]);
  });

  it('given judgements and decisions, then they are said', () => {
    const story = start(iso).on('2026-01-10');
    const reasons = [{ kind: 'law', text: 'The law asks' }];
    story.done('applicability decide', { framework: iso, requirement: 'A.5.15', applicable: true, reasons });
    judge(story, access, { validUntil: '2026-02-10' });
    expect(sentencesOf(story).slice(1, 3)).toEqual([
      'It is applicable. Law: The law asks',
      'Judged met on 10 Jan 2026: Looked',
    ]);
    expect(sentencesOf(story, '2026-02-11')[2]).toBe(
      'Judged met on 10 Jan 2026; that judgement lapsed after 10 Feb 2026: Looked',
    );
    exclude(story, access);
    expect(sentencesOf(story)[1]).toBe('It is excluded: We have none');
  });

  it('given a conflict, then both sides are named, a hidden control by its number', () => {
    const story = withControl({ owner: 'ana' });
    claim(story, 'C-1', access);
    show(story, 'C-1');
    judge(story, access, { judgement: 'not-met' });
    const sides = (claimants: string) =>
      `What is recorded contradicts itself: the claim of ${claimants} and the assessor’s judgement cannot both hold.`;
    expect(sentencesOf(story)[1]).toBe(sides('C-1'));
    const reader = { person: 'ben', sees: 'own' } as const;
    expect(whyOf(story, access, { reader }).sentences[1]).toBe(sides('1 control(s) you may not see'));
  });

  it('given somebody who sees only their own, then the reasons of an assessor are not theirs', () => {
    const story = start(iso).on('2026-01-10');
    judge(story, access);
    const why = whyOf(story, access, { reader: { person: 'ben', sees: 'own' } });
    expect([why.judgement?.judgement, why.judgement?.reasons]).toEqual([
      'met',
      '(the reasons are for those who see the whole programme)',
    ]);
  });

  it('given what another framework suggests, then it is called a hint', () => {
    const story = start(iso, csf);
    judge(story, access);
    expect(whyOf(story, [csf, 'PR.AA-05']).sentences).toContain(
      '1 crosswalk link(s) suggest that something is done here (iso27001-2022 A.5.15; by Razilio). That is a hint, no proof.',
    );
  });
});

describe('the proof', () => {
  it('names each inference, and what each claim allows', () => {
    const story = withControl();
    const id = claim(story, 'C-1', access);
    show(story, 'C-1');
    const why = whyOf(story, access);
    const control = story.programme.controls.byCode.get('C-1');
    expect(why.inferences).toEqual([
      { by: 'claim', id, sources: [control], relation: 'SUP', allows: 1, hops: 0 },
    ]);
    expect(why.claims).toMatchObject([
      { id, relation: 'SUP', allows: ['F'], joint: false, hiddenControls: 0 },
    ]);
    expect(why).not.toHaveProperty('numbers');
  });

  it('given several controls together, then they stand by their codes, whichever was there first', () => {
    const story = start(iso);
    for (const code of ['C-2', 'C-3', 'C-1']) addControl(story, code);
    claim(story, ['C-2', 'C-3', 'C-1'], access);
    const codes = whyOf(story, access).claims.flatMap(({ controls }) => controls.map(({ code }) => code));
    expect(codes).toEqual(['C-1', 'C-2', 'C-3']);
  });

  it('given an unknown requirement, then it names the nearest; a heading is no requirement', () => {
    const ask = asked(start(iso));
    const refusal = (requirement: string) => whyRequirement(ask, { framework: iso, requirement });
    expect(refusal('A.5.51')).toMatchObject({
      refusal: {
        kind: 'missing',
        code: 'requirement.unknown-near',
        params: { near: expect.stringContaining('A.5.15') },
      },
    });
    expect(refusal('nothing like it')).toMatchObject({ refusal: { code: 'requirement.unknown' } });
    expect(refusal('4')).toMatchObject({ refusal: { code: 'requirement.not-assessable' } });
    expect(whyRequirement(asked(given()), { framework: iso, requirement: 'A.5.15' })).toMatchObject({
      refusal: { code: 'framework.not-adopted' },
    });
  });

  it('given two sides of a conflict, then hidden controls are unnamed down to the last step', () => {
    const story = withControl({ owner: 'ana' });
    const control = story.programme.controls.byCode.get('C-1') as string;
    const step = {
      by: 'claim',
      id: 'k',
      sources: [control, 'A.5.15'],
      relation: 'SUP',
      allows: 1,
      hops: 0,
    } as const;
    const side: Side = { ...step, trail: [{ ...step, requirement: 'A.5.16' }] };
    const { programme } = story;
    const seen = (person: string) => visibleSide(side, { programme, reader: { person, sees: 'own' } });
    expect(seen('ana')).toEqual(side);
    const hidden = ['hidden', 'A.5.15'];
    expect(seen('ben')).toEqual({
      ...side,
      sources: hidden,
      trail: [{ ...side.trail[0], sources: hidden }],
    });
  });

  it('then what a claim allows is what the calculus makes of it', () => {
    const story = withControl();
    addControl(story, 'C-2', { implementation: 'partly' });
    show(story, 'C-1');
    show(story, 'C-2');
    for (const [controls, contribution] of [
      [['C-1'], 'part'],
      [['C-2'], 'equals'],
      [['C-1', 'C-2'], 'meets'],
      [['C-2'], 'contributes'],
    ] as const) {
      const alone = claim(story, controls, access, { contribution });
      const why = whyOf(story, access);
      const { edition: hash } = story.programme.governance.adoptions.get(iso)!;
      const aspect = { framework: edition(iso, hash)!, scope: 'organisation', on: story.today };
      const { states } = workOutCoverage(story.programme, aspect).results.get('A.5.15')!;
      expect(why.claims.find(({ id }) => id === alone)?.allows).toEqual(states);
      story.done('claims withdraw', { claim: alone, reason: 'Next' });
    }
  });
});
