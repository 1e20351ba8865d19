import { given, type Story } from '@concord/programme/testing';
import { describe, expect, it } from 'vitest';
import type { ViewAsked } from '../envelope.ts';
import { answered, asked } from '../testing/asked.ts';
import { addControl, claim, exclude, iso, judge, start } from '../testing/library.ts';
import { transition } from './transition.ts';

const old = 'iso27001-2013';
const viewOf = (story: Story, said: Partial<ViewAsked> = {}) => answered(transition(asked(story, said)));
const row = (story: Story, id: string, said: Partial<ViewAsked> = {}) =>
  viewOf(story, said).rows.find((each) => each.id === id)!;
const necessary = (story: Story, framework: string, requirement: string) =>
  story.done('applicability decide', {
    framework,
    requirement,
    applicable: true,
    reasons: [{ kind: 'law', text: 'The law asks' }],
  });

describe('what became of the controls of 2013', () => {
  it('then 114 became 82, one by one or merged, and 11 of the 93 are new', () => {
    const { counts, rows, new: added, ended, notice } = viewOf(start(iso));
    expect(counts).toEqual({
      before: { controls: 114, kept: 35, renamed: 23, merged: 55, split: 1 },
      after: { controls: 93, kept: 58, merged: 24, new: 11 },
    });
    expect([rows.length, added.length]).toEqual([114, 11]);
    expect(added.map(({ id }) => id)).toContain('A.5.7');
    expect([ended, notice]).toEqual(['2025-10-31', expect.stringContaining('ended on 31 Oct 2025')]);
  });

  it('then each says into what it went, and what else went there', () => {
    const story = start(iso);
    expect(row(story, 'A.5.1.1')).toMatchObject({
      title: 'Policies for information security',
      group: 'A.5',
      became: 'merged',
      into: [{ id: 'A.5.1', with: ['A.5.1.2'] }],
    });
    expect(row(story, 'A.6.1.1')).toMatchObject({ became: 'kept', into: [{ id: 'A.5.2', with: [] }] });
    expect(row(story, 'A.6.2.2')).toMatchObject({ became: 'renamed', into: [{ id: 'A.6.7' }] });
    const split = row(story, 'A.18.2.3');
    expect([split.became, split.into.map(({ id }) => id)]).toEqual(['split', ['A.5.36', 'A.8.8']]);
  });
});

describe('what an organisation has done on each side', () => {
  it('given only 2022, then 2013 is there to read, and what is to decide is named', () => {
    const view = viewOf(start(iso));
    expect([view.from.adopted, view.to.adopted, view.framework.id]).toEqual([false, true, iso]);
    expect(view.remaining).toEqual({ decide: 93, compare: 0, carry: 0, meet: 0 });
    expect(view.rows[0]).not.toHaveProperty('was');
    expect(view.rows[0]?.remaining).toMatchObject([
      { kind: 'decide', requirement: 'A.5.1', words: 'Decide whether A.5.1 is necessary.' },
    ]);
    expect(view.numbers.n).toBe(93);
  });

  it('given only 2013, then nothing is said of 2022 but its names', () => {
    const view = viewOf(given(old));
    expect([view.from.adopted, view.to.adopted, view.framework.id, view.numbers.n]).toEqual([
      true,
      false,
      old,
      114,
    ]);
    expect(view.rows[0]?.was).toMatchObject({ applicability: 'undecided', kind: 'unclaimed' });
    expect(view.rows[0]?.into[0]).not.toHaveProperty('now');
    expect(view.remaining).toEqual({ decide: 0, compare: 0, carry: 0, meet: 0 });
  });

  it('given neither, then it is refused', () => {
    expect(transition(asked(given()))).toMatchObject({
      refusal: { code: 'framework.not-adopted', params: { framework: iso } },
    });
  });

  it('given both, then decisions of 2013 are told where 2022 has none, and compared where it has another', () => {
    const story = given(old, iso);
    necessary(story, old, 'A.6.1.1');
    expect(row(story, 'A.6.1.1').remaining[0]?.words).toBe(
      'Decide whether A.5.2 is necessary; its predecessor was.',
    );
    exclude(story, [iso, 'A.5.2']);
    expect(row(story, 'A.6.1.1')).toMatchObject({
      was: { applicability: 'applicable' },
      into: [{ now: { applicability: 'excluded' } }],
      remaining: [
        { kind: 'compare', words: 'A.6.1.1 was necessary and A.5.2 is excluded: look at both reasons.' },
      ],
    });
    necessary(story, iso, 'A.5.2');
    expect(row(story, 'A.6.1.1').remaining).toMatchObject([
      { kind: 'meet', words: 'A.5.2 stands at: Unclaimed.' },
    ]);
    judge(story, [iso, 'A.5.2']);
    expect(row(story, 'A.6.1.1').remaining).toEqual([]);
  });

  it('given claims on 2013 only, then who could be carried over is named, and nothing is by itself', () => {
    const story = given(old, iso).on('2026-01-10');
    addControl(story, 'C-1', { owner: 'ana' });
    addControl(story, 'C-2', { owner: 'ana' });
    claim(story, 'C-1', [old, 'A.5.1.1']);
    claim(story, 'C-2', [old, 'A.5.1.2']);
    expect(row(story, 'A.5.1.1')).toMatchObject({
      was: { claims: { confirmed: 1 } },
      into: [{ now: { kind: 'unclaimed', claims: { confirmed: 0 } } }],
    });
    const carried = (said: Partial<ViewAsked> = {}) =>
      row(story, 'A.5.1.1', said).remaining.find(({ kind }) => kind === 'carry');
    expect(carried()?.words).toBe(
      'C-1: claimed for A.5.1.1 and not for A.5.1. See whether they serve it, and state the claims.',
    );
    const hidden = carried({ reader: { person: 'ben', sees: 'own' } });
    expect(hidden).toMatchObject({ controls: [], hiddenControls: 1 });
    expect(hidden?.words).not.toContain('C-1');
    claim(story, 'C-1', [iso, 'A.5.1']);
    expect(carried()).toBeUndefined();
    expect(viewOf(story).remaining).toMatchObject({ carry: 1 });
    story.on('2026-01-11').done('controls retire', { control: 'C-2', reason: 'Gone' });
    expect(viewOf(story).remaining).toMatchObject({ carry: 0 });
  });
});
