import type { Story } from '@concord/programme/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newMemory } from '../coverage/memory.ts';
import { answered, asked, csfOf } from '../testing/asked.ts';
import { addControl, claim, csf, exclude, iso, judge, nis2, show, start } from '../testing/library.ts';
import { type CsfProfile, csfProfile } from './csf-profile.ts';
import { summariseScores } from './scoring.ts';

const levels = [0, 1, 2, 3, 4].map((value) => ({ value, label: `Level ${value}` }));

function withProfile(...frameworks: string[]): { story: Story; profile: string } {
  const story = start(...frameworks);
  story.done('people add', { person: 'ben' });
  return { story, profile: story.done('profiles create', { name: 'Two years', framework: csf }) };
}

const rowOf = ({ rows }: CsfProfile, id: string) => rows.find((row) => row.id === id);
const groupOf = ({ groups }: CsfProfile, id: string) => groups.find((group) => group.id === id);

describe('a gap', () => {
  it('is where an outcome is wanted and included, and not met', () => {
    const { story, profile } = withProfile(csf);
    for (const requirement of ['PR.AA-01', 'PR.AA-02', 'PR.AA-03', 'PR.AA-05', 'PR.AA-06'])
      story.done('targets set', { profile, requirement, wanted: requirement !== 'PR.AA-02' });
    judge(story, [csf, 'PR.AA-01']);
    exclude(story, [csf, 'PR.AA-03']);
    story.done('profiles status', {
      profile,
      requirement: 'PR.AA-05',
      included: false,
      rationale: 'Elsewhere',
    });
    const view = csfOf(story);
    expect(view.gaps.map(({ requirement }) => requirement)).toEqual(['PR.AA-06']);
    expect(rowOf(view, 'PR.AA-06')?.gap).toEqual({
      by: ['result'],
      size: 1,
      missing: ['claim', 'policy', 'practice', 'evidence'],
    });
    expect(rowOf(view, 'PR.AA-05')).toMatchObject({ included: false, rationale: 'Elsewhere' });
    expect(rowOf(view, 'PR.AA-03')?.included).toBe(false);
    expect(rowOf(view, 'PR.AA-04')).toMatchObject({ included: true, rationale: '' });
  });

  it('is also where an outcome is scored below what is wanted, on the profile’s own scale', () => {
    const { story, profile } = withProfile(csf);
    story.done('profiles scale', { profile, levels });
    const requirement = 'PR.AA-01';
    judge(story, [csf, requirement]);
    story.done('targets set', { profile, requirement, score: 3 });
    expect(csfOf(story).gaps).toEqual([]);
    story.done('profiles score', { profile, requirement, score: 2, rationale: 'Looked' });
    expect(rowOf(csfOf(story), requirement)).toMatchObject({
      gap: { by: ['score'], levels: 1, size: 0.25, missing: [] },
      score: { current: { value: 2, rationale: 'Looked' }, target: 3 },
    });
    story.done('profiles score', { profile, requirement, score: 4, rationale: 'Looked again' });
    expect(csfOf(story).gaps).toEqual([]);
  });

  it('says what is lacking: a claim, something laid down, practice, evidence', () => {
    const { story, profile } = withProfile(csf);
    const requirement = 'PR.AA-01';
    story.done('targets set', { profile, requirement });
    const missing = () => rowOf(csfOf(story), requirement)?.gap?.missing;
    addControl(story, 'AC-1', { implementation: 'planned' });
    claim(story, 'AC-1', [csf, requirement]);
    expect(missing()).toEqual(['policy', 'practice', 'evidence']);
    story.done('profiles status', { profile, requirement, policies: 'The policy' });
    expect(missing()).toEqual(['practice', 'evidence']);
    story.done('controls set', { control: 'AC-1', implementation: 'operating' });
    expect(missing()).toEqual(['evidence']);
    show(story, 'AC-1');
    expect(missing()).toBeUndefined();
  });

  it('when one control shows that it works and another that it fails, then evidence is lacking all the same', () => {
    const { story, profile } = withProfile(csf);
    const requirement = 'PR.AA-01';
    story.done('targets set', { profile, requirement });
    for (const code of ['AC-1', 'AC-2']) {
      addControl(story, code, { statement: 'It is done' });
      claim(story, code, [csf, requirement], { contribution: code === 'AC-1' ? 'part' : 'meets' });
    }
    show(story, 'AC-1');
    show(story, 'AC-2', { outcome: 'fails' });
    expect(rowOf(csfOf(story), requirement)?.gap?.missing).toContain('evidence');
  });
});

