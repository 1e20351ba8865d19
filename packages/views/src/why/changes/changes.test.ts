import {
  anyDeeds,
  anyRelationDeeds,
  doDeed,
  groundOfDeeds,
  places,
  type Story,
} from '@concord/programme/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newMemory } from '../../coverage/memory.ts';
import { soaOf, whyOf } from '../../testing/asked.ts';
import { addControl, claim, csf, exclude, iso, judge, show, start } from '../../testing/library.ts';
import type { Change, StepShown } from './change-shown.ts';

const access = [iso, 'A.5.15'] as const;
type Where = { readonly framework: string; readonly scope?: string };

/** What somebody would type for a step, written anew here: nothing of it is taken from where it was worked out. */
function doForReal(story: Story, step: StepShown, { framework, scope }: Where): void {
  const { control, claim: named, requirement } = step;
  const evidence = {
    outcome: 'works',
    title: 'Result',
    link: `https://real.example/${story.programme.position}`,
  };
  const unlimited = control && !story.programme.controls.controls.get(control)?.frequency;
  switch (step.step) {
    case 'confirm':
      story.done('claims confirm', { claim: named });
      return;
    case 'confirm-relation':
      story.done('relations confirm', { relationId: step.relation });
      return;
    case 'withdraw':
      story.done('claims withdraw', { claim: named, reason: 'Not so' });
      return;
    case 'operate':
      story.done('controls set', { control, implementation: 'operating' });
      return;
    case 'accept':
      story.done('controls set', { control, design: 'accepted' });
      return;
    case 'judge':
    case 'judge-again':
      story.done('requirements assess', {
        framework,
        requirement,
        judgement: 'met',
        reasons: 'Seen',
        ...(scope ? { scope } : {}),
      });
      return;
    case 'claim': {
      const other = story.done('controls add', {
        code: 'REAL',
        name: 'Real',
        implementation: 'operating',
        frequency: 'monthly',
      });
      story.done('evidence add', { controls: [other], ...evidence });
      const stated = story.done('claims state', { controls: [other], framework, requirement });
      story.done('claims confirm', { claim: stated });
      return;
    }
    default:
      story.done('evidence add', {
        controls: [control],
        ...evidence,
        ...(unlimited ? { validUntil: story.today } : {}),
      });
  }
}

function givesNow(story: Story, place: readonly [string, string], scope?: string) {
  const { state, word, kind } = whyOf(story, place, scope ? { scope } : {});
  return { state, word, kind };
}

