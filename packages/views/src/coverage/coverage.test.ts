import type { Story } from '@concord/programme/testing';
import { describe, expect, it } from 'vitest';
import { csfOf, printedOf, rowOf, soaOf, whyOf } from '../testing/asked.ts';
import { addControl, claim, csf, exclude, iso, judge, nis2, show, start } from '../testing/library.ts';
import type { ClaimShown } from '../why/claim-shown.ts';
import { newMemory } from './memory.ts';

const access = [iso, 'A.5.15'] as const;
const at = (story: Story, on: string = story.today) => printedOf(story, ...access, { on });

/** C-1 operates, is claimed to meet A.5.15 and was tested on 10 January. */
function met(...frameworks: string[]): Story {
  const story = start(iso, ...frameworks).on('2026-01-10');
  addControl(story, 'C-1');
  claim(story, 'C-1', access);
  show(story, 'C-1');
  return story;
}

describe('given a control that alone meets A.5.15, with fresh evidence', () => {
  it('then A.5.15 is met by our claim, and counts once', () => {
    const story = met();
    expect(at(story)).toBe('claimed: Met, by our claim');
    expect(soaOf(story).numbers).toMatchObject({ n: 93, met: 1, asserted: 1, possible: 93, unclaimed: 92 });
  });

  it('then no row of another framework is: there it is only a hint', () => {
    const story = met(csf, nis2);
    const { rows, numbers } = csfOf(story);
    expect(numbers).toMatchObject({ met: 0, unclaimed: 106 });
    expect(rows.every(({ kind, state }) => kind === 'unclaimed' && state.join('') === 'FPN')).toBe(true);
    const hinted = rows.filter(({ hints }) => hints.length > 0).map(({ id }) => id);
    expect(hinted).toContain('PR.AA-05');
    const hint = rows.find(({ id }) => id === 'PR.AA-05')?.hints[0];
    expect(hint).toMatchObject({ framework: iso, requirement: 'A.5.15', suggests: ['F', 'P'] });
    expect(rowOf(story, nis2, '21(2)(i)')).toMatchObject({
      kind: 'unclaimed',
      hints: [
        { requirement: 'A.5.15' },
        { requirement: 'A.5.15', crosswalk: 'nis2-21-to-iso27001-2022-overview' },
      ],
    });
  });

  it('then hints come from what is known elsewhere, and never from what nobody knows', () => {
    const story = start(iso, csf);
    expect(csfOf(story).rows.flatMap(({ hints }) => hints)).toEqual([]);
    judge(story, access, { judgement: 'not-met' });
    const hints = csfOf(story).rows.find(({ id }) => id === 'PR.AA-05')?.hints;
    expect(hints).toMatchObject([{ suggests: ['P', 'N'] }]);
  });

  it('then a gap that only the closed list makes, and a conflict, suggest nothing elsewhere', () => {
    const story = start(iso, csf).on('2026-01-10');
    addControl(story, 'C-1', { implementation: 'planned' });
    claim(story, 'C-1', access);
    expect(at(story)).toBe('gap: Gap, by claim');
    expect(csfOf(story).rows.flatMap(({ hints }) => hints)).toEqual([]);
    story.done('controls set', { control: 'C-1', implementation: 'operating' });
    show(story, 'C-1');
    judge(story, access, { judgement: 'not-met' });
    expect(at(story)).toBe('conflict: Conflict');
    expect(csfOf(story).rows.flatMap(({ hints }) => hints)).toEqual([]);
  });

  it('then a planned or partly implemented control that claims it too changes nothing in the state', () => {
    const story = met();
    const before = rowOf(story, ...access);
    for (const implementation of ['planned', 'partly']) {
      addControl(story, `C-${implementation}`, { implementation });
      claim(story, `C-${implementation}`, access);
      show(story, `C-${implementation}`);
      const { state, kind, word, implementation: stated } = rowOf(story, ...access);
      expect({ state, kind, word, stated }).toEqual({
        state: before.state,
        kind: before.kind,
        word: before.word,
        stated: 'yes',
      });
    }
  });

  it('then time alone makes it due, and then unknown, never not met', () => {
    const story = met();
    const days = ['2026-04-10', '2026-04-25', '2026-04-26', '2099-01-01'];
    expect(days.map((day) => at(story, day))).toEqual([
      'claimed: Met, by our claim',
      'claimed: Met, by our claim',
      'stale: Stale: unknown since 26 Apr 2026',
      'stale: Stale: unknown since 26 Apr 2026',
    ]);
    expect(days.map((on) => rowOf(story, ...access, { on }).controls[0]?.freshness)).toEqual([
      'fresh',
      'due',
      'stale',
      'stale',
    ]);
    const { state } = rowOf(story, ...access, { on: '2099-01-01' });
    expect(state).toEqual(['F', 'P', 'N']);
    expect(soaOf(story, { on: '2099-01-01' }).numbers).toMatchObject({ met: 0, possible: 93, stale: 1 });
    expect(at(story, '2026-01-09')).toBe('unknown: Unknown');
  });

  it('then a failing result ends it at once, and a later pass restores it', () => {
    const story = met().on('2026-02-01');
    show(story, 'C-1', { outcome: 'fails' });
    expect([at(story, '2026-01-31'), at(story)]).toEqual([
      'claimed: Met, by our claim',
      'unknown: Unknown: a control failed its last test',
    ]);
    show(story.on('2026-02-02'), 'C-1');
    expect([at(story, '2026-02-01'), at(story)]).toEqual([
      'unknown: Unknown: a control failed its last test',
      'claimed: Met, by our claim',
    ]);
  });
});

