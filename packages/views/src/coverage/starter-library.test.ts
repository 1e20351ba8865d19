import { assessableOf, type Framework, framework, starterLibrary } from '@concord/catalog';
import { wholeOrganisation } from '@concord/programme';
import type { Story } from '@concord/programme/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { rowOf } from '../testing/asked.ts';
import { csf, iso, nis2, regulation, show, start } from '../testing/library.ts';
import { coverageOf, newMemory, type ViewMemory } from './memory.ts';

const { controls, claims, jointClaims, conditions, gaps } = starterLibrary();
const lead = [iso, csf, nis2, regulation];
const codes = controls.map(({ code }) => code);

let story: Story;
const memory = newMemory();

/** An organisation of the four frameworks where every starter control operates, is claimed and was shown to work. */
beforeAll(() => {
  story = start();
  story.done('library adopt', { all: true });
  story.done('claims confirm-all', { all: true });
  for (const control of codes) story.done('controls set', { control, implementation: 'operating' });
  const link = 'https://example.org/everything-was-tested';
  story.done('evidence add', { controls: codes, outcome: 'works', title: 'Everything was tested', link });
});

function known(id: string): Framework {
  const found = framework(id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
}

/** Every requirement of the lead frameworks that is met in every state still possible: the lower bound. */
function met(of: Story = story, remembered: ViewMemory = memory): Set<string> {
  const keys = lead.flatMap((id) => {
    const aspect = { framework: known(id), scope: wholeOrganisation, on: of.today };
    const { results } = coverageOf(of.programme, aspect, remembered).coverage;
    const lower = assessableOf(aspect.framework).filter(
      (each) => results.get(each.id)?.states.join() === 'F',
    );
    return lower.map((each) => `${id}/${each.id}`);
  });
  return new Set(keys);
}

const everything = lead.flatMap((id) => assessableOf(known(id)).map((each) => `${id}/${each.id}`));
const answers = [
  ...claims
    .filter(({ contribution }) => contribution === 'meets')
    .map((claim) => ({ ...claim, controls: [claim.control] })),
  ...jointClaims,
].map((claim) => ({ key: `${claim.framework}/${claim.requirement}`, controls: claim.controls }));

describe('given that every starter control operates as stated, with fresh evidence and confirmed claims', () => {
  it('then each lead framework is met but for what only the organisation can add', () => {
    const lower = met();
    const open = everything.filter((key) => !lower.has(key));
    expect(open).toEqual(['iso27001-2022/4.4', 'nist-csf-2.0/PR.DS-10', 'nis2-directive/21(1)']);
    const counts = lead.map((id) => [...lower].filter((key) => key.startsWith(`${id}/`)).length);
    expect(counts).toEqual([122, 105, 24, 49]);
    const missing = gaps.map((gap) => `${gap.framework}/${gap.requirement}`);
    expect(open.filter((key) => !missing.includes(key))).toEqual([]);
  });

  it('then as long as nobody has confirmed a claim, nothing is met', () => {
    const unconfirmed = start();
    unconfirmed.done('library adopt', { all: true });
    for (const control of codes) unconfirmed.done('controls set', { control, implementation: 'operating' });
    const link = 'https://example.org/tested-before-anything-was-claimed';
    unconfirmed.done('evidence add', { controls: codes, outcome: 'works', title: 'Tested', link });
    expect(met(unconfirmed, newMemory()).size).toBe(0);
  });

  it('then what only helps shows nothing: without the others their requirement is not even partly met', () => {
    const alone = start(iso);
    alone.done('library adopt', { controls: ['GOV-05'] });
    alone.done('claims confirm-all', { controls: ['GOV-05'] });
    alone.done('controls set', { control: 'GOV-05', implementation: 'operating' });
    show(alone, 'GOV-05');
    expect(rowOf(alone, iso, '7.3').state.join('')).toBe('FPN');
    expect(rowOf(alone, iso, 'A.5.1').state.join('')).toBe('FP');
  });
});

describe.each(codes)('when %s is taken away', (code) => {
  it('then exactly what it answers, alone or with others, is met no longer', () => {
    const before = met();
    story.done('controls set', { control: code, implementation: 'planned' });
    const without = met();
    story.done('controls set', { control: code, implementation: 'operating' });
    const lost = [...before].filter((key) => !without.has(key));
    const answered = answers.filter((answer) => answer.controls.includes(code)).map(({ key }) => key);
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.sort()).toEqual(answered.sort());
    expect([...without].every((key) => before.has(key))).toBe(true);
    expect(met()).toEqual(before);
  });
});

describe.each(conditions)('when this does not hold: $text', ({ id }) => {
  it('then its controls are struck: joint claims rest on the others, and what they answer alone is open', () => {
    const struck = controls.filter(({ condition }) => condition === id).map(({ code }) => code);
    const before = met();
    for (const control of struck) story.done('controls set', { control, conditionHolds: false });
    const without = met();
    for (const control of struck) story.done('controls set', { control, conditionHolds: true });
    const alone = answers.filter((answer) => answer.controls.every((code) => struck.includes(code)));
    const lost = [...before].filter((key) => !without.has(key));
    expect(lost.sort()).toEqual(alone.map(({ key }) => key).sort());
    expect(struck.length).toBeGreaterThan(0);
    expect(met()).toEqual(before);
  });
});
