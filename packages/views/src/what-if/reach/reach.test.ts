import { assessableOf } from '@concord/catalog';
import { adoptedEdition } from '@concord/programme';
import { anyDeeds, doDeed, groundOfDeeds, type Story } from '@concord/programme/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMet } from '../../calculus/index.ts';
import { coverageOf } from '../../coverage/memory.ts';
import type { ViewAsked } from '../../envelope.ts';
import { atOnce } from '../../pauses/in-parts.ts';
import { answered, asked } from '../../testing/asked.ts';
import { addControl, claim, csf, exclude, iso, judge, nis2, show, start } from '../../testing/library.ts';
import { suppose } from '../hypothesis/suppose.ts';
import { type WhatIf, whatIf } from '../what-if.ts';
import { Closure } from './closure.ts';
import { readGoals } from './goal.ts';
import { modelOf } from './model.ts';
import type { Reach } from './reach.ts';

const nothing = { set: [], lapse: [], exclude: [], reach: [] };

function ask(story: Story, reach: readonly string[], said: object = {}): WhatIf & { reach: Reach } {
  const answer = answered<WhatIf>(whatIf(asked(story), { ...nothing, reach, ...said }));
  return answer as WhatIf & { reach: Reach };
}

function refusalOf(story: Story, reach: readonly string[], said: Partial<ViewAsked> = {}) {
  const answer = whatIf(asked(story, said), { ...nothing, reach });
  if (!('refusal' in answer)) return [];
  const { kind, code, params, path } = answer.refusal;
  return [kind, code, params, path];
}

const codesOf = ({ reach }: { reach: Reach }) => reach.steps.map(({ code }) => code);

/** How many requirements of a framework are met once these controls work, by the ordinary coverage. */
function metWith(story: Story, framework: string, controls: readonly string[]): number {
  const { programme, today: on } = story;
  const changes = controls.map((id) => {
    const control = programme.controls.controls.get(id)!;
    return { kind: 'set', control, state: 'works' } as const;
  });
  const then = atOnce(suppose(programme, changes, { on, actor: '' }));
  if ('refusal' in then) throw new Error(then.refusal.code);
  const edition = adoptedEdition(programme.governance, framework)!;
  const aspect = { framework: edition, scope: 'organisation', on };
  const { results } = coverageOf(then.programme, aspect).coverage;
  return assessableOf(edition).filter(({ id }) => isMet(results.get(id)!)).length;
}

function subsetsOf(ids: readonly string[]): string[][] {
  const all = Array.from({ length: 2 ** ids.length }, (_, bits) => ids.filter((_id, at) => bits & (1 << at)));
  return all.sort((one, other) => one.length - other.length);
}

const duties = ['20(1)', '21(2)(a)', '21(2)(b)', '21(2)(c)', '21(2)(d)', '21(2)(e)'];
const ours = ['A.5.15', 'A.5.16', 'A.5.17'];

interface Said {
  readonly members: readonly number[];
  readonly at: number;
  readonly contribution: string;
  readonly confirmed: boolean;
}

const anyClaims: fc.Arbitrary<Said[]> = fc.array(
  fc.record({
    members: fc.uniqueArray(fc.nat({ max: 4 }), { minLength: 1, maxLength: 3 }),
    at: fc.nat({ max: duties.length + ours.length - 1 }),
    contribution: fc.constantFrom('meets', 'meets', 'meets', 'meets', 'equals', 'part', 'contributes'),
    confirmed: fc.constantFrom(true, true, true, true, true, false),
  }),
  { minLength: 4, maxLength: 12 },
);
const states = ['planned', 'operating', 'works', 'draft', 'struck', 'partly'];
const anyLibrary = fc.record({
  claims: anyClaims,
  states: fc.array(fc.constantFrom(...states), { minLength: 5, maxLength: 5 }),
  relations: fc.array(
    fc.record({
      from: fc.nat({ max: ours.length - 1 }),
      to: fc.nat({ max: duties.length - 1 }),
      relation: fc.constantFrom('EQ', 'SUP', 'SUB', 'INT'),
    }),
    { maxLength: 2 },
  ),
});

type Library = typeof anyLibrary extends fc.Arbitrary<infer T> ? T : never;