describe('given a claim that does not count', () => {
  it('while it is proposed, it is unclaimed', () => {
    const story = start(iso).on('2026-01-10');
    addControl(story, 'C-1');
    show(story, 'C-1');
    const id = story.done('claims state', { controls: ['C-1'], framework: iso, requirement: 'A.5.15' });
    expect(at(story)).toBe('unclaimed: Unclaimed');
    expect(rowOf(story, ...access)).toMatchObject({
      claims: { confirmed: 0, proposed: 1 },
      implementation: 'no',
    });
    story.done('claims withdraw', { claim: id, reason: 'Not so' });
    expect(rowOf(story, ...access)).toMatchObject({ claims: { confirmed: 0, proposed: 0 }, controls: [] });
  });

  it('with low confidence it hints, and what it hints is not in place', () => {
    const story = start(iso).on('2026-01-10');
    addControl(story, 'C-1');
    show(story, 'C-1');
    claim(story, 'C-1', access, { confidence: 'low' });
    expect(at(story)).toBe('unclaimed: Unclaimed');
    expect(rowOf(story, ...access).implementation).toBe('partly');
  });

  it.each([
    ['contributes', 'indicative: At least partly met: supported, not proven'],
    ['part', 'indicative: At least partly met: supported, not proven'],
    ['equals', 'claimed: Met, by our claim'],
  ])('but %s: %s', (contribution, printed) => {
    const story = start(iso).on('2026-01-10');
    addControl(story, 'C-1');
    show(story, 'C-1');
    claim(story, 'C-1', access, { contribution });
    expect(at(story)).toBe(printed);
  });
});

