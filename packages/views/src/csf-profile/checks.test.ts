import { framework, hasWords } from '@concord/catalog';
import type { Story } from '@concord/programme/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newMemory } from '../coverage/memory.ts';
import { answered, asked, csfOf } from '../testing/asked.ts';
import { csf, exclude, judge, start } from '../testing/library.ts';
import { type CsfProfile, csfProfile } from './csf-profile.ts';

const levels = [0, 1, 2, 3, 4].map((value) => ({ value, label: `Level ${value}` }));

function withProfile(): { story: Story; profile: string } {
  const story = start(csf);
  return { story, profile: story.done('profiles create', { name: 'Two years', framework: csf }) };
}

const rowOf = ({ rows }: CsfProfile, id: string) => rows.find((row) => row.id === id);
const groupOf = ({ groups }: CsfProfile, id: string) => groups.find((group) => group.id === id);

describe('given a heading that is not included', () => {
  it('then its outcomes are not, unless one says otherwise itself, and each row says whose word that is', () => {
    const { story, profile } = withProfile();
    story.done('profiles status', {
      profile,
      requirement: 'GV',
      included: false,
      rationale: 'The group does',
    });
    story.done('profiles status', { profile, requirement: 'GV.OC', included: true });
    story.done('profiles status', { profile, requirement: 'GV.RM-02', included: true, rationale: 'Ours' });
    story.done('profiles status', { profile, requirement: 'GV.RM-03', rationale: 'As they do' });
    for (const requirement of ['GV.RM-01', 'GV.RM-02', 'GV.OC-01'])
      story.done('targets set', { profile, requirement });
    const view = csfOf(story);
    const told = (id: string) => {
      const { included, inheritedFrom, rationale } = rowOf(view, id) ?? groupOf(view, id) ?? {};
      return [included, inheritedFrom, rationale];
    };
    expect(told('GV.RM-01')).toEqual([false, 'GV', 'The group does']);
    expect(told('GV.RM-02')).toEqual([true, undefined, 'Ours']);
    expect(told('GV.RM-03')).toEqual([false, 'GV', 'As they do']);
    expect(told('GV.OC-01')).toEqual([true, 'GV.OC', '']);
    expect(told('GV.RM')).toEqual([false, 'GV', 'The group does']);
    expect(told('GV')).toEqual([false, undefined, 'The group does']);
    expect(told('PR.AA-01')).toEqual([true, undefined, '']);
    expect(view.gaps.map(({ requirement }) => requirement)).toEqual(['GV.OC-01', 'GV.RM-02']);
    expect(view.plan.flatMap(({ closes }) => closes)).toHaveLength(2);
    // 31 outcomes, of which five under GV.OC and GV.RM-02 are in.
    expect([view.numbers.n, view.notIncluded]).toEqual([106 - 25, 25]);
    expect([groupOf(view, 'GV')?.numbers.n, groupOf(view, 'GV')?.notIncluded]).toEqual([6, 25]);
    expect([groupOf(view, 'GV.RM')?.numbers.n, groupOf(view, 'PR')?.numbers.n]).toEqual([1, 22]);
    const masked = csfOf(story, { reader: { person: 'ben', sees: 'own' } });
    expect(rowOf(masked, 'GV.RM-01')).toMatchObject({ included: false, inheritedFrom: 'GV', rationale: '' });
  });

  it('when that is taken back, then nothing is left of it; on a day before it was never so', () => {
    const { story, profile } = withProfile();
    story.on('2026-02-01');
    story.done('profiles status', { profile, requirement: 'GV', included: false });
    expect(csfOf(story).numbers.n).toBe(75);
    expect(csfOf(story, { on: '2026-01-31' }).numbers.n).toBe(106);
    story.done('profiles status', { profile, requirement: 'GV', included: null });
    const view = csfOf(story);
    expect([view.numbers.n, view.notIncluded, rowOf(view, 'GV.OC-01')?.inheritedFrom]).toEqual([
      106,
      0,
      undefined,
    ]);
  });

  it('then it is as if each outcome had been told so itself, with and without a memory', () => {
    const parents = new Map(framework(csf)?.requirements.map(({ id, parent }) => [id, parent]));
    const nodes = ['GV', 'GV.OC', 'GV.OC-01', 'GV.RM', 'GV.RM-01', 'PR', 'PR.AA-01', 'RC.CO-03'];
    const anySaid = fc.record(
      Object.fromEntries(nodes.map((id) => [id, fc.boolean()])) as Record<string, fc.Arbitrary<boolean>>,
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anySaid, (said) => {
        const [byHeading, byOutcome] = [withProfile(), withProfile()];
        for (const { story, profile } of [byHeading, byOutcome]) {
          story.done('profiles scale', { profile, levels });
          for (const requirement of ['GV.OC-01', 'GV.RM-01', 'PR.AA-01', 'RC.CO-03', 'PR.DS-01']) {
            story.done('targets set', { profile, requirement, score: 3 });
            story.done('profiles score', { profile, requirement, score: 2, rationale: 'x' });
          }
          judge(story, [csf, 'PR.AA-01']);
          exclude(story, [csf, 'RC.CO-03']);
        }
        const memory = newMemory();
        for (const [requirement, included] of Object.entries(said)) {
          const { story, profile } = byHeading;
          story.done('profiles status', { profile, requirement, included });
          expect(csfOf(story, { memory })).toEqual(csfOf(story));
        }
        for (const { id } of csfOf(byOutcome.story).rows) {
          const chain = [id, parents.get(id) ?? '', parents.get(parents.get(id) ?? '') ?? ''];
          const included = chain.map((each) => said[each]).find((each) => each !== undefined);
          const { story, profile } = byOutcome;
          if (included !== undefined) story.done('profiles status', { profile, requirement: id, included });
        }
        expect(figuresOf(csfOf(byHeading.story))).toEqual(figuresOf(csfOf(byOutcome.story)));
        const { numbers, notIncluded } = csfOf(byHeading.story);
        expect(numbers.n + numbers.excluded + notIncluded).toBe(106);
      }),
      { numRuns: 12 },
    );
  });
});