/** A small library, in which nobody judged anything. */
function tell({ claims, states: said, relations }: Library) {
  const story = start(nis2, iso);
  const controls = said.map((state, at) => {
    const implementation = state === 'planned' || state === 'partly' ? state : 'operating';
    const design = state === 'draft' ? 'draft' : 'accepted';
    const stated = { implementation, design, conditionHolds: state !== 'struck' };
    const control = addControl(story, `C-${at}`, stated);
    if (state !== 'operating') show(story, control);
    return control;
  });
  const place = (at: number): [string, string] =>
    at < duties.length ? [nis2, duties[at] as string] : [iso, ours[at - duties.length] as string];
  for (const { members, at, contribution, confirmed } of claims) {
    const [framework, requirement] = place(at);
    const named = members.map((each) => controls[each]);
    const stated = { controls: named, framework, requirement, contribution };
    if (story.tried('claims state', stated) || !confirmed) continue;
    story.done('claims confirm', { claim: story.facts.at(-1)?.record.id });
  }
  for (const { from, to, relation } of relations) {
    const why = { rationaleKind: 'semantic', rationale: 'Read side by side' };
    const ends = { from: [`${iso}/${ours[from]}`], to: `${nis2}/${duties[to]}`, relation };
    if (story.tried('relations state', { ...ends, ...why })) continue;
    story.done('relations confirm', { relationId: story.facts.at(-1)?.record.id });
  }
  return { story, controls };
}