describe('given a control that does not do what is claimed', () => {
  const printed = (said: object, evidence = true): string => {
    const story = start(iso).on('2026-01-10');
    addControl(story, 'C-1', said);
    claim(story, 'C-1', access);
    if (evidence) show(story, 'C-1');
    return at(story);
  };

  it('planned: a gap by claim', () => {
    expect(printed({ implementation: 'planned' })).toBe('gap: Gap, by claim');
  });
  it('untested, or with a design that is not accepted: unknown', () => {
    expect([printed({}, false), printed({ design: 'draft' })]).toEqual([
      'unknown: Unknown',
      'unknown: Unknown',
    ]);
  });
  it('partly: unknown, for it says nothing of what is missing', () => {
    expect(printed({ implementation: 'partly' })).toBe('unknown: Unknown');
  });
  it('of no use, for its condition does not hold: unclaimed', () => {
    const struck = { condition: 'If we build', conditionHolds: false };
    expect(printed(struck)).toBe('unclaimed: Unclaimed');
    const story = start(iso);
    addControl(story, 'C-1', struck);
    claim(story, 'C-1', access);
    expect(rowOf(story, ...access).implementation).toBe('no');
    expect(rowOf(story, ...access).controls).toMatchObject([{ code: 'C-1', struck: true }]);
  });
  it('named by a confirmed claim of low confidence alone: it stands there as a hint, until another claim counts', () => {
    const story = start(iso);
    const hint = addControl(story, 'C-1');
    addControl(story, 'C-2');
    claim(story, 'C-1', access, { confidence: 'low' });
    claim(story, 'C-2', access);
    expect(rowOf(story, ...access).hinting).toEqual([hint]);
    claim(story, ['C-1', 'C-2'], access);
    expect(rowOf(story, ...access)).not.toHaveProperty('hinting');
  });
});

describe('given a retired control', () => {
  it('then its claims are gone from that day on, and not before', () => {
    const story = met().on('2026-02-01');
    story.done('controls retire', { control: 'C-1', reason: 'Replaced' });
    expect([at(story, '2026-01-31'), at(story)]).toEqual([
      'claimed: Met, by our claim',
      'unclaimed: Unclaimed',
    ]);
    expect(rowOf(story, ...access)).toMatchObject({
      claims: { confirmed: 0, proposed: 0 },
      controls: [],
      implementation: 'no',
    });
  });

  it('then a joint claim ends with one of its members', () => {
    const story = met();
    addControl(story, 'C-2');
    show(story, 'C-2');
    claim(story, ['C-1', 'C-2'], [iso, 'A.5.16']);
    expect(printedOf(story, iso, 'A.5.16')).toBe('claimed: Met, by our claim');
    story.done('controls retire', { control: 'C-2', reason: 'Replaced' });
    expect(printedOf(story, iso, 'A.5.16')).toBe('unclaimed: Unclaimed');
    expect(rowOf(story, iso, 'A.5.16')).toMatchObject({ implementation: 'no', controls: [] });
    expect(whyOf(story, [iso, 'A.5.16']).claims[0]?.allows).toEqual(['F', 'P', 'N']);
  });
});

describe('given a joint claim', () => {
  function joint(said: object = {}): Story {
    const story = met();
    addControl(story, 'C-2', { frequency: 'monthly', ...said });
    claim(story, ['C-1', 'C-2'], [iso, 'A.5.16']);
    show(story, 'C-2');
    return story;
  }
  const printed = (story: Story, on = story.today) => printedOf(story, iso, 'A.5.16', { on });

  it('then both are needed, and it lapses with the first of them', () => {
    const story = joint();
    const days = ['2026-02-20', '2026-02-21', '2026-05-01'];
    expect(days.map((day) => printed(story, day))).toEqual([
      'claimed: Met, by our claim',
      'stale: Stale: unknown since 21 Feb 2026',
      'stale: Stale: unknown since 21 Feb 2026',
    ]);
  });

  it('then a member whose condition of use does not hold is struck', () => {
    const story = joint({ implementation: 'planned', conditionHolds: false });
    expect(printed(story)).toBe('claimed: Met, by our claim');
    expect(rowOf(story, iso, 'A.5.16').implementation).toBe('yes');
    const [{ controls, allows }] = whyOf(story, [iso, 'A.5.16']).claims as [ClaimShown];
    expect(allows).toEqual(['F']);
    expect(controls.map(({ code, standing }) => [code, standing])).toEqual([
      ['C-1', 'operating'],
      ['C-2', 'struck'],
    ]);
  });

  it('then one that is planned leaves it partly in place', () => {
    const story = joint({ implementation: 'planned' });
    expect(rowOf(story, iso, 'A.5.16').implementation).toBe('partly');
  });
});