describe('what would change a result', () => {
  it('law: after any course of events, whoever takes the steps for real finds what was foretold', () => {
    const wanted = [...places, ['nist-csf-2.0', 'RC.CO'], ['nis2-2024-2690', '2']] as const;
    const choices = fc.record({ place: fc.nat(99), change: fc.nat(99), scoped: fc.nat(3) });
    fc.assert(
      fc.property(fc.oneof(anyDeeds, anyRelationDeeds), choices, (deeds, chosen) => {
        const story = groundOfDeeds();
        for (const deed of deeds) doDeed(story, deed);
        const scopes = [...story.programme.governance.scopes.keys()].sort();
        const scope = chosen.scoped === 0 ? scopes[0] : undefined;
        const place = wanted[chosen.place % wanted.length] as readonly [string, string];
        const { changes } = whyOf(story, place, scope ? { scope } : {});
        const own = changes.filter(
          ({ steps }) => !steps.some(({ step }) => step === 'claim' || step === 'judge'),
        );
        const nearest = own.length > 0 ? own : changes;
        const change = nearest[chosen.change % Math.max(1, nearest.length)];
        if (!change) return;
        const where = { framework: place[0], ...(scope ? { scope } : {}) };
        for (const step of change.steps) doForReal(story, step, where);
        const { mark: _mark, ...gives } = change.gives;
        expect(givesNow(story, place, scope)).toEqual(gives);
      }),
      { numRuns: 30 },
    );
  });

  const said = (change: Change | undefined) => [
    change?.steps.map(({ step, code = '' }) => `${step} ${code}`.trim()),
    change?.gives.kind,
  ];

  function withControl(control: object, shown?: object): Story {
    const story = start(iso).on('2026-01-10');
    addControl(story, 'C-1', control);
    claim(story, 'C-1', access);
    if (shown) show(story, 'C-1', shown);
    return story;
  }

  it.each([
    [{ implementation: 'planned' }, undefined, ['operate C-1', 'record C-1']],
    [{ implementation: 'partly' }, {}, ['operate C-1']],
    [{ design: 'draft' }, {}, ['accept C-1']],
    [{}, undefined, ['record C-1']],
    [{}, { outcome: 'fails' }, ['mend C-1']],
    [{}, { collectedOn: '2025-01-10' }, ['renew C-1']],
    [{ frequency: undefined }, undefined, ['record C-1']],
  ])(
    'given a control of %j with %j, then the nearest is %j, and for real it gives the same',
    (control, shown, steps) => {
      const story = withControl(control, shown);
      const [nearest] = whyOf(story, access).changes;
      expect(said(nearest)).toEqual([steps, 'claimed']);
      for (const step of nearest?.steps ?? []) doForReal(story, step, { framework: iso });
      expect(givesNow(story, access)).toMatchObject({ kind: 'claimed', word: 'Met, by our claim' });
    },
  );

  it('given a joint claim of which two controls have lapsed, then both are named, and neither alone would do', () => {
    const story = start(iso).on('2026-01-10');
    for (const code of ['C-1', 'C-2', 'C-3']) {
      addControl(story, code);
      show(story, code);
    }
    claim(story, ['C-1', 'C-2', 'C-3'], access);
    story.on('2026-06-01');
    show(story, 'C-3');
    const { changes } = whyOf(story, access);
    expect(changes[0]).toMatchObject({
      together: true,
      sentence:
        'Only together: if C-1 had fresh evidence again and C-2 had fresh evidence again, this would be met, by our claim.',
    });
    expect(changes.filter(({ steps }) => steps.length === 1).map(({ gives }) => gives.kind)).toEqual([
      'claimed',
      'assessed',
    ]);
    expect(changes.flatMap(({ steps }) => steps).map(({ operation }) => operation)).toEqual([
      'evidence add',
      'evidence add',
      'claims state',
      'requirements assess',
    ]);
  });

  it('given a conflict, then to withdraw the claim, or to judge again, would settle it', () => {
    const story = withControl({}, {});
    judge(story, access, { judgement: 'not-met' });
    const { changes } = whyOf(story, access);
    expect(changes.map(said)).toEqual([
      [['judge-again'], 'assessed'],
      [['withdraw'], 'gap'],
    ]);
    doForReal(story, changes[1]?.steps[0] as StepShown, { framework: iso });
    expect(givesNow(story, access)).toMatchObject({ kind: 'gap', word: 'Gap, as assessed' });
  });

  it('given it is met or excluded, then there is nothing to change', () => {
    expect(whyOf(withControl({}, {}), access).changes).toEqual([]);
    const story = start(iso);
    exclude(story, access);
    expect(whyOf(story, access).changes).toEqual([]);
  });

  it('given a heading of which one part is open, then what would meet that part would meet it', () => {
    const story = start(csf).on('2026-01-10');
    judge(story, [csf, 'RC.CO-03']);
    addControl(story, 'C-1');
    claim(story, 'C-1', [csf, 'RC.CO-04']);
    const why = whyOf(story, [csf, 'RC.CO']);
    expect(why.parts.map(({ id, met }) => [id, met])).toEqual([
      ['RC.CO-03', true],
      ['RC.CO-04', false],
    ]);
    expect(why.changes.map(said)).toEqual([
      [['record C-1'], 'inferred'],
      [['claim'], 'inferred'],
      [['judge'], 'inferred'],
    ]);
    expect(why.changes[1]?.sentence).toContain('claimed to meet RC.CO-04');
  });

  it('given controls that the reader may not see, then a step on one is counted and not named', () => {
    const story = withControl({ owner: 'ana' });
    const reader = { person: 'ben', sees: 'own' } as const;
    const { changes, missing, sentences } = whyOf(story, access, { reader });
    expect(changes[0]).toMatchObject({
      steps: [{ step: 'record', operation: 'evidence add', hidden: true }],
      sentence: 'If 1 control(s) you may not see had a passing result, this would be met, by our claim.',
    });
    expect(missing.map(({ words }) => words)).toEqual([
      '1 control(s) you may not see do not show that they work.',
    ]);
    const control = story.programme.controls.byCode.get('C-1') as string;
    const told = JSON.stringify([changes, missing, sentences]);
    expect(told).not.toContain('C-1');
    expect(told).not.toContain(control);
  });

  it('given what is remembered, then asking leaves no trace in it', () => {
    const story = withControl({});
    const memory = newMemory();
    const before = JSON.stringify(soaOf(story, { memory }));
    expect(whyOf(story, access, { memory })).toEqual(whyOf(story, access));
    show(story, 'C-1');
    expect(soaOf(story, { memory })).toEqual(soaOf(story));
    expect(JSON.stringify(soaOf(story))).not.toBe(before);
  });
});