describe('the list of gaps', () => {
  const urgency = fc.record(
    {
      priority: fc.constantFrom('high', 'medium', 'low'),
      due: fc.constantFrom('2026-06-01', '2027-01-01'),
      partly: fc.boolean(),
    },
    { requiredKeys: ['partly'] },
  );

  it('goes by the priority of the target, then the size of the gap, then the day', () => {
    const outcomes = ['GV.OC-01', 'GV.OC-02', 'GV.OC-03', 'PR.AA-01', 'RC.CO-03'];
    fc.assert(
      fc.property(fc.array(urgency, { minLength: 5, maxLength: 5 }), (all) => {
        const { story, profile } = withProfile(csf);
        for (const [at, requirement] of outcomes.entries()) {
          const { partly, ...said } = all[at] as (typeof all)[number];
          story.done('targets set', { profile, requirement, ...said });
          if (partly) judge(story, [csf, requirement], { judgement: 'partly' });
        }
        const { gaps } = csfOf(story);
        expect(gaps).toHaveLength(5);
        const rank = { high: 3, medium: 2, low: 1 };
        const keys = gaps.map(({ priority, size, due = '9999' }) => [
          9 - (priority ? rank[priority] : 0),
          1 - size,
          due,
        ]);
        expect(keys).toEqual([...keys].sort((one, other) => (String(one) < String(other) ? -1 : 1)));
      }),
      { numRuns: 20 },
    );
  });

  it('names the controls that would close it, and what they leave open in other frameworks', () => {
    const { story, profile } = withProfile();
    story.done('targets set', { profile, requirement: 'PR.AA-01' });
    addControl(story, 'AC-1');
    for (const at of [
      [csf, 'PR.AA-01'],
      [iso, 'A.5.15'],
      [nis2, '21(2)(i)'],
      [iso, 'A.5.16'],
    ] as const)
      claim(story, 'AC-1', at);
    judge(story, [iso, 'A.5.16']);
    const [gap] = csfOf(story).gaps;
    expect(gap).toMatchObject({ requirement: 'PR.AA-01', closes: true, actions: 0 });
    expect(gap?.closedBy.map(({ code }) => code)).toEqual(['AC-1']);
    expect(gap?.affected).toEqual([
      { framework: iso, requirement: 'A.5.15' },
      { framework: nis2, requirement: '21(2)(i)' },
    ]);
  });

  it('takes the shortest way: of several claims that which lacks least, a joint one whole', () => {
    const { story, profile } = withProfile(csf);
    story.done('targets set', { profile, requirement: 'PR.AA-01' });
    for (const code of ['AC-1', 'AC-2', 'AC-3']) addControl(story, code);
    claim(story, ['AC-1', 'AC-2'], [csf, 'PR.AA-01']);
    const ways = () => csfOf(story).gaps[0]?.closedBy.map(({ code }) => code);
    expect(ways()).toEqual(['AC-1', 'AC-2']);
    show(story, 'AC-1');
    expect(ways()).toEqual(['AC-2']);
    claim(story, 'AC-3', [csf, 'PR.AA-01'], { contribution: 'contributes' });
    expect(ways()).toEqual(['AC-2']);
  });

  it('when a reader sees only their own, then controls of others are a count, and no text is shown', () => {
    const { story, profile } = withProfile(csf);
    const requirement = 'PR.AA-01';
    story.done('targets set', { profile, requirement, policies: 'secret' });
    story.done('profiles status', {
      profile,
      requirement,
      status: 'secret',
      notes: 'secret',
      rationale: 'secret',
    });
    story.done('profiles tiers', { profile, governanceCurrent: 1, rationale: 'secret' });
    story.done('profiles change', { profile, assumptions: 'secret' });
    story.done('profiles scale', { profile, levels });
    story.done('profiles score', { profile, requirement, score: 1, rationale: 'secret' });
    addControl(story, 'AC-1', { owner: 'ben', name: 'secret' });
    claim(story, 'AC-1', [csf, requirement]);
    show(story, 'AC-1', { title: 'secret', outcome: 'fails' });
    story.done('actions add', {
      title: 'secret',
      closes: [{ kind: 'requirement', id: `${csf}/${requirement}` }],
    });
    const view = csfOf(story, { reader: { person: 'cleo', sees: 'own' } });
    expect(JSON.stringify(view)).not.toContain('secret');
    expect(view.gaps[0]).toMatchObject({ closedBy: [], hiddenControls: 1 });
    expect(rowOf(view, requirement)).toMatchObject({
      hiddenActions: 1,
      actions: [],
      artifacts: [],
      owners: [],
    });
    expect(rowOf(view, requirement)?.score?.current?.value).toBe(1);
    const own = csfOf(story, { reader: { person: 'ben', sees: 'own' } });
    expect(rowOf(own, requirement)).toMatchObject({ owners: ['ben'], artifacts: [{ outcome: 'fails' }] });
  });
});