describe('given several claims that lapsed', () => {
  it('then it is unknown since the last of them, and a hint that lapsed later does not matter', () => {
    const story = met();
    for (const [code, frequency] of [
      ['C-2', 'half-yearly'],
      ['C-3', 'annual'],
    ] as const) {
      addControl(story, code, { frequency });
      show(story, code);
      claim(story, code, access, code === 'C-3' ? { confidence: 'low' } : {});
    }
    expect(at(story, '2026-08-09')).toBe('claimed: Met, by our claim');
    expect(at(story, '2027-06-01')).toBe('stale: Stale: unknown since 10 Aug 2026');
  });

  it('given a hint failed, then that is not why it is unknown', () => {
    const story = start(iso).on('2026-01-10');
    addControl(story, 'C-1');
    claim(story, 'C-1', access);
    addControl(story, 'C-2');
    claim(story, 'C-2', access, { confidence: 'low' });
    show(story, 'C-2', { outcome: 'fails' });
    expect(at(story)).toBe('unknown: Unknown');
    show(story, 'C-1', { outcome: 'fails' });
    expect(at(story)).toBe('unknown: Unknown: a control failed its last test');
  });
});

describe('given scopes', () => {
  function scoped(said: { control?: boolean; evidence?: boolean; asked?: 'inner' | 'outer' }) {
    const story = start(iso).on('2026-01-10');
    const outer = story.done('scopes define', { name: 'Outer' });
    const inner = story.done('scopes define', { name: 'Inner', within: outer });
    addControl(story, 'C-1', said.control ? { scopes: [inner] } : {});
    claim(story, 'C-1', access);
    show(story, 'C-1', said.evidence ? { scope: inner } : {});
    const scope = said.asked === 'inner' ? inner : outer;
    return {
      printed: printedOf(story, ...access, { scope }),
      row: rowOf(story, ...access, { scope }),
      story,
    };
  }

  it('then a control of a narrower scope hints, and counts within its own', () => {
    const wide = scoped({ control: true });
    expect(wide.printed).toBe('unclaimed: Unclaimed');
    expect(wide.row.implementation).toBe('partly');
    expect(whyOf(wide.story, access).sentences.join(' ')).toContain('does not operate in the whole scope');
    expect(scoped({ control: true, asked: 'inner' }).printed).toBe('claimed: Met, by our claim');
  });

  it('then evidence of a narrower scope does not count for the wider, and does within its own', () => {
    const wide = scoped({ evidence: true });
    expect(wide.printed).toBe('unknown: Unknown');
    expect(wide.row.evidence).toMatchObject({ fresh: 0, missing: 1 });
    expect(scoped({ evidence: true, asked: 'inner' }).printed).toBe('claimed: Met, by our claim');
  });

  it('then what fails inside does not work in all of it, and what fails around it does not work inside', () => {
    const story = scoped({}).story;
    const [outer, inner] = ['Outer', 'Inner'].map((name) =>
      story.programme.governance.scopes.findKey((scope) => scope.name === name),
    ) as [string, string];
    const printed = (scope: string) => printedOf(story, ...access, { scope });
    show(story, 'C-1', { outcome: 'fails', scope: inner, title: 'Failed inside' });
    expect([printed(outer), printed(inner)]).toEqual(
      Array(2).fill('unknown: Unknown: a control failed its last test'),
    );
  });

  it('then a member that is struck limits no joint claim', () => {
    const { story } = scoped({});
    const inner = story.programme.governance.scopes.findKey((scope) => scope.name === 'Inner') as string;
    addControl(story, 'C-9', { scopes: [inner], condition: 'If', conditionHolds: false });
    claim(story, ['C-1', 'C-9'], [iso, 'A.5.16']);
    expect(printedOf(story, iso, 'A.5.16')).toBe('claimed: Met, by our claim');
  });

  it('then what holds for the whole holds inside', () => {
    expect(scoped({ asked: 'inner' }).printed).toBe('claimed: Met, by our claim');
  });

  it('then a scope that is not there is missing', () => {
    expect(() => soaOf(start(), { scope: 'nowhere' })).toThrow(/scope.unknown/);
  });
});