describe('the list', () => {
  it('given any small library, reaches what trying every list reaches, and is as short, or says by how much not', () => {
    let lists = 0;
    fc.assert(
      fc.property(anyLibrary, fc.constantFrom('', ':4', ':12', ':20'), (library, target) => {
        const { story, controls } = tell(library);
        const { reach, frameworks } = ask(story, [`${nis2}${target}`]);
        const [goal] = reach.goals;
        const tried = subsetsOf(controls).map((list) => ({ list, met: metWith(story, nis2, list) }));
        const most = Math.max(...tried.map(({ met }) => met));
        const wanted = Math.min(most, goal!.atLeast);
        const best = tried.find(({ met }) => met >= wanted)!.list.length;
        expect(goal).toMatchObject({ reachable: most, n: 25, reached: most >= goal!.atLeast });
        expect(goal!.metThen).toBeGreaterThanOrEqual(wanted);
        expect(reach.steps.length - reach.atMostOver).toBe(reach.fewest);
        expect(reach.fewest).toBeLessThanOrEqual(best);
        expect(reach.steps.length).toBeLessThanOrEqual(best + reach.atMostOver);
        const gained = reach.steps.reduce((sum, { gain }) => sum + gain, 0);
        expect(goal!.met + gained).toBe(goal!.metThen);
        expect(goal!.metToday).toBe(goal!.met);
        expect(frameworks[0]?.numbers.after.met).toBe(goal!.metThen);
        expect(
          metWith(
            story,
            nis2,
            reach.steps.map(({ id }) => id),
          ),
        ).toBe(goal!.metThen);
        lists += reach.steps.length;
      }),
      { numRuns: 20 },
    );
    expect(lists).toBeGreaterThan(10);
  }, 180_000);

  it('given any course of events, is found by rules that say of what is met what the calculus says', () => {
    fc.assert(
      fc.property(anyDeeds, (deeds) => {
        const story = groundOfDeeds();
        for (const deed of deeds) doDeed(story, deed);
        const adopted = [...story.programme.governance.adoptions.keys()];
        const goals = answered(readGoals(asked(story), adopted));
        if ('refusal' in goals) throw new Error();
        const closure = new Closure(
          atOnce(modelOf(goals, { programme: story.programme, confirmed: false })).problem,
        );
        expect(closure.counts).toEqual(goals.map(({ met }) => met));
        const { reach, notices } = ask(story, adopted);
        const contradicted = notices.some(({ code }) => code === 'what-if.reach-contradicted');
        const short = reach.goals.some(
          ({ metThen, atLeast, reachable }) => metThen < Math.min(atLeast, reachable),
        );
        expect(short).toBe(contradicted);
        const names = reach.unreachable.map(({ framework }) => framework);
        for (const { framework, n, reachable } of reach.goals) {
          expect(names.filter((each) => each === framework.id)).toHaveLength(n - reachable);
        }
      }),
      { numRuns: 20 },
    );
  }, 180_000);

  it('is in order of gain over all frameworks, with what each control brings in each', () => {
    const story = start(iso, csf);
    const [one, both] = [
      addControl(story, 'AC-01'),
      addControl(story, 'AC-02', { implementation: 'planned' }),
    ];
    claim(story, one, [iso, 'A.5.15']);
    claim(story, both, [iso, 'A.5.16']);
    claim(story, both, [csf, 'PR.AA-05']);
    const { reach, plan } = ask(story, [iso, csf]);
    expect(reach.steps).toMatchObject([
      {
        code: 'AC-02',
        gain: 2,
        frameworks: [
          { framework: iso, requirements: ['A.5.16'] },
          { framework: csf, requirements: ['PR.AA-05'] },
        ],
      },
      { code: 'AC-01', gain: 1, frameworks: [{ framework: iso, requirements: ['A.5.15'] }] },
    ]);
    expect(reach).toMatchObject({ fewest: 2, atMostOver: 0 });
    expect(plan.map(({ priority, closes }) => [priority, closes.map(({ id }) => id)])).toEqual([
      ['high', [both, `${iso}/A.5.16`, `${csf}/PR.AA-05`]],
      ['medium', [one, `${iso}/A.5.15`]],
    ]);
    expect(
      answered<WhatIf>(whatIf(asked(story), { ...nothing, reach: [iso] })).sentences.join('\n'),
    ).not.toMatch(/what-if\.|\{\{/);
  });

  it('given something supposed, says what is met today apart from what is met with it', () => {
    const story = start(nis2);
    for (const [code, duty] of [
      ['A-1', '21(2)(a)'],
      ['A-2', '21(2)(b)'],
    ] as const)
      claim(story, addControl(story, code), [nis2, duty]);
    const [goal] = ask(story, [nis2], { set: ['A-1=works'] }).reach.goals;
    expect(goal).toMatchObject({ metToday: 0, met: 1, metThen: 2 });
    const wanted = { ...nothing, set: ['A-1=works'], reach: [nis2] };
    const { sentences } = answered<WhatIf>(whatIf(asked(story), wanted));
    expect(sentences.join('\n')).toMatch(
      /: 0 of \d+ met today, 1 with what is supposed → 2 with the list, \d+ wanted/,
    );
  });

  it('needs all members of a joint claim, and says that they are of use together', () => {
    const story = start(nis2);
    const [one, other, third] = ['A-1', 'A-2', 'A-3'].map((code) => addControl(story, code)) as [
      string,
      string,
      string,
    ];
    claim(story, [one, other], [nis2, '21(2)(a)']);
    claim(story, [one, other], [nis2, '21(2)(b)']);
    claim(story, third, [nis2, '21(2)(c)']);
    const { steps } = ask(story, [nis2]).reach;
    expect(steps.map(({ code, gain, together }) => [code, gain, together])).toEqual([
      ['A-1', 0, ['A-2']],
      ['A-2', 2, ['A-1']],
      ['A-3', 1, undefined],
    ]);
    expect(codesOf(ask(story, [`${nis2}:4`]))).toEqual(['A-3']);
    show(story, one);
    expect(ask(story, [nis2]).reach.steps[0]).toMatchObject({ code: 'A-2', gain: 2 });
  });

  it('leaves out what works already, and what another makes needless', () => {
    const story = start(nis2);
    const [wide, narrow, done] = ['A-1', 'A-2', 'A-3'].map((code) => addControl(story, code)) as [
      string,
      string,
      string,
    ];
    claim(story, narrow, [nis2, '21(2)(a)']);
    claim(story, wide, [nis2, '21(2)(a)']);
    claim(story, wide, [nis2, '21(2)(b)']);
    claim(story, done, [nis2, '21(2)(c)']);
    show(story, done);
    expect(codesOf(ask(story, [nis2]))).toEqual(['A-1']);
  });

  it('begins from what is supposed', () => {
    const story = start(nis2);
    const [one, other] = ['A-1', 'A-2'].map((code) => addControl(story, code)) as [string, string];
    claim(story, one, [nis2, '21(2)(a)']);
    claim(story, other, [nis2, '21(2)(a)']);
    claim(story, one, [nis2, '21(2)(b)']);
    expect(codesOf(ask(story, [`${nis2}:4`], { set: ['A-1=retired'] }))).toEqual(['A-2']);
    expect(codesOf(ask(story, [`${nis2}:4`], { set: ['A-1=works'] }))).toEqual([]);
  });

  it('reaches what a profile wants, in its scope, and says what is left out there', () => {
    const story = start(csf);
    const control = addControl(story, 'A-1');
    claim(story, control, [csf, 'PR.AA-05']);
    claim(story, addControl(story, 'A-2'), [csf, 'PR.AA-01']);
    const profile = story.done('profiles create', { name: 'Year one', framework: csf });
    expect(refusalOf(story, [`${csf}:year one`])[1]).toBe('what-if.profile-empty');
    story.done('targets set', { profile, requirement: 'PR.AA-05' });
    story.done('targets set', { profile, requirement: 'PR.AA-02' });
    story.done('targets set', { profile, requirement: 'PR.AA-01', wanted: false });
    const answer = ask(story, [`${csf}:${profile}`]);
    expect(codesOf(answer)).toEqual(['A-1']);
    expect(answer.reach.goals).toMatchObject([
      {
        target: { profile: { name: 'Year one' } },
        n: 2,
        atLeast: 2,
        reachable: 1,
        metThen: 1,
        reached: false,
      },
    ]);
    expect(answer.reach.unreachable).toMatchObject([{ id: 'PR.AA-02', obstacle: 'unclaimed' }]);
    expect(codesOf(ask(story, [`${csf}:year ONE`]))).toEqual(['A-1']);
  });
});

describe('what no control can meet', () => {
  it('is named with what stands in the way', () => {
    const story = start(nis2);
    const scope = story.done('scopes define', { name: 'Works' });
    const control = addControl(story, 'A-1', { implementation: 'planned' });
    const away = addControl(story, 'A-2', { scopes: [scope] });
    const struck = addControl(story, 'A-3', { conditionHolds: false });
    claim(story, control, [nis2, '21(2)(a)']);
    judge(story, [nis2, '21(2)(a)'], { judgement: 'not-met' });
    claim(story, control, [nis2, '21(2)(b)'], { contribution: 'part' });
    claim(story, control, [nis2, '21(2)(c)'], { confidence: 'low' });
    claim(story, away, [nis2, '21(2)(d)']);
    claim(story, struck, [nis2, '21(2)(e)']);
    story.done('claims state', { controls: [control], framework: nis2, requirement: '21(2)(f)' });
    const { unreachable, goals } = ask(story, [nis2]).reach;
    const by = new Map(unreachable.map(({ id, obstacle }) => [id, obstacle]));
    expect(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((point) => by.get(`21(2)(${point})`))).toEqual([
      'judged',
      'part-only',
      'low-confidence',
      'scope',
      'no-use',
      'proposed',
      'unclaimed',
    ]);
    expect(goals).toMatchObject([{ reachable: 0, metThen: 0, reached: false }]);
    expect(unreachable.every(({ words }) => words !== '' && !words.includes('what-if.'))).toBe(true);
  });

  it('is told apart from what proposed claims would bring once they are confirmed', () => {
    const story = start(nis2);
    const [done, planned] = [addControl(story, 'A-1'), addControl(story, 'A-2')];
    show(story, done);
    for (const [control, requirement] of [
      [done, '21(2)(a)'],
      [planned, '21(2)(b)'],
    ] as const)
      story.done('claims state', { controls: [control], framework: nis2, requirement });
    const { reach } = ask(story, [nis2]);
    expect(reach.steps).toEqual([]);
    expect(reach.proposed).toMatchObject({
      claims: 2,
      now: [{ framework: nis2, id: '21(2)(a)' }],
      reachable: [{ framework: nis2, more: 2 }],
    });
  });

  it('does not count what is left out', () => {
    const story = start(iso);
    claim(story, addControl(story, 'A-1'), [iso, 'A.5.15']);
    exclude(story, [iso, 'A.7.4']);
    expect(ask(story, [`${iso}:1`]).reach.goals).toMatchObject([{ n: 122, atLeast: 2, reachable: 1 }]);
  });
});

describe('what is refused', () => {
  const story = start(iso);

  it('is a target out of range, a framework that is not adopted, a profile that is not there, the same twice', () => {
    for (const target of ['0', '101', '100.5%'])
      expect(refusalOf(story, [`${iso}:${target}`])[1]).toBe('what-if.target-range');
    expect(refusalOf(story, [`${csf}:50`]).slice(0, 2)).toEqual(['conflict', 'framework.not-adopted']);
    expect(refusalOf(story, ['iso-9001']).slice(0, 2)).toEqual(['missing', 'framework.unknown']);
    expect(refusalOf(story, [`${iso}:Year one`])).toEqual([
      'missing',
      'profile.unknown',
      { profile: 'Year one' },
      'reach',
    ]);
    expect(refusalOf(story, [iso, `${iso}:50`])[1]).toBe('what-if.reach-twice');
  });

  it('is a list for somebody who sees only their own', () => {
    const reader = { person: 'ben', sees: 'own' } as const;
    expect(refusalOf(story, [iso], { reader })).toEqual([
      'denied',
      'permission.denied',
      { permission: 'programme.read' },
      undefined,
    ]);
  });
});