describe('the pieces behind an outcome', () => {
  it('stand there once, also one that came to stand for a further control since the view was read', () => {
    const story = start(csf);
    for (const code of ['AC-1', 'AC-2']) {
      addControl(story, code);
      claim(story, code, [csf, 'PR.AA-01']);
    }
    const evidence = show(story, 'AC-1');
    const memory = newMemory();
    csfOf(story, { memory });
    story.done('evidence assign', { evidence, controls: ['AC-2'] });
    expect(rowOf(csfOf(story, { memory }), 'PR.AA-01')?.artifacts).toMatchObject([{ id: evidence }]);
  });
});

describe('the plan', () => {
  it('is one action for all the gaps that one control closes, and can be added as it is', () => {
    const { story, profile } = withProfile();
    const aim = { PR: 'PR.AA-01', RC: 'RC.CO-03', GV: 'GV.OC-01' };
    story.done('targets set', { profile, requirement: aim.PR, priority: 'low', due: '2027-06-01' });
    story.done('targets set', { profile, requirement: aim.RC, priority: 'high', due: '2027-01-01' });
    story.done('targets set', { profile, requirement: aim.GV, priority: 'medium', due: '2025-01-01' });
    const control = addControl(story, 'AC-1', { owner: 'ben', implementation: 'planned' });
    for (const at of [
      [csf, aim.PR],
      [csf, aim.RC],
      [iso, 'A.5.15'],
    ] as const)
      claim(story, 'AC-1', at);
    const { plan } = csfOf(story);
    expect(plan).toMatchObject([
      {
        title: 'Put AC-1 into operation: Name of AC-1',
        owner: 'ben',
        priority: 'high',
        due: '2027-01-01',
        closes: [
          { kind: 'control', id: control },
          { kind: 'target', id: `${profile}:${csf}/RC.CO-03` },
          { kind: 'target', id: `${profile}:${csf}/PR.AA-01` },
          { kind: 'requirement', id: `${iso}/A.5.15` },
        ],
      },
      { priority: 'medium', due: story.today, closes: [{ kind: 'target' }] },
    ]);
    story.done('actions add-many', { actions: plan });
    const view = csfOf(story);
    expect(view.plan).toEqual([]);
    expect(view.gaps.map(({ actions }) => actions)).toEqual([1, 1, 1]);
    expect(rowOf(view, aim.PR)?.actions).toMatchObject([{ owner: 'ben', by: 'target' }]);
  });

  it('given one of two controls for a gap comes to be claimed for what the other is, then its action names that too', () => {
    const { story, profile } = withProfile(csf, iso);
    story.done('targets set', { profile, requirement: 'PR.AA-01' });
    for (const code of ['AC-1', 'AC-2']) addControl(story, code);
    claim(story, ['AC-1', 'AC-2'], [csf, 'PR.AA-01']);
    claim(story, 'AC-2', [iso, 'A.5.15']);
    const memory = newMemory();
    csfOf(story, { memory });
    claim(story, 'AC-1', [iso, 'A.5.15']);
    const { plan } = csfOf(story, { memory });
    expect(plan).toEqual(csfOf(story).plan);
    expect(plan[0]?.closes).toContainEqual({ kind: 'requirement', id: `${iso}/A.5.15` });
  });

  it('when an action is closed, then the gap it was to close is planned for again', () => {
    const { story, profile } = withProfile(csf);
    story.done('targets set', { profile, requirement: 'PR.AA-01' });
    const action = story.done('actions add-many', { actions: csfOf(story).plan });
    story.on('2026-02-01');
    story.done('actions close', { action, result: 'Given up', status: 'dropped' });
    expect(csfOf(story).plan).toHaveLength(1);
    expect(csfOf(story, { on: '2026-01-15' }).plan).toEqual([]);
  });
});