describe('given judgements', () => {
  it('met as assessed, until it lapses', () => {
    const story = start(iso).on('2026-01-10');
    judge(story, access, { validUntil: '2026-06-30' });
    expect(['2026-01-09', '2026-06-30', '2026-07-01'].map((day) => at(story, day))).toEqual([
      'unclaimed: Unclaimed',
      'assessed: Met, as assessed',
      'stale: Stale: unknown since 1 Jul 2026',
    ]);
  });

  it.each([
    ['not-met', 'gap: Gap, as assessed', 'gap'],
    ['partly', 'gap: Partly met, as assessed', 'partly'],
  ])('%s stands until judged again', (judgement, printed, mark) => {
    const story = start(iso).on('2026-01-10');
    judge(story, access, { judgement, validUntil: '2026-06-30' });
    expect(at(story, '2030-01-01')).toBe(printed);
    expect(rowOf(story, ...access, { on: '2030-01-01' }).mark).toBe(mark);
  });

  it('given a claim says met and an assessor not met, then it is a conflict, possible but not met', () => {
    const story = met();
    judge(story, access, { judgement: 'not-met' });
    expect(at(story)).toBe('conflict: Conflict');
    expect(rowOf(story, ...access).state).toEqual([]);
    expect(soaOf(story).numbers).toMatchObject({ met: 0, possible: 93, conflict: 1 });
    expect(whyOf(story, access).conflict?.map(({ by, allows }) => [by, allows])).toEqual([
      ['claim', 1],
      ['judgement', 4],
    ]);
  });
});

describe('given a category of two outcomes', () => {
  const whole = (story: Story) => csfOf(story).groups.find(({ id }) => id === 'RC.CO')!;
  function halves(): Story {
    const story = start(csf).on('2026-01-10');
    judge(story, [csf, 'RC.CO-03']);
    judge(story, [csf, 'RC.CO-04']);
    return story;
  }

  it('then it is met when both are, and says from which', () => {
    const story = halves();
    expect(whole(story)).toMatchObject({ kind: 'inferred', word: 'Met, inferred from RC.CO-03, RC.CO-04' });
    expect(whole(story).numbers).toMatchObject({ n: 2, met: 2, lower: 1 });
  });

  it('given one is excluded later, then it is met by the other, and the words say so', () => {
    const story = halves();
    const memory = newMemory();
    expect(csfOf(story, { memory }).groups.find(({ id }) => id === 'RC.CO')?.word).toContain('RC.CO-04');
    exclude(story, [csf, 'RC.CO-04']);
    expect(csfOf(story, { memory }).groups.find(({ id }) => id === 'RC.CO')?.word).toBe(
      'Met, inferred from RC.CO-03',
    );
  });

  it('given one is partly met, then so is the whole; given both are not, then neither is the whole', () => {
    const story = start(csf).on('2026-01-10');
    judge(story, [csf, 'RC.CO-03'], { judgement: 'not-met' });
    judge(story, [csf, 'RC.CO-04']);
    expect(whole(story)).toMatchObject({ kind: 'gap', word: 'Partly met', mark: 'partly' });
    judge(story.on('2026-01-11'), [csf, 'RC.CO-04'], { judgement: 'not-met' });
    expect(whole(story)).toMatchObject({ kind: 'gap', word: 'Gap, as it follows from others' });
  });

  it('given one lapses, then the whole is stale in part', () => {
    const story = start(csf).on('2026-01-10');
    judge(story, [csf, 'RC.CO-03']);
    judge(story, [csf, 'RC.CO-04'], { validUntil: '2026-01-10' });
    story.on('2026-01-11');
    expect(whole(story)).toMatchObject({ word: 'At least partly met: supported, not proven' });
    story.on('2028-01-11');
    expect(whole(story)).toMatchObject({
      kind: 'stale',
      word: 'Stale in part: unknown since evidence lapsed',
    });
  });
});