/** All that counts, without whose word it was. */
function figuresOf({ numbers, notIncluded, score, gaps, plan, rows, groups }: CsfProfile) {
  const counted = groups.map((group) => [group.id, group.numbers, group.notIncluded, group.score]);
  const included = rows.map((row) => [row.id, row.included, row.gap]);
  const planned = plan.map(({ title, closes }) => [title, closes.length]);
  return { numbers, notIncluded, score, gaps, planned, included, counted };
}

describe('what does not hold together', () => {
  const checksOf = (view: CsfProfile) => view.checks.map(({ id, row }) => `${id} ${row}`);

  it('given an outcome that is wanted and not included, then its row says so, with the mend, and it is no gap', () => {
    const { story, profile } = withProfile();
    for (const requirement of ['PR.AA-01', 'PR.AA-02', 'RC.CO-03'])
      story.done('targets set', { profile, requirement });
    const out = { profile, included: false, rationale: 'Elsewhere' };
    story.done('profiles status', { ...out, requirement: 'PR.AA-01' });
    story.done('profiles status', { ...out, requirement: 'PR' });
    exclude(story, [csf, 'RC.CO-03']);
    const view = csfOf(story);
    expect(checksOf(view)).toEqual(['CSF-01 PR.AA-01', 'CSF-01 PR.AA-02', 'CSF-01 RC.CO-03']);
    const messages = view.checks.map(({ message }) => message.replace(/^(\S+) is wanted, and |:.*$/g, ''));
    expect(messages).toEqual([
      'the profile does not include it',
      'the profile does not include it, because PR is not included',
      'it was decided not to be applicable',
    ]);
    expect(rowOf(view, 'PR.AA-02')?.checks).toEqual([view.checks[1]]);
    expect([view.gaps, view.plan]).toEqual([[], []]);
    for (const requirement of ['PR.AA-01', 'PR.AA-02', 'RC.CO-03'])
      story.done('targets set', { profile, requirement, wanted: false });
    expect(csfOf(story).checks).toEqual([]);
  });

  it('given what is included and explicitly not wanted, then nothing is said', () => {
    const { story, profile } = withProfile();
    story.done('profiles status', { profile, requirement: 'PR.AA-01', included: true });
    story.done('targets set', { profile, requirement: 'PR.AA-01', wanted: false });
    expect(csfOf(story).checks).toEqual([]);
  });

  it('given an outcome that is included and was decided not to be applicable, or left out without a reason', () => {
    const { story, profile } = withProfile();
    story.done('profiles status', { profile, requirement: 'PR.AA-01', included: true });
    exclude(story, [csf, 'PR.AA-01']);
    story.done('profiles status', { profile, requirement: 'GV', included: false });
    const view = csfOf(story);
    expect(checksOf(view)).toEqual(['CSF-03 GV', 'CSF-02 PR.AA-01']);
    expect(groupOf(view, 'GV')?.checks).toHaveLength(1);
    story.done('profiles status', { profile, requirement: 'GV', rationale: 'The group does' });
    expect(checksOf(csfOf(story))).toEqual(['CSF-02 PR.AA-01']);
  });

  it('given a score that is wanted, then as long as nobody scored it that is said, also when a score is taken back', () => {
    const { story, profile } = withProfile();
    const requirement = 'PR.AA-01';
    story.done('profiles scale', { profile, levels });
    judge(story, [csf, requirement]);
    story.done('targets set', { profile, requirement, score: 3 });
    expect(checksOf(csfOf(story))).toEqual(['CSF-04 PR.AA-01']);
    story.done('profiles score', { profile, requirement, score: 2, rationale: 'x' });
    expect([checksOf(csfOf(story)), csfOf(story).gaps.length]).toEqual([[], 1]);
    story.done('profiles score', { profile, requirement, score: null, rationale: 'Too early' });
    expect([checksOf(csfOf(story)), csfOf(story).gaps.length]).toEqual([['CSF-04 PR.AA-01'], 0]);
    expect(csfOf(story).checks[0]?.message).toContain('wanted at 3');
  });

  it('given a target on a heading, then none of its outcomes is wanted by it, and that is said', () => {
    const { story, profile } = withProfile();
    const rows = [
      ['CSF Outcome', 'Target Priority'],
      ['RC.CO', 'High'],
    ].map((cells, at) => ({ number: at + 1, cells }));
    const sheets = [{ name: 'Profile', rows }];
    const document = { kind: 'sheets', name: 'profile.xlsx', hash: 'a'.repeat(64), sheets };
    story.done('profiles import', { profile, document });
    expect([checksOf(csfOf(story)), csfOf(story).gaps]).toEqual([['CSF-05 RC.CO'], []]);
    for (const requirement of ['RC.CO-03', 'RC.CO-04']) story.done('targets set', { profile, requirement });
    expect(checksOf(csfOf(story))).toEqual([]);
  });

  it('then every remark has its words', () => {
    const keys = ['01.stated', '01.heading', '01.excluded', '02', '03', '04', '05'];
    const unsaid = keys.flatMap((key) => [`check.csf-${key}`, `check.csf-${key}.mend`]);
    expect(unsaid.filter((key) => !hasWords(key))).toEqual([]);
  });
});

it('given a profile that is no longer kept, then its gaps can be read, and nothing is planned for it', () => {
  const { story, profile } = withProfile();
  story.done('targets set', { profile, requirement: 'PR.AA-01' });
  expect(csfOf(story).plan).toHaveLength(1);
  story.on('2026-03-01');
  story.done('profiles retire', { profile, reason: 'Old' });
  const on = (day: string) => answered(csfProfile(asked(story, { on: day }), profile));
  expect([on('2026-03-01').gaps.length, on('2026-03-01').plan.length]).toEqual([1, 0]);
  expect(on('2026-02-28').plan).toHaveLength(1);
});