describe('scores', () => {
  it('are summed up over outcomes that are included and scored, and nobody’s silence is a nought', () => {
    const anyScore = fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined });
    const outcome = fc.record({ included: fc.boolean(), score: anyScore });
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 30 }), (all) => {
        const scored = all.map(({ included, score }) => ({
          included,
          said: {
            score:
              score === undefined ? undefined : { from: '', value: { value: score, rationale: '', by: '' } },
          },
        }));
        const summary = summariseScores({ scale: { levels } }, scored);
        const values = all.flatMap(({ included, score }) => (included && score !== undefined ? [score] : []));
        expect(summary?.of).toBe(all.filter(({ included }) => included).length);
        expect(summary?.scored).toBe(values.length);
        expect(summary?.min).toBe(values.length === 0 ? undefined : Math.min(...values));
        const sum = values.reduce((one, other) => one + other, 0);
        if (values.length > 0) expect(summary?.mean).toBeCloseTo(sum / values.length, 2);
        else expect(summary).not.toHaveProperty('mean');
        expect(summariseScores({}, scored)).toBeUndefined();
      }),
    );
  });

  it('of a function are a mean over its outcomes, not over its categories; tiers do not follow from them', () => {
    const { story, profile } = withProfile(csf);
    story.done('profiles scale', { profile, levels });
    const score = (requirement: string, value: number) =>
      story.done('profiles score', { profile, requirement, score: value, rationale: 'Looked' });
    for (const id of ['GV.OC-01', 'GV.OC-02', 'GV.OC-03']) score(id, 4);
    score('GV.RM-01', 0);
    story.done('profiles status', { profile, requirement: 'GV.OC-03', included: false });
    const view = csfOf(story);
    expect(groupOf(view, 'GV.OC')?.score).toEqual({ mean: 4, min: 4, scored: 2, of: 4 });
    expect(groupOf(view, 'GV.RM')?.score).toEqual({ mean: 0, min: 0, scored: 1, of: 7 });
    expect(groupOf(view, 'GV')?.score).toEqual({ mean: 2.67, min: 0, scored: 3, of: 30 });
    expect(groupOf(view, 'PR')?.score).toEqual({ scored: 0, of: 22 });
    expect(view.score).toEqual({ mean: 2.67, min: 0, scored: 3, of: 105 });
    expect(view.tiers).toEqual({});
    score('GV.RM-01', 4);
    story.done('profiles score', { profile, requirement: 'GV.OC-01', score: null, rationale: 'Too early' });
    expect(groupOf(csfOf(story), 'GV')?.score).toEqual({ mean: 4, min: 4, scored: 2, of: 30 });
  });
});

describe('given days', () => {
  it('then target, status, score and tiers are those of the day asked about', () => {
    const { story, profile } = withProfile(csf);
    const requirement = 'PR.AA-01';
    story.done('profiles scale', { profile, levels });
    const say = (value: number) => {
      story.done('targets set', { profile, requirement, tier: value });
      story.done('profiles status', { profile, requirement, status: `Status ${value}` });
      story.done('profiles score', { profile, requirement, score: value, rationale: 'x' });
      story.done('profiles tiers', { profile, managementTarget: value, rationale: 'x' });
    };
    say(1);
    story.on('2026-03-01');
    say(2);
    const told = (on: string) => {
      const view = csfOf(story, { on });
      const row = rowOf(view, requirement);
      const values = [row?.target?.tier, row?.score?.current?.value, view.tiers.managementTarget?.tier];
      return [row?.status?.text, ...values];
    };
    expect(told('2025-12-31')).toEqual([undefined, undefined, undefined, undefined]);
    expect(told('2026-02-28')).toEqual(['Status 1', 1, 1, 1]);
    expect(told('2026-03-01')).toEqual(['Status 2', 2, 2, 2]);
  });

  it('when a memory has been asked before, then each change is seen, as it is without a memory', () => {
    const { story, profile } = withProfile();
    const memory = newMemory();
    addControl(story, 'AC-1', { owner: 'ben' });
    const requirement = 'PR.AA-01';
    claim(story, 'AC-1', [csf, requirement]);
    claim(story, 'AC-1', [iso, 'A.5.15']);
    const closes = [{ kind: 'requirement', id: `${csf}/${requirement}` }];
    const deeds: (() => unknown)[] = [
      () => story.done('targets set', { profile, requirement, priority: 'high' }),
      () => story.done('profiles status', { profile, requirement, status: 'Half' }),
      () => story.done('profiles status', { profile, requirement: 'PR.AA', notes: 'All of it' }),
      () => story.done('profiles scale', { profile, levels }),
      () => story.done('profiles score', { profile, requirement, score: 1, rationale: 'x' }),
      () => story.done('actions add', { title: 'Mend it', closes }),
      () => judge(story, [iso, 'A.5.15']),
      () => show(story, 'AC-1', { outcome: 'neutral' }),
      () => story.done('profiles retire', { profile, reason: 'Old' }),
    ];
    for (const deed of deeds) {
      deed();
      expect(csfOf(story, { memory })).toEqual(csfOf(story));
    }
    expect(csfOf(story).profile).toBeUndefined();
    expect(answered(csfProfile(asked(story), profile)).profile).toMatchObject({ retiredOn: story.today });
  });
});
